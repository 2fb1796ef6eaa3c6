import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../../src/core/kernel/simulation';
import { addDemand, lessOne, UNBOUNDED } from '../../../../src/core/reactive/demand';
import { Monitor } from '../../../../src/core/reactive/monitor';
import type { Subscription } from '../../../../src/core/reactive/reactive-streams';
import { monitored, Notes } from '../kits';
import { PUBLISHER_RULES } from '../publisher/rules';
import { MULTI_SUBSCRIBE_RULES, UNICAST_RULES } from '../publisher/several-cases';
import { SUBSCRIPTION_RULES, SYNCHRONOUS_RULES } from '../publisher/subscription-rules';
import { SUBSCRIBER_RULES } from '../subscriber/rules';

/** A subscription that does nothing at all. */
const idle: Subscription = { request() {}, cancel() {} };

const simulation = new Simulation();

/** A subscriber that requests so many, behind a monitor that has seen its onSubscribe. */
function watching(requested: number, subscriber = new Notes()) {
	const monitor = monitored(simulation, subscriber);
	monitor.onSubscribe(idle);
	if (requested > 0) monitor.request(requested);
	return monitor;
}

/** What breaks each rule that can be seen between a publisher and a subscriber. */
const BROKEN: readonly (readonly [rule: string, what: string, act: () => void])[] = [
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

describe('the monitor finds', () => {
	it.each(BROKEN)('rule %s broken: %s', (rule, _, act) => {
		expect(act).toThrow(`rule ${rule}: `);
	});

	it.each(['onSubscribe', 'onNext', 'onError'] as const)('a null in %s', (signal) => {
		const monitor = monitored(simulation, new Notes());
		expect(() => monitor[signal](null as never)).toThrow(TypeError);
	});
});

describe('demand', () => {
	it.each([
		[0, 3, 3],
		[2, 3, 5],
		[UNBOUNDED - 1, 1, UNBOUNDED],
		[UNBOUNDED - 1, UNBOUNDED - 1, UNBOUNDED],
		[1, Infinity, UNBOUNDED],
		[UNBOUNDED, 1, UNBOUNDED]
	])('of %s and a request for %s are %s', (demand, n, expected) => {
		expect(addDemand(demand, n)).toBe(expected);
	});

	it('of so many is one less after a delivery, but never less than 0, and unbounded stays so', () => {
		expect([5, 1, 0, UNBOUNDED - 1, UNBOUNDED].map(lessOne)).toEqual([
			4,
			0,
			0,
			UNBOUNDED - 2,
			UNBOUNDED
		]);
	});
});

describe('the monitor lets pass', () => {
	it('what was on its way when the subscriber canceled, for one round trip', () => {
		const world = new Simulation();
		const monitor = monitored(world, new Notes(), 10);
		monitor.onSubscribe(idle);
		monitor.request(5);
		monitor.cancel();
		world.now = 10;
		monitor.onNext(1);
		world.now = 11;
		expect(() => monitor.onNext(2)).toThrow('rule 1.8');
	});

	it('what was on its way when the publisher completed, for one round trip', () => {
		const world = new Simulation();
		const monitor = monitored(world, new Notes(), 0, 10);
		monitor.onSubscribe(idle);
		monitor.onComplete();
		world.now = 10;
		monitor.request(1);
		world.now = 11;
		expect(() => monitor.request(1)).toThrow('rule 2.4');
	});

	it('a rule that is waived, and only that one', () => {
		const monitor = new Monitor(simulation, new Notes(), {
			fromPublisher: 0,
			fromSubscriber: 0,
			waived: ['1.1']
		});
		monitor.onSubscribe(idle);
		monitor.onNext(1);
		expect(monitor.delivered).toBe(1);
		monitor.onComplete();
		expect(() => monitor.onNext(2)).toThrow('rule 1.7');
	});
});

/** Rules that nothing in one thread can break, each with the reason. */
const BY_CONSTRUCTION: Readonly<Record<string, string>> = {
	'2.7': 'request and cancel are calls of one thread: none begins before the last has returned',
	'2.11': 'in one thread a signal has happened before whatever is done about it',
	'3.1': 'a subscription is handed to its subscriber by onSubscribe, and to nobody else'
};

/** What the monitor checks in every run. */
const BY_MONITOR = ['2.12'];

const RULES = [11, 13, 17].flatMap((count, part) =>
	Array.from({ length: count }, (_, index) => `${part + 1}.${index + 1}`)
);

describe('the 41 rules', () => {
	const tested = [
		...PUBLISHER_RULES,
		...SUBSCRIPTION_RULES,
		...SYNCHRONOUS_RULES,
		...MULTI_SUBSCRIBE_RULES,
		...UNICAST_RULES,
		...SUBSCRIBER_RULES
	].map(({ name }) => name.split(' ')[0] ?? '');

	it('are tested one by one, checked in every run, or cannot be broken here', () => {
		expect(RULES).toHaveLength(41);
		const covered = new Set([...tested, ...Object.keys(BY_CONSTRUCTION), ...BY_MONITOR]);
		expect(RULES.filter((rule) => !covered.has(rule))).toEqual([]);
		expect([...covered].filter((rule) => !RULES.includes(rule))).toEqual([]);
	});

	it('that cannot be broken here have no test', () => {
		expect(tested.filter((rule) => Object.hasOwn(BY_CONSTRUCTION, rule))).toEqual([]);
	});
});
