import type { Nanoseconds } from '../../core/kernel/time';
import type { Frame, Target } from '../../engine/protocol';

/** What a step must know of a picture. */
type Standing = Pick<Frame, 'event' | 'next' | 'latest' | 'rank' | 'before'>;

/**
 * Where each of several runs that stand at one instant goes with one step: to the earliest next event
 * of all. Runs that have an event then play one, the others only let the time pass. What happens at one
 * instant is gone through round by round, an event of each run that still has one. Pure.
 * @param end where the runs go when nothing is to happen any more
 */
export function stepTargets(standing: readonly Standing[], end: Nanoseconds): readonly Target[] {
	const time = Math.min(...standing.map(({ next }) => next));
	return standing.map(({ event, next }) => {
		if (time === Infinity) return { kind: 'time', time: end };
		return next === time ? { kind: 'event', event: event + 1 } : { kind: 'time', time };
	});
}

/**
 * Where each run goes with one step back, so that a step and a step back lead to the same pictures:
 * the last round of the latest instant is taken back. Null where nothing has happened yet. Pure.
 */
export function stepBackTargets(standing: readonly Standing[]): readonly Target[] | null {
	if (standing.every(({ event }) => event === 0)) return null;
	const instant = Math.max(...standing.map(({ latest }) => latest));
	const isThere = (one: Standing) => one.event > 0 && one.latest === instant;
	const round = Math.max(...standing.filter(isThere).map(({ rank }) => rank));
	if (round > 1) {
		return standing.map((one) =>
			isThere(one) && one.rank === round
				? { kind: 'event', event: one.event - 1 }
				: { kind: 'time', time: instant }
		);
	}
	// The whole instant is taken back: all stand where the one before it left them. Whose own event
	// that was is asked for it: an engine keeps what lies just before an event at hand.
	const time = Math.max(...standing.map((one) => (isThere(one) ? one.before : one.latest)));
	return standing.map((one) =>
		isThere(one) && one.before === time
			? { kind: 'event', event: one.event - 1 }
			: { kind: 'time', time }
	);
}
