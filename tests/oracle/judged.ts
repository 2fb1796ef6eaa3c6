/**
 * What is said of a run afterwards, from the times of its messages alone and as plainly as possible.
 * Imports nothing. All times are integers; every message that leaves is done, and the source is open.
 */
export interface Told {
	readonly offered: readonly number[];
	readonly accepted: readonly (number | null)[];
	readonly completed: readonly (number | null)[];
	/** When the run was looked at; everything up to and including this time has happened. */
	readonly end: number;
}

/** From `at` on a message may take so long; Infinity for any time. In order of time, the first at 0. */
export interface DeadlineStep {
	readonly at: number;
	readonly deadline: number;
}

/** How many were done within the deadline that held when they were done, and how many were not. */
export function judged({ offered, completed }: Told, steps: readonly DeadlineStep[]) {
	let inTime = 0;
	let late = 0;
	completed.forEach((done, message) => {
		if (done === null) return;
		const inForce = steps.filter(({ at }) => at <= done).at(-1)?.deadline ?? Infinity;
		if (done - (offered[message] ?? 0) > inForce) late++;
		else inTime++;
	});
	return { inTime, late };
}

/** How many were offered longer ago than the deadline that holds at the end, and are not done. */
export function overdue({ offered, completed, end }: Told, steps: readonly DeadlineStep[]): number {
	const deadline = steps.filter(({ at }) => at <= end).at(-1)?.deadline ?? Infinity;
	return offered.filter((time, message) => completed[message] === null && end - time > deadline)
		.length;
}

/**
 * From the last change until the backlog is no larger than just before the first one. Completions come
 * before offers at one instant, and the backlog is looked at after each.
 */
export function recovered(told: Told, changes: readonly number[]): number | null {
	const first = Math.min(...changes);
	const last = Math.max(...changes);
	const events = [
		...told.completed.flatMap((time) => (time === null ? [] : [{ time, step: -1 }])),
		...told.offered.map((time) => ({ time, step: 1 }))
	].sort((one, other) => one.time - other.time || one.step - other.step);
	let backlog = 0;
	for (const { time, step } of events) if (time < first) backlog += step;
	const before = backlog;
	let hasLeft = false;
	for (const { time, step } of events) {
		if (time < first) continue;
		// The change itself: it is not the first, and the backlog is not larger.
		if (time >= last && last > first && backlog <= before) return 0;
		backlog += step;
		if (backlog > before) hasLeft = true;
		else if (time >= last && (hasLeft || last > first)) return time - last;
	}
	if (last > first && backlog <= before) return 0;
	return hasLeft || changes.length === 0 ? null : 0;
}

/**
 * From the last change, or 0 without one, until a message came into the producer's hand that could not
 * go on at once. The producer takes the next message when the one before it was accepted.
 */
export function felt({ offered, accepted, end }: Told, changes: readonly number[]): number | null {
	const since = Math.max(0, ...changes);
	let free = 0;
	for (const [message, time] of offered.entries()) {
		const inHand = Math.max(time, free);
		const on = accepted[message] ?? null;
		if (inHand >= since && inHand < (on ?? end)) return inHand - since;
		if (on === null) return null;
		free = on;
	}
	return null;
}
