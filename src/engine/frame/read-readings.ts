import { toSeconds } from '../../core/kernel/time';
import { READING_KEYS, type ReadingKey } from '../../core/measures/reading-keys';
import type { Result } from '../../core/run/result';
import { resultOf } from '../../core/run/result';
import type { Run } from '../../core/run/run';

/** What every strategy has and no result. Times are in seconds; NaN where there is nothing. */
const NOW: Readonly<Partial<Record<ReadingKey, (run: Run, result: Result) => number>>> = {
	'now.memory': ({ world }) => world.ledger.memory.value,
	// Of a time in which no worker was there, a share of the workers’ time says nothing.
	'now.busy': (run, { consumer }) => (hasWorkers(run) ? consumer.busy : Number.NaN),
	'now.starved': (run, { consumer }) => (hasWorkers(run) ? consumer.starved : Number.NaN),
	'now.oldestQueued': (run) => {
		const { times } = run.world.ledger;
		let oldest = Infinity;
		// In each store the one that leaves next has been there longest.
		for (const store of run.mechanism.stores) {
			if (store.length > 0) oldest = Math.min(oldest, times.acceptedAt(store.peek(0)));
		}
		return oldest === Infinity ? Number.NaN : toSeconds(run.time - oldest);
	},
	'now.overdue': ({ world, time }) => {
		const { deadline, times } = world.ledger;
		return deadline === Infinity ? Number.NaN : times.offeredBefore(time - deadline);
	},
	'now.heldBackFor': ({ world, time }) => toSeconds(time - world.ledger.heldBack.since)
};

const PATHS = READING_KEYS.map((key) => key.split('.'));

/** All readings of a run at its present time, in the order of `READING_KEYS`. */
export function readReadings(run: Run): Float64Array {
	const result = resultOf(run);
	const readings = new Float64Array(READING_KEYS.length);
	const { gauges = {} } = run.mechanism;
	READING_KEYS.forEach((key, index) => {
		readings[index] =
			NOW[key]?.(run, result) ?? gauges[key]?.(run.time) ?? follow(result, PATHS[index] ?? []);
	});
	return readings;
}

function hasWorkers({ world }: Run): boolean {
	return world.consumer.employed.value > 0;
}

function follow(result: Result, path: readonly string[]): number {
	let value: unknown = result;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return Number.NaN;
		value = (value as Record<string, unknown>)[step];
	}
	return typeof value === 'number' ? value : Number.NaN;
}
