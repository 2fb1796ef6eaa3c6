import type { ReadingKey } from '../measures/reading-keys';
import type { LevelKey } from '../measures/series';
import type { MistakeKey, ParameterKey, ParameterValue, StrategyId } from '../scenario/scenario';

/** A thing holds only while the parameter `key` has one of the values `is`. */
export interface Condition {
	readonly key: ParameterKey;
	readonly is: readonly ParameterValue[];
}

/** Where a number is found: a parameter that somebody set, or a reading of the run. */
export type Count = ParameterKey | ReadingKey;

/**
 * What kind of place a station is. How it is drawn follows from its kind. How many it can hold is
 * named here, and a frame says how many that is now: a mechanism may know better.
 */
export type StationKind =
	| { readonly kind: 'source' | 'producer' | 'done' }
	| {
			readonly kind: 'store';
			readonly shape: 'slots' | 'log' | 'link';
			/** Messages that fit; null for a store without a limit. */
			readonly capacity: Count | null;
			/** Whether what is here is in hand already: it lies low, and leaves its room to others. */
			readonly inHand?: true;
	  }
	| {
			readonly kind: 'holders';
			/** Places for messages. */
			readonly count: Count;
			/** Whether messages wait inside the station for a holder. */
			readonly queue: boolean;
	  }
	| {
			readonly kind: 'bucket';
			/** Tokens that fit, that are there, and that drip in during a second. */
			readonly capacity: Count;
			readonly tokens: Count;
			readonly refill: Count;
	  }
	| {
			readonly kind: 'demand';
			/** Messages that may be asked for at a time, and of these the ones not yet delivered. */
			readonly capacity: Count;
			readonly left: Count;
	  };

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
	readonly exits: readonly {
		readonly id: string;
		readonly from: string;
		/** On which side of that station: before it came in, or after it was there. */
		readonly side: 'before' | 'behind';
	}[];
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
 * Words with blanks for numbers. `{counts.offered}` stands for a reading, `{buffer.capacity}` for a
 * parameter, `{here}` for the number of messages at the station itself, and `{limit}` for how many it
 * can hold now; a signal speaks of the station that gives it. `{now.lagSeen or unknown}` says what
 * stands in for a reading that does not exist, and `{trend of now.lagSlope}` is a change per second
 * in words: "growing by 67 /s", "steady".
 */
export type Words = string;

/**
 * A state in which a station may be. `shut`: nothing gets in that would. `dead`: it has come to an
 * end and nothing will ever go on. `leaking`: places are kept for tasks that are over.
 */
export type StationState = 'shut' | 'dead' | 'leaking';

/** How a state of a station is spoken of. */
export interface StateWords {
	/** A word or two where the state is drawn; empty for none. */
	readonly word: string;
	/** One sentence without its full stop. */
	readonly sentence: Words;
}

/** What a station compares with, drawn as a line across it, and a word for it. */
export interface LevelWords {
	readonly key: LevelKey;
	readonly word: string;
}

export interface StationWords {
	/** First line, for example "Channel, capacity {limit}". */
	readonly name: Words;
	/** Second line, the count that matters here. */
	readonly number: Words;
	/** Third line, the consequence; empty for none. */
	readonly consequence: Words;
	/** What is said of its states, for those in which it may be. */
	readonly states?: Readonly<Partial<Record<StationState, StateWords>>>;
	/** What it compares with; its scale goes by the first of them. */
	readonly levels?: readonly LevelWords[];
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
