import { Simulation } from '../../../../src/core/kernel/simulation';
import type { Monitor } from '../../../../src/core/reactive/monitor';
import type { Subscription } from '../../../../src/core/reactive/reactive-streams';
import { monitored, Notes } from '../kits';

/** A subscription that does nothing at all. */
export const idle: Subscription = { request() {}, cancel() {} };

const simulation = new Simulation();

/** A subscriber that requests so many, behind a monitor that has seen its onSubscribe. */
function watching(requested: number, subscriber = new Notes()) {
	const monitor = monitored(simulation, subscriber);
	monitor.onSubscribe(idle);
	if (requested > 0) monitor.request(requested);
	return monitor;
}

/** What breaks each rule that can be seen between a publisher and a subscriber. */
export const BROKEN: readonly (readonly [rule: string, what: string, act: () => void])[] = [
	['1.1', 'an item nobody asked for', () => watching(0).onNext(1)],
	[
		'1.1',
		'one item more than was requested',
		() => {
			const monitor = watching(2);
			for (const item of [1, 2, 3]) monitor.onNext(item);
		}
	],
	[
		'1.3',
		'onNext within onNext',
		() => {
			const monitor: Monitor<number> = watching(5, new Notes({ onNext: () => monitor.onNext(2) }));
			monitor.onNext(1);
		}
	],
	[
		'1.3',
		'onNext within onSubscribe',
		() => {
			const subscriber = new Notes({
				onSubscribe(subscription) {
					subscription.request(1);
					monitor.onNext(1);
				}
			});
			const monitor = monitored(simulation, subscriber);
			monitor.onSubscribe(idle);
		}
	],
	...(['onNext', 'onComplete', 'onError'] as const).flatMap((signal) => [
		[
			'1.7',
			`${signal} after onComplete`,
			() => {
				const monitor = watching(5);
				monitor.onComplete();
				give(monitor, signal);
			}
		] as const,
		[
			'1.7',
			`${signal} after onError`,
			() => {
				const monitor = watching(5);
				monitor.onError(new Error('failed'));
				give(monitor, signal);
			}
		] as const,
		[
			'1.8',
			`${signal} after cancel`,
			() => {
				const monitor = watching(5);
				monitor.cancel();
				give(monitor, signal);
			}
		] as const,
		[
			'1.9',
			`${signal} before onSubscribe`,
			() => give(monitored(simulation, new Notes()), signal)
		] as const
	]),
	...(['request', 'cancel'] as const).flatMap((method) =>
		(['onComplete', 'onError'] as const).map(
			(signal) =>
				[
					'2.3',
					`${method} within ${signal}`,
					() => {
						const habit = (subscription: Subscription) => subscription[method](1);
						give(watching(5, new Notes({ onComplete: habit, onError: habit })), signal);
					}
				] as const
		)
	),
	[
		'2.4',
		'request after the end',
		() => {
			const monitor = watching(5);
			monitor.onComplete();
			monitor.request(1);
		}
	],
	['2.12', 'a second onSubscribe', () => watching(1).onSubscribe(idle)],
	['3.9', 'a request for nothing that is not answered', () => watching(0).request(0)]
];

function give(monitor: Monitor<number>, signal: 'onNext' | 'onComplete' | 'onError'): void {
	if (signal === 'onNext') monitor.onNext(1);
	else if (signal === 'onError') monitor.onError(new Error('failed'));
	else monitor.onComplete();
}
