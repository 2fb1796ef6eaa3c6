import type { ReadingKey } from '../measures/reading-keys';
import type { ParameterKey, ParameterValue, StrategyId } from '../scenario/scenario';

/** A thing holds only while the parameter `key` has one of the values `is`. */
export interface Condition {
	readonly key: ParameterKey;
	readonly is: readonly ParameterValue[];
}

/**
 * Words with places for numbers. `{counts.offered}` stands for a reading, `{buffer.capacity}` for
 * a parameter, and `{here}` for the number of messages at the station itself.
 */
export type Words = string;

export interface StationWords {
	readonly id: string;
	/** First line, for example "Channel, capacity {buffer.capacity}". */
	readonly name: Words;
	/** Second line, the count that matters here. */
	readonly number: Words;
	/** Third line, the consequence; empty for none. */
	readonly consequence: Words;
}

/** One place where messages are. How it is drawn follows from its kind. */
export type Station = StationWords &
	(
		| { readonly kind: 'source' | 'producer' | 'done' }
		| {
				readonly kind: 'store';
				readonly shape: 'slots' | 'log';
				/** Where its size is set; null for a store without one. */
				readonly capacity: ParameterKey | null;
		  }
		| {
				readonly kind: 'holders';
				readonly count: ParameterKey;
				/** Whether messages wait inside the station for a holder. */
				readonly queue: boolean;
		  }
		| { readonly kind: 'bucket' | 'demand' }
	);

/** A pipe that messages travel, downstream. */
export interface Pipe {
	readonly from: string;
	readonly to: string;
}

/** A way out for messages that are never done. Shown from the first message that takes it. */
export interface Exit {
	readonly id: string;
	readonly from: string;
	/** One word beside the crossed-out messages, for example "dropped". */
	readonly word: string;
	readonly count: ReadingKey;
}

/** What travels upstream, against the messages. */
export interface Signal {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	/** The word that rides on the line. */
	readonly word: string;
	/** One sentence for the lane, without a full stop. */
	readonly sentence: string;
	readonly when?: Condition;
}

/** A kind of process in the strategy's code, for the marks beside the lines. */
export interface Role {
	readonly id: string;
	readonly one: string;
	readonly many: string;
}

/**
 * What a strategy says about itself: data only, no pixels. The figure, the charts, the lab and the
 * table view draw what they find here.
 */
export interface StrategyPlan {
	readonly id: StrategyId;
	readonly name: string;
	/** Upstream first. */
	readonly stations: readonly Station[];
	readonly pipes: readonly Pipe[];
	readonly exits: readonly Exit[];
	readonly signals: readonly Signal[];
	/** What the signal lane says when no signal applies. */
	readonly silence: string;
	/** The strategy's own knobs; source and consumer have theirs in every strategy. */
	readonly knobs: readonly ParameterKey[];
	/** The readings the lab shows, the most telling first. */
	readonly readings: readonly ReadingKey[];
	/** In the order of the frame's `parked` rows. */
	readonly roles: readonly Role[];
	/** The file below `core/strategies` that runs, shown in the code panel. */
	readonly listing: string;
}
