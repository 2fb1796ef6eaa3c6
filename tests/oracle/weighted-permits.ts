/** A task that comes at a time, asks for some permits and holds them for a while. */
export interface Task {
	readonly arrival: number;
	readonly permits: number;
	readonly hold: number;
}

/**
 * When each task begins that shares `size` permits with the others, strictly in the order of their
 * arrivals: not before any that came earlier, and as soon as its permits are free. Nobody asks for
 * more than there are. What ends at an instant is free at that instant.
 */
export function permitTimes(tasks: readonly Task[], size: number): number[] {
	const starts: number[] = [];
	let latest = 0;
	for (const { arrival, permits } of tasks) {
		const ends = starts.map((start, n) => start + (tasks[n]?.hold ?? 0));
		const earliest = Math.max(arrival, latest);
		const heldAt = (time: number) =>
			ends.reduce((sum, end, n) => sum + (end > time ? (tasks[n]?.permits ?? 0) : 0), 0);
		latest = [earliest, ...ends.filter((end) => end > earliest)]
			.sort((one, other) => one - other)
			.find((time) => heldAt(time) + permits <= size) as number;
		starts.push(latest);
	}
	return starts;
}
