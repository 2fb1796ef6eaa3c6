/** A piece of work that is timed; returns something that depends on all of it. */
export type Work = () => number;

const ROUNDS = 7;

/**
 * Median milliseconds of each piece of work, over rounds in which all take their turn, so that a
 * machine that gets slower hits all alike. The first round is not counted.
 */
export function medians(works: Readonly<Record<string, Work>>): Record<string, number> {
	const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [name, work] of Object.entries(works)) {
			const start = performance.now();
			work();
			if (round > 0) times.get(name)?.push(performance.now() - start);
		}
	}
	return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One of the measured times. */
export function timeOf(times: Readonly<Record<string, number>>, name: string): number {
	const time = times[name];
	if (time === undefined) throw new RangeError(`${name} was not measured`);
	return time;
}
