import type { Scenario } from '../../core/scenario/scenario';
import type { StrategyPlan } from '../../core/strategies/plan';
import type { Frame } from '../../engine/protocol';
import { isGateShut, isHeldBack } from '../held-back';
import { readingOf } from '../words/fill-words';

/**
 * What shuts a pipe. `hand`: the producer, or the source where there is none, has a message that
 * cannot go on. `permits`: records wait because every permit is held. `gate`: consumer lag is too
 * high, or nobody knows it.
 */
export type BarKind = 'hand' | 'permits' | 'gate';

/** What may shut a pipe of a plan; null for a pipe that is never shut. Pure. */
export function barOf(plan: StrategyPlan, from: number, to: number): BarKind | null {
	const giver = plan.stations[from];
	const taker = plan.stations[to];
	if (giver?.kind === 'producer') return 'hand';
	if (taker?.kind === 'bucket') return 'gate';
	if (taker?.kind === 'holders' && taker.queue) return 'permits';
	// Where nobody stands between the source and a store, what is held back stays at the source.
	const isTold = plan.signals.some((signal) => signal.to === giver?.id);
	return giver?.kind === 'source' && isTold ? 'hand' : null;
}

/** Whether a bar lies across its pipe in a frame. `from` is the station before the pipe. Pure. */
export function isShut(kind: BarKind, frame: Frame, settings: Scenario, from: number): boolean {
	switch (kind) {
		case 'hand':
			return isHeldBack(frame);
		case 'permits': {
			const waits = (frame.counts[from] ?? 0) > 0;
			return waits && readingOf(frame, 'now.permitsHeld') >= settings.semaphore.permits;
		}
		case 'gate':
			return isGateShut(frame);
	}
}
