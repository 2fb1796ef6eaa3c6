/** A piece of work that is timed; returns something that depends on all of it. */
export type Work = () => number;

/** How many times as long one of the measured works takes as another. */
export type Ratio<Name extends string> = (one: Name, other: Name) => number;

const ROUNDS = 15;

/**
 * Times pieces of work in rounds in which all take their turn. A ratio is the median of the rounds'
 * ratios, so that a machine that is slower for a while hits both sides alike. The first round is
 * not counted.
 */
export function ratiosOf<Name extends string>(works: Readonly<Record<Name, Work>>): Ratio<Name> {
	const names = Object.keys(works) as Name[];
	const rounds: Map<Name, number>[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const times = new Map(names.map((name) => [name, timeOf(works[name])]));
		if (round > 0) rounds.push(times);
	}
	const of = (times: Map<Name, number>, name: Name) => times.get(name) ?? Number.NaN;
	return (one, other) => median(rounds.map((times) => of(times, one) / of(times, other)));
}

function timeOf(work: Work): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** @throws {Error} if Node was started without `--expose-gc`. */
export function collectGarbage(): void {
	const { gc } = globalThis as { gc?: () => void };
	if (gc === undefined) throw new Error('start the bench with --expose-gc');
	gc();
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
