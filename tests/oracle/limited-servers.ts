/** From `at` on, at most `limit` may be served at once. Times in nanoseconds, ascending. */
export interface LimitChange {
	readonly at: number;
	readonly limit: number;
}

/**
 * When each message of a first-come line is started, if nothing that has begun is taken away and
 * nothing new begins until fewer than the limit in force are served: at one instant changes come
 * first, then completions, then starts. Infinity for what is never started. From the rule alone.
 * @param offered when each message comes, ascending
 * @param service how long each takes
 * @param changes the limits, the first from 0 on
 */
export function limitedStarts(
	offered: readonly number[],
	service: readonly number[],
	changes: readonly LimitChange[]
): number[] {
	const completions: number[] = [];
	let before = 0;
	return offered.map((offer, message) => {
		let time = Math.max(offer, before);
		while (servedAt(completions, time) >= limitAt(changes, time)) {
			const later = [...completions, ...changes.map(({ at }) => at)].filter((one) => one > time);
			time = Math.min(...later);
			if (time === Infinity) break;
		}
		before = time;
		completions.push(time + (service[message] ?? 0));
		return time;
	});
}

function servedAt(completions: readonly number[], time: number): number {
	return completions.filter((completion) => completion > time && completion !== Infinity).length;
}

function limitAt(changes: readonly LimitChange[], time: number): number {
	return changes.findLast(({ at }) => at <= time)?.limit ?? 0;
}
