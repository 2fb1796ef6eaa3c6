import type { Nanoseconds } from '../kernel/time';
import type { MomentKey } from '../measures/moments';
import type { ReadingKey } from '../measures/reading-keys';
import type { FollowedKey, LevelKey } from '../measures/series';
import type { Stock } from '../measures/stock';
import type { StrategyShape } from '../plan/plan';
import type { ParameterKey } from '../scenario/scenario';
import type { Holders } from '../world/holders';
import type { Store } from '../world/store';
import type { World } from '../world/world';

/**
 * What only the strategy knows of one of its stations now. Whatever is not told follows: the limit
 * from the store or the shape; that a station is shut, from a message in hand that cannot enter it.
 */
export interface StationGauges {
	/** How many it can hold; Infinity for no limit. */
	limit?(): number;
	/** Whether nothing gets in that would. */
	isShut?(): boolean;
	/** Whether it has come to an end, and nothing will ever go on. */
	isDead?(): boolean;
}

/** A strategy at work in one run, as the run, the picture and the invariants see it. */
export interface Mechanism {
	/** Where accepted messages wait that are not yet in service, from upstream down. */
	readonly stores: readonly Store[];
	/** Those who hold messages at the holders station, where these are not the workers themselves. */
	readonly holders?: Holders;
	/** What only the strategy knows of its stations, by their names in the shape. */
	readonly stations?: Readonly<Record<string, StationGauges>>;
	/** Consumer lag, for a strategy with a topic. */
	readonly lag?: Stock;
	/** Readings that only this strategy has, at a time not before the latest event. */
	readonly gauges?: Readonly<Partial<Record<ReadingKey, (now: Nanoseconds) => number>>>;
	/** Numbers of this strategy that the history follows, and what they are compared with. */
	readonly followed?: Readonly<Partial<Record<FollowedKey, () => number>>>;
	readonly levels?: Readonly<Partial<Record<LevelKey, () => number>>>;
	/** What may begin or end here that a learner should not miss, and whether it is so now. */
	readonly states?: Readonly<Partial<Record<MomentKey, () => boolean>>>;
	/** One of the strategy's own knobs was turned; the settings hold the new value. */
	changed?(key: ParameterKey): void;
	/** @throws {Error} if a rule of the strategy is broken. */
	check?(): void;
}

/** A strategy: what it is made of; made anew in a world, it starts its processes there. */
export interface Strategy {
	readonly shape: StrategyShape;
	new (world: World): Mechanism;
}
