import fc from 'fast-check';
import { expect } from 'vitest';
import type { Rule } from '../../rule';
import {
	logOf,
	type MakeKit,
	Notes,
	numbers,
	numbersThenFailure,
	request,
	subscribed
} from '../kits';

const SEED = 20_261_133;

/** A subscriber that requests by chance: at first, in each onNext, and from outside. */
const requests = fc.record({
	first: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
	each: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
	later: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
	count: fc.integer({ min: 0, max: 12 }),
	fails: fc.boolean(),
	cancelAfter: fc.option(fc.integer({ min: 1, max: 12 }))
});

/** Lets subscribers of all kinds have their way; `check` looks at each after everything. */
function onAnyRequests(
	make: MakeKit,
	check: (log: readonly (string | number)[], requested: number, count: number) => void
): void {
	fc.assert(
		fc.property(requests, ({ first, each, later, count, fails, cancelAfter }) => {
			let requested = 0;
			let isOver = false;
			const kit = make();
			const ask = (amount: number) => {
				if (amount === 0 || isOver) return;
				requested += amount;
				subscriber.subscription.request(amount);
			};
			const subscriber = new Notes({
				onSubscribe: () => first.forEach(ask),
				onNext(item, subscription) {
					ask(each[item % each.length] ?? 0);
					if (item + 1 !== cancelAfter) return;
					isOver = true;
					subscription.cancel();
				},
				onError: () => {
					isOver = true;
				},
				onComplete: () => {
					isOver = true;
				}
			});
			kit.publisherOf(fails ? numbersThenFailure(count) : numbers(count)).subscribe(subscriber);
			for (const amount of later) {
				kit.runDry();
				ask(amount);
			}
			kit.runDry();
			check(subscriber.log, requested, count);
		}),
		{ seed: SEED, numRuns: 300 }
	);
}

/** The rules for publishers that hold for each subscription of any publisher. */
export const PUBLISHER_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '1.1 no more onNext than was requested in all, whatever is requested when',
		check: (make) =>
			onAnyRequests(make, (log, requested) => {
				const items = log.filter((entry) => typeof entry === 'number');
				expect(items.length).toBeLessThanOrEqual(requested);
				expect(items).toEqual([...numbers(items.length)]);
			})
	},
	{
		name: '1.2 fewer than were requested, if there are no more',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(3));
			request(kit, subscriber, 10);
			expect(subscriber.log).toEqual(logOf(3, 'complete'));
		}
	},
	{
		name: '1.4 a failure is told by one onError, after what came before it',
		check(make) {
			for (const count of [0, 1, 5]) {
				const { kit, subscriber } = subscribed(make, numbersThenFailure(count));
				for (let time = 0; time < count; time++) request(kit, subscriber, 1);
				expect(subscriber.log).toEqual(logOf(count, 'Error'));
			}
		}
	},
	{
		name: '1.5 the end is told by onComplete, with no demand left',
		check(make) {
			for (const count of [0, 1, 5]) {
				const { kit, subscriber } = subscribed(make, numbers(count));
				for (let time = 0; time < count; time++) request(kit, subscriber, 1);
				expect(subscriber.log).toEqual(logOf(count, 'complete'));
			}
		}
	},
	{
		name: '1.6 after the last signal the subscription is canceled: request and cancel do nothing',
		check(make) {
			for (const items of [numbers(2), numbersThenFailure(2)]) {
				const { kit, subscriber } = subscribed(() => make(false), items);
				request(kit, subscriber, 2);
				const before = [...subscriber.log];
				for (const amount of [1, 0, -1]) request(kit, subscriber, amount);
				subscriber.subscription.cancel();
				kit.runDry();
				expect(subscriber.log).toEqual(before);
			}
		}
	},
	{
		name: '1.7 onSubscribe onNext* (onError | onComplete)?, whatever is requested when',
		check: (make) =>
			onAnyRequests(make, (log) => {
				expect(log.join(' ')).toMatch(/^subscribed( \d+)*( Error| complete)?$/);
			})
	},
	{
		name: '1.8 after a cancel comes nothing but what is on its way',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(100));
			request(kit, subscriber, 3);
			subscriber.subscription.request(4);
			subscriber.subscription.cancel();
			kit.runDry();
			const before = [...subscriber.log];
			request(kit, subscriber, 50);
			expect(subscriber.log).toEqual(before);
			expect(before.length).toBeLessThanOrEqual(1 + 3 + 4);
		}
	},
	{
		name: '1.9 onSubscribe comes first, subscribe returns, and without a subscriber it throws a TypeError',
		check(make) {
			for (const items of [numbers(0), numbersThenFailure(0), numbers(3)]) {
				expect(subscribed(make, items).subscriber.log[0]).toBe('subscribed');
			}
			const nobody = null as unknown as Notes;
			expect(() => make().publisherOf(numbers(1)).subscribe(nobody)).toThrow(TypeError);
		}
	},
	{
		name: '2.1 who requests nothing gets nothing, for ever',
		check: (make) => expect(subscribed(make, numbers()).subscriber.log).toEqual(logOf(0))
	},
	{
		name: '2.6 who has enough cancels, and a cancel in onNext is the end of it',
		check(make) {
			const taken: number[] = [];
			const { kit, subscriber } = subscribed(
				make,
				numbers(),
				new Notes({
					onNext(item, subscription) {
						taken.push(item);
						if (item === 2) subscription.cancel();
						else subscription.request(1);
					}
				})
			);
			request(kit, subscriber, 1);
			expect(taken).toEqual([0, 1, 2]);
		}
	}
];

/** The same for a publisher that is at hand, so that nothing is on its way to its subscriber. */
export const AT_HAND_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '2.6 with demand left, a cancel in onNext is the end of it at once',
		check(make) {
			const { kit, subscriber } = subscribed(
				make,
				numbers(9),
				new Notes({
					onNext(item, subscription) {
						if (item === 2) subscription.cancel();
					}
				})
			);
			request(kit, subscriber, 5, 1);
			expect(subscriber.log).toEqual(logOf(3));
		}
	}
];

/** How many signals are under way at once, at most, for a subscriber that requests in all of them. */
export function mostAtOnce(make: MakeKit): number {
	let depth = 0;
	let most = 0;
	const during = (act: () => void) => {
		most = Math.max(most, ++depth);
		act();
		depth--;
	};
	const { subscriber } = subscribed(
		() => make(false),
		numbers(50),
		new Notes({
			onSubscribe: (subscription) => during(() => subscription.request(2)),
			onNext: (_, subscription) => during(() => subscription.request(2)),
			onComplete: () => during(() => {})
		})
	);
	expect(subscriber.log).toEqual(logOf(50, 'complete'));
	return most;
}
