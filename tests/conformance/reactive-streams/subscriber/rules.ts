import { expect } from 'vitest';
import type { Subscriber, Subscription } from '../../../../src/core/reactive/reactive-streams';
import type { Run } from '../../../../src/core/run/run';
import type { ReactiveStreams } from '../../../../src/core/strategies/reactive-streams/reactive-streams';
import type { Rule } from '../../rule';
import { gauge, type Start } from '../../strategies/lab';
import { monitored } from '../kits';

/** A message each millisecond, one worker of 10 ms, 5 ms each way, a window of ten. */
const busy = {
	strategy: 'reactive-streams',
	duration: 1,
	source: { process: 'constant', rate: 1000 },
	consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' },
	demand: { window: 10, batch: 4, delay: 0.005 }
};

const MS = 1e6;

/** The last signal of a stream, as a publisher gives it. */
function giveLast(subscriber: Subscriber<number>, signal: 'onComplete' | 'onError'): void {
	subscriber[signal](new Error('the source failed'));
}

/** The subscriber of a run, and a list of the calls of its subscription from here on. */
function recorded(run: Run) {
	const subscriber = run.mechanism as ReactiveStreams;
	const calls: string[] = [];
	subscriber.subscription = recording(calls, subscriber.subscription);
	return { subscriber, calls };
}

function recording(calls: string[], subscription: Subscription | null): Subscription {
	return {
		request(n) {
			calls.push(`request ${n}`);
			subscription?.request(n);
		},
		cancel() {
			calls.push('cancel');
			subscription?.cancel();
		}
	};
}

/** The rules for subscribers, and what the strategy's own subscriber makes of them. */
export const SUBSCRIBER_RULES: readonly Rule<Start>[] = [
	{
		name: '2.1 asks for its window at first, and for a batch after each batch processed',
		check(start) {
			const run = start(busy);
			expect(gauge(run, 'now.requested')).toBe(10);
			const { calls } = recorded(run);
			for (let time = 0; time <= 500; time++) {
				run.advance(time * MS);
				const batches = Math.floor(run.world.ledger.completed / 4);
				expect(calls).toEqual(new Array(batches).fill('request 4'));
			}
			expect(calls.length).toBeGreaterThan(5);
		}
	},
	{
		name: '2.2 onNext takes no time: work is for later, and what has no worker waits in the inbox',
		check(start) {
			const run = start(busy);
			run.advance(25 * MS);
			const { subscriber } = recorded(run);
			expect(run.world.consumer.inService).toBe(1);
			expect(subscriber.inbox.length).toBeGreaterThan(0);
			expect(gauge(run, 'now.delivered')).toBe(
				run.world.ledger.completed + run.world.consumer.inService + subscriber.inbox.length
			);
		}
	},
	{
		name: '2.3 calls neither request nor cancel within onComplete and onError',
		check(start) {
			for (const end of ['onComplete', 'onError'] as const) {
				const run = start(busy);
				run.advance(25 * MS);
				const { subscriber, calls } = recorded(run);
				giveLast(subscriber, end);
				expect(calls).toEqual([]);
			}
		}
	},
	{
		name: '2.4 asks for nothing after the last signal, and works on what it has',
		check(start) {
			for (const end of ['onComplete', 'onError'] as const) {
				const run = start(busy);
				run.advance(25 * MS);
				const { subscriber, calls } = recorded(run);
				giveLast(subscriber, end);
				run.advance(900 * MS);
				expect(calls).toEqual([]);
				expect(run.world.ledger.completed).toBe(10);
			}
		}
	},
	{
		name: '2.5 cancels a second subscription, and goes on with the first',
		check(start) {
			const run = start(busy);
			const { subscriber, calls } = recorded(run);
			const second: string[] = [];
			subscriber.onSubscribe(recording(second, null));
			expect(second).toEqual(['cancel']);
			run.advance(500 * MS);
			expect(calls.length).toBeGreaterThan(3);
			expect(calls).not.toContain('cancel');
		}
	},
	{
		name: '2.8 takes what still arrives after its own cancel, and nothing is lost',
		check(start) {
			const run = start(busy);
			run.advance(6 * MS);
			const { subscriber } = recorded(run);
			const before = gauge(run, 'now.delivered');
			subscriber.subscription?.cancel();
			run.advance(1000 * MS);
			const delivered = gauge(run, 'now.delivered');
			expect(delivered).toBeGreaterThan(before);
			expect(run.world.ledger.completed).toBe(delivered);
		}
	},
	{
		name: '2.9 takes onComplete, with requests before it that have arrived or not',
		check(start) {
			for (const time of [0, 25]) {
				const run = start(busy);
				run.advance(time * MS);
				const { subscriber } = recorded(run);
				expect(() => giveLast(subscriber, 'onComplete')).not.toThrow();
			}
		}
	},
	{
		name: '2.10 takes onError, with requests before it that have arrived or not',
		check(start) {
			for (const time of [0, 25]) {
				const run = start(busy);
				run.advance(time * MS);
				const { subscriber } = recorded(run);
				expect(() => giveLast(subscriber, 'onError')).not.toThrow();
			}
		}
	},
	{
		name: '2.13 behind its monitor, null is a TypeError in every signal that carries something',
		check(start) {
			const run = start(busy);
			const { subscriber } = recorded(run);
			const monitor = monitored(run.world.simulation, subscriber);
			const nothing = null as unknown;
			expect(() => monitor.onSubscribe(nothing as Subscription)).toThrow(TypeError);
			expect(() => monitor.onNext(nothing as number)).toThrow(TypeError);
			expect(() => monitor.onError(nothing as Error)).toThrow(TypeError);
		}
	},
	{
		name: '3.8 and gets no more than it has asked for, whether it processes or not',
		check(start) {
			const run = start({ ...busy, consumer: { ...busy.consumer, serviceTime: 100 } });
			run.advance(1000 * MS);
			expect(gauge(run, 'now.delivered')).toBe(10);
		}
	}
];
