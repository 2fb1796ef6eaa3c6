import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MistakeKey, StrategyId } from '../../../src/core/scenario/scenario';

// What `npm run go` recorded: the fields are those of the Go programs in `tests/go`.

/** How the operation of an actor ended. */
export interface Outcome {
	readonly actor: string;
	readonly result: string;
}

export interface ChannelOperation {
	readonly do: 'send' | 'receive' | 'close' | 'select';
	readonly channel?: string;
	readonly item?: number;
	readonly cases?: readonly ChannelOperation[];
	readonly default?: boolean;
}

/** One operation of one actor while all others are parked, and what followed from it. */
export interface ChannelStep extends ChannelOperation {
	readonly actor: string;
	readonly ended: readonly Outcome[];
	readonly waiting: readonly string[];
	/** Buffered items, by channel. */
	readonly lengths: Readonly<Record<string, number>>;
}

export interface ChannelTrace {
	readonly name: string;
	readonly capacities: Readonly<Record<string, number>>;
	readonly steps: readonly ChannelStep[];
}

export interface SemaphoreTrace {
	readonly name: string;
	readonly permits: number;
	readonly steps: readonly {
		readonly actor: string;
		readonly do: 'acquire' | 'tryAcquire' | 'release';
		readonly ended: readonly Outcome[];
		readonly waiting: readonly string[];
		readonly held: number;
	}[];
}

export interface BucketTrace {
	readonly name: string;
	readonly capacity: number;
	/** Tokens per second. */
	readonly rate: number;
	readonly steps: readonly {
		/** In nanoseconds. */
		readonly at: number;
		readonly tokens: number;
		/** The level that was found, in nano-tokens. */
		readonly before: number;
		readonly consumed: boolean;
	}[];
}

/** Looks at a full bucket for one token at even times from 0 on. */
export interface CountTrace {
	readonly capacity: number;
	readonly rate: number;
	/** In nanoseconds. */
	readonly every: number;
	readonly looks: number;
	readonly admitted: number;
}

export interface SimultaneousTrace {
	readonly capacity: number;
	readonly goroutines: number;
	readonly admitted: number;
}

export interface StrategyStep {
	/** In nanoseconds. */
	readonly at: number;
	readonly do: 'offer' | 'finish' | 'wait';
	readonly messages?: readonly number[];
	/** True where these messages are the last of the source. */
	readonly ends?: true;
	/** How many goroutines are parked at each marked place of the listing. */
	readonly parked: Readonly<Record<string, number>>;
	/** Consumer lag, permits that are held, and demand (-1 for unbounded), where there are such. */
	readonly counts?: Readonly<Record<string, number>>;
	readonly started?: readonly { readonly message: number; readonly at: number }[];
	readonly lost?: readonly { readonly message: number; readonly reason: string }[];
}

export interface StrategyTrace {
	readonly name: string;
	readonly scenario: {
		readonly strategy: StrategyId;
		readonly mistakes?: readonly MistakeKey[];
		readonly consumer: { readonly workers: number };
		readonly refused?: { readonly then: 'drop' | 'retry' };
	};
	readonly steps: readonly StrategyStep[];
}

const folder = resolve(import.meta.dirname, '../../go/traces');

/** The traces of one file. What is in it has the shape that its Go program gives it. */
export function readTraces<Trace>(name: string): readonly Trace[] {
	return JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8'));
}
