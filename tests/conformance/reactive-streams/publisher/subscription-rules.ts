import { expect } from 'vitest';
import { UNBOUNDED } from '../../../../src/core/reactive/demand';
import type { Rule } from '../../rule';
import { logOf, type MakeKit, Notes, numbers, request, subscribed } from '../kits';
import { deepest, MANY } from './depth';
import { mostAtOnce } from './rules';

/** What is no number of items to ask for. */
const NO_AMOUNTS = [0, -1, -1234567, Number.NaN, 1.5, 0.5, -Infinity];

/** The rules for subscriptions. */
export const SUBSCRIPTION_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '1.3 signals come one at a time, also when each of them requests more',
		check: (make) => expect(mostAtOnce(make)).toBe(1)
	},
	{
		name: '3.2 request within onSubscribe and within onNext',
		check(make) {
			const { subscriber } = subscribed(
				make,
				numbers(6),
				new Notes({
					onSubscribe: (subscription) => subscription.request(3),
					onNext: (_, subscription) => subscription.request(1)
				})
			);
			expect(subscriber.log).toEqual(logOf(6, 'complete'));
		}
	},
	{
		name: `3.3 request within onNext does not recurse: depth 1 with ${MANY} items`,
		check: (make) => expect(deepest(make(), MANY)).toBe(1)
	},
	{
		name: '3.4 request takes no time',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(9));
			const { now } = kit.simulation;
			subscriber.subscription.request(9);
			expect(kit.simulation.now).toBe(now);
		}
	},
	{
		name: '3.5 cancel takes no time, and as often as one likes it has one effect',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			request(kit, subscriber, 2);
			const { now } = kit.simulation;
			for (let time = 0; time < 1000; time++) subscriber.subscription.cancel();
			expect(kit.simulation.now).toBe(now);
			kit.runDry();
			expect(subscriber.log).toEqual(logOf(2));
		}
	},
	{
		name: '3.6 request after cancel does nothing, whatever the amount',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.cancel();
			request(kit, subscriber, 1, UNBOUNDED, ...NO_AMOUNTS);
			expect(subscriber.log).toEqual(logOf(0));
		}
	},
	{
		name: '3.7 cancel after cancel does nothing and does not throw',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.cancel();
			kit.runDry();
			expect(() => subscriber.subscription.cancel()).not.toThrow();
			kit.runDry();
			expect(subscriber.log).toEqual(logOf(0));
		}
	},
	{
		name: '3.8 requests add up, within a signal too',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.request(2);
			subscriber.subscription.request(3);
			kit.runDry();
			expect(subscriber.log).toEqual(logOf(5));

			const asksThrice = new Notes({
				onSubscribe(subscription) {
					for (let time = 0; time < 3; time++) subscription.request(1);
				}
			});
			expect(subscribed(make, numbers(), asksThrice).subscriber.log).toEqual(logOf(3));
		}
	},
	{
		name: '3.9 an amount that is not a whole number ≥ 1 is answered by onError with a RangeError',
		check(make) {
			for (const amount of NO_AMOUNTS) {
				const { kit, subscriber } = subscribed(make, numbers());
				request(kit, subscriber, 2, amount);
				expect(subscriber.log).toEqual(logOf(2, 'RangeError'));
				expect(subscriber.error).toBeInstanceOf(RangeError);
			}
		}
	},
	{
		name: '3.9 within a signal the answer comes after that signal',
		check(make) {
			const { kit, subscriber } = subscribed(
				make,
				numbers(),
				new Notes({ onNext: (_, subscription) => subscription.request(0) })
			);
			request(kit, subscriber, 1);
			expect(subscriber.log).toEqual(logOf(1, 'RangeError'));
		}
	},
	{
		name: '3.12 after a cancel at most what was requested comes, and then silence',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(20));
			subscriber.subscription.request(10);
			subscriber.subscription.request(5);
			subscriber.subscription.cancel();
			kit.runDry();
			expect(subscriber.items.length).toBeLessThanOrEqual(15);
			expect(subscriber.log).toEqual(logOf(subscriber.items.length));
		}
	},
	{
		name: '3.13 after a cancel nothing reaches the subscriber any more',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.cancel();
			kit.runDry();
			request(kit, subscriber, 1, 0);
			expect(subscriber.log).toEqual(logOf(0));
		}
	},
	{
		name: '3.15 cancel returns normally: before, during and after everything',
		check(make) {
			const { kit, subscriber } = subscribed(
				() => make(false),
				numbers(1),
				new Notes({
					onNext: (_, subscription) => subscription.cancel(),
					onComplete: (subscription) => subscription.cancel()
				})
			);
			request(kit, subscriber, 1);
			expect(() => subscriber.subscription.cancel()).not.toThrow();
		}
	},
	{
		name: '3.16 request returns normally, whatever the amount',
		check(make) {
			for (const amount of [...NO_AMOUNTS, 1, UNBOUNDED, Infinity]) {
				const { subscriber } = subscribed(make, numbers(3));
				expect(() => subscriber.subscription.request(amount)).not.toThrow();
			}
		}
	},
	{
		name: '3.17 demand adds up to 2^53 − 1 and stays there: no error, and none is lost',
		check(make) {
			for (const amounts of [
				[UNBOUNDED],
				[Infinity],
				[UNBOUNDED - 1, UNBOUNDED - 1],
				[(UNBOUNDED - 1) / 2, (UNBOUNDED - 1) / 2, 1],
				[1e300, 1, 2, 3]
			]) {
				const { subscriber } = subscribed(
					make,
					numbers(100),
					new Notes({
						onSubscribe(subscription) {
							for (const amount of amounts) subscription.request(amount);
						},
						onNext: (item, subscription) => {
							if (item < 10) subscription.request(UNBOUNDED - 1);
						}
					})
				);
				expect(subscriber.log).toEqual(logOf(100, 'complete'));
			}
		}
	}
];

/** The rules that a publisher may use that delivers within `request`. */
export const SYNCHRONOUS_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '3.10 request may call onNext before it returns',
		check(make) {
			const { subscriber } = subscribed(make, numbers(9));
			subscriber.subscription.request(2);
			expect(subscriber.log).toEqual(logOf(2));
		}
	},
	{
		name: '3.11 request may call onComplete before it returns',
		check(make) {
			const { subscriber } = subscribed(make, numbers(2));
			subscriber.subscription.request(2);
			expect(subscriber.log).toEqual(logOf(2, 'complete'));
		}
	}
];
