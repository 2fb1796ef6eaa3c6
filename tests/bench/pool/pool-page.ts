import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { startWorker } from '../../../src/engine/connection/start-worker';
import { RunPool } from '../../../src/engine/pool/run-pool';

/** When what was wanted was there, in milliseconds from the beginning. */
export interface Times {
	/** The first so many of the list, all of them. */
	readonly first: number;
	readonly whole: number;
}

/** What the bench can have done in a page. */
export interface PoolBench {
	/** Runs 20 × 20 cells of 1 000 messages each on so many cores. */
	sweep(cores: number): Promise<Times>;
	/** Runs the five strategies under 20 seeds, 30 s at 600/s each; the first verdict is on one seed. */
	pairedSeeds(cores: number): Promise<Times>;
	/** Keeps a pool at work beside a run that plays. */
	begin(): void;
	/** Ends that, and gives the number of runs that were finished. */
	end(): number;
}

const SIDE = 20;
const SEEDS = 20;

/** A table of arrival rates and buffer sizes. */
const SWEEP: readonly Scenario[] = Array.from({ length: SIDE * SIDE }, (_, cell) => {
	const base = defaultScenario('small-buffers');
	const rate = 300 + 20 * (cell % SIDE);
	return {
		...base,
		duration: 10,
		source: { ...base.source, rate, limit: 1000 },
		buffer: { ...base.buffer, capacity: 1 + Math.floor(cell / SIDE) }
	};
});

/** Seed by seed, so that there is something to compare early. */
const PAIRS: readonly Scenario[] = Array.from({ length: SEEDS }, (_, seed) =>
	STRATEGIES.plans.map(({ id }) => ({ ...defaultScenario(id), seed, duration: 30 }))
).flat();

/** A pool for each number of cores, which keeps its Web Workers from one measurement to the next. */
const pools = new Map<number, RunPool>();

function poolOn(cores: number): RunPool {
	const pool =
		pools.get(cores) ??
		new RunPool({ start: () => startWorker('pushback-pool'), cores, playing: () => 0 });
	pools.set(cores, pool);
	return pool;
}

async function time(cores: number, scenarios: readonly Scenario[], count: number): Promise<Times> {
	const start = performance.now();
	let early = 0;
	let first = 0;
	for await (const finished of poolOn(cores).run(scenarios)) {
		if ('failure' in finished) throw new Error(finished.failure);
		if (finished.index < count && ++early === count) first = performance.now() - start;
	}
	return { first, whole: performance.now() - start };
}

let stop: AbortController | null = null;
let finished = 0;

/** Beside one run that plays. Its Web Workers start once. */
const beside = new RunPool({
	start: () => startWorker('pushback-pool'),
	cores: navigator.hardwareConcurrency,
	playing: () => 1
});

async function work(signal: AbortSignal): Promise<void> {
	while (!signal.aborted) for await (const _ of beside.run(PAIRS, { signal })) finished++;
}

const bench: PoolBench = {
	sweep: (cores) => time(cores, SWEEP, 1),
	pairedSeeds: (cores) => time(cores, PAIRS, STRATEGIES.plans.length),
	begin: () => {
		stop = new AbortController();
		finished = 0;
		work(stop.signal).catch(() => {});
	},
	end: () => {
		stop?.abort();
		return finished;
	}
};

Reflect.set(globalThis, 'poolBench', bench);
