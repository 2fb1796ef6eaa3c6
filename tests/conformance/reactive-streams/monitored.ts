import type { Simulation } from '../../../src/core/kernel/simulation';
import { Monitor } from '../../../src/core/reactive/monitor';
import type { Subscriber } from '../../../src/core/reactive/reactive-streams';

/** Puts the monitor of every run around a subscriber. */
export function monitored<T>(
	simulation: Simulation,
	subscriber: Subscriber<T>,
	fromPublisher = 0,
	fromSubscriber = 0
): Monitor<T> {
	return new Monitor(simulation, subscriber, { fromPublisher, fromSubscriber, waived: [] });
}
