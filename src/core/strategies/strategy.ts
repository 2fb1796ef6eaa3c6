import type { Message } from '../measures/message';
import type { ParameterKey } from '../scenario/scenario';
import type { World } from '../world/world';
import type { StrategyShape } from './plan';

/** A place where accepted messages wait, as the picture and the invariants see it. */
export interface Store {
	readonly length: number;
	/** Infinity for a store without a limit. */
	readonly capacity: number;
	/** The message `index` places behind the one that leaves next. */
	peek(index: number): Message;
	/** @throws if a rule of the store is broken. */
	check(): void;
}

/** A strategy at work in one run. */
export interface Mechanism {
	/** In the order of the shape's stores. */
	readonly stores: readonly Store[];
	/** One of the strategy's own knobs was turned; the settings hold the new value. */
	changed(key: ParameterKey): void;
}

/** A strategy: what it is made of, and how it starts its processes in a world. */
export interface Strategy {
	readonly shape: StrategyShape;
	start(world: World): Mechanism;
}
