import type { ReadingKey } from '../measures/readings';
import type { MistakeKey, ParameterKey, ParameterValue, StrategyId } from '../scenario/scenario';

/** A thing holds only while the parameter `key` has one of the values `is`. */
export interface Condition {
	readonly key: ParameterKey;
	readonly is: readonly ParameterValue[];
}

/** What kind of place a station is. How it is drawn follows from its kind. */
export type StationKind =
	| { readonly kind: 'source' | 'producer' | 'done' }
	| {
			readonly kind: 'store';
			readonly shape: 'slots' | 'log' | 'link';
			/** Where its size is set; null for a store without one. */
			readonly capacity: ParameterKey | null;
	  }
	| {
			readonly kind: 'holders';
			readonly count: ParameterKey;
			/** Whether messages wait inside the station for a holder. */
			readonly queue: boolean;
	  }
	| { readonly kind: 'bucket' | 'demand' };

/** A pipe that messages travel, downstream. */
export interface Pipe {
	readonly from: string;
	readonly to: string;
}

/**
 * What a strategy is made of, without a word of prose: all that the engine needs to know of it.
 * Stations are upstream first; exits are the ways out of messages that are never done.
 */
export interface StrategyShape {
	readonly id: StrategyId;
	readonly stations: readonly (StationKind & { readonly id: string })[];
	readonly pipes: readonly Pipe[];
	readonly exits: readonly { readonly id: string; readonly from: string }[];
	/** What travels upstream, against the messages. */
	readonly signals: readonly {
		readonly id: string;
		readonly from: string;
		readonly to: string;
		readonly when?: Condition;
	}[];
	/** The kinds of processes in the code, in the order of the frame's `parked` rows. */
	readonly roles: readonly { readonly id: string }[];
}

/**
 * Words with places for numbers. `{counts.offered}` stands for a reading, `{buffer.capacity}` for
 * a parameter, `{here}` for the number of messages at the station itself, and `{trend}` for how the
 * lag changes: "growing by 67 /s", "steady".
 */
export type Words = string;

export interface StationWords {
	/** First line, for example "Channel, capacity {buffer.capacity}". */
	readonly name: Words;
	/** Second line, the count that matters here. */
	readonly number: Words;
	/** Third line, the consequence; empty for none. */
	readonly consequence: Words;
}

export interface ExitWords {
	/** One word beside the crossed-out messages, for example "dropped". */
	readonly word: string;
	readonly count: ReadingKey;
}

export interface SignalWords {
	/** The word that rides on the line; `{amount}` is what the latest signal said. */
	readonly word: Words;
	/** One sentence for the lane, without a full stop. */
	readonly sentence: Words;
}

/** How a mistake is spoken of. */
export interface MistakeWords {
	/** What is written wrong, a few words for a switch. */
	readonly name: string;
	/** What is seen then, one sentence. */
	readonly seen: string;
	/** How it is mended, one sentence. */
	readonly mend: string;
	/** What stations say instead while it is on. */
	readonly stations?: Readonly<Record<string, Partial<StationWords>>>;
	/** The store that has no limit any more while it is on. */
	readonly unbounded?: string;
	/** What the lane says where no signal comes any more. */
	readonly silence?: string;
	/** Knobs that have no effect while it is on. */
	readonly overrules?: readonly ParameterKey[];
}

export interface RoleWords {
	readonly one: string;
	readonly many: string;
}

/** What a strategy says about itself, by the names in its shape. */
export interface StrategyWords {
	readonly name: string;
	readonly stations: Readonly<Record<string, StationWords>>;
	readonly exits: Readonly<Record<string, ExitWords>>;
	readonly signals: Readonly<Record<string, SignalWords>>;
	readonly roles: Readonly<Record<string, RoleWords>>;
	/** In the order in which they are put on where several are. */
	readonly mistakes: Readonly<Record<MistakeKey, MistakeWords>>;
	/** What the signal lane says when no signal applies. */
	readonly silence: string;
	/** Where queued messages are, in a word or two that may stand at the end of a line. */
	readonly queue: string;
	/** The strategy's own knobs; source and consumer have theirs in every strategy. */
	readonly knobs: readonly ParameterKey[];
	/** The readings the lab shows, the most telling first. */
	readonly readings: readonly ReadingKey[];
}

export type Station = StationKind & StationWords & { readonly id: string };
export type Exit = StrategyShape['exits'][number] & ExitWords;
export type Signal = StrategyShape['signals'][number] & SignalWords;
export type Role = StrategyShape['roles'][number] & RoleWords;

/**
 * Shape and words together: data only, no pixels. The figure, the charts, the lab and the table
 * view draw what they find here.
 */
export interface StrategyPlan extends StrategyShape {
	readonly name: string;
	readonly stations: readonly Station[];
	readonly exits: readonly Exit[];
	readonly signals: readonly Signal[];
	readonly roles: readonly Role[];
	/** The mistakes that people make in it, in the order in which they are put on. */
	readonly mistakes: readonly (MistakeWords & { readonly key: MistakeKey })[];
	readonly silence: string;
	readonly queue: string;
	readonly knobs: readonly ParameterKey[];
	readonly readings: readonly ReadingKey[];
}
