import type { StrategyPlan } from '../core/strategies/plan';
import type { Frame } from '../engine/protocol';
import { readingOf } from './words/fill-words';

/** Whether the producer has a message in hand that cannot go on. Pure. */
export function isHeldBack(frame: Frame): boolean {
	return !Number.isNaN(readingOf(frame, 'now.heldBackFor'));
}

/** Whether the consumer died: messages were lost with it and nobody works any more. Pure. */
export function isDead(frame: Frame): boolean {
	return readingOf(frame, 'counts.lost') > 0 && frame.service.every(Number.isNaN);
}

/** Whether the gate in front of a bucket is shut. Pure. */
export function isGateShut(frame: Frame): boolean {
	return readingOf(frame, 'now.gateOpen') === 0;
}

/** Permits that are held for tasks that are over; 0 where there are no permits. Pure. */
export function permitsLeaked(frame: Frame): number {
	return readingOf(frame, 'now.permitsLeaked') || 0;
}

/**
 * Whether the publisher has messages, everything that was requested is processed, and so nobody
 * will ever ask for more. Pure.
 */
export function isDemandDead(plan: StrategyPlan, frame: Frame): boolean {
	const demand = plan.stations.findIndex(({ kind }) => kind === 'demand');
	if (demand < 0 || !(readingOf(frame, 'now.requested') > 0)) return false;
	const waits = frame.counts.subarray(0, demand).some((count) => count > 0);
	return waits && readingOf(frame, 'now.outstanding') === 0;
}
