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
import { deepest } from './depth';

/**
 * The cases of the specification's own test kit for publishers, by their names there, those that it
 * names and leaves untested too. Where it waits for a while and hopes that nothing more comes, the
 * clock is run dry here, which proves it. Left out is what needs several threads.
 */
export const PUBLISHER_CASES: readonly Rule<MakeKit>[] = [
	...[1, 3].map((count) => ({
		name: `required_createPublisher${count}MustProduceAStreamOfExactly${count}Element${count === 1 ? '' : 's'}`,
		check(make: MakeKit) {
			const { kit, subscriber } = subscribed(make, numbers(count));
			request(kit, subscriber, ...new Array(count).fill(1));
			expect(subscriber.log).toEqual(logOf(count, 'complete'));
		}
	})),

	{
		name: 'required_validate_maxElementsFromPublisher',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			request(kit, subscriber, 10_000);
			expect(subscriber.items).toHaveLength(10_000);
		}
	},

	{
		name: 'required_validate_boundedDepthOfOnNextAndRequestRecursion',
		check(make) {
			expect(deepest(make(), 100)).toBe(1);
		}
	},

	{
		name: 'required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(5));
			const seen = [1, 1, 2].map((amount) => {
				request(kit, subscriber, amount);
				return subscriber.items.length;
			});
			expect(seen).toEqual([1, 2, 4]);
		}
	},

	{
		name: 'required_spec102_maySignalLessThanRequestedAndTerminateSubscription',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(3));
			request(kit, subscriber, 10);
			expect(subscriber.log).toEqual(logOf(3, 'complete'));
		}
	},

	{
		name: 'stochastic_spec103_mustSignalOnMethodsSequentially',
		check(make) {
			const kit = make();
			let within = 0;
			const enter = () => {
				expect(++within).toBe(1);
			};
			const subscriber = new Notes({
				onSubscribe(subscription) {
					enter();
					subscription.request(3);
					within--;
				},
				onNext(_item, subscription) {
					enter();
					subscription.request(1);
					subscription.request(1);
					within--;
				},
				onComplete: enter
			});
			kit.publisherOf(numbers(100)).subscribe(subscriber);
			kit.runDry();
			expect(subscriber.log).toEqual(logOf(100, 'complete'));
		}
	},

	{
		name: 'optional_spec104_mustSignalOnErrorWhenFails',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbersThenFailure(3));
			request(kit, subscriber, 10);
			expect(subscriber.log).toEqual(logOf(3, 'Error'));
			expect(subscriber.error?.message).toBe('the source failed');
		}
	},

	{
		name: 'required_spec105_mustSignalOnCompleteWhenFiniteStreamTerminates',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(3));
			request(kit, subscriber, 3);
			expect(subscriber.log).toEqual(logOf(3, 'complete'));
		}
	},

	{
		name: 'optional_spec105_emptyStreamMustTerminateBySignallingOnComplete',
		check(make) {
			expect(subscribed(make, []).subscriber.log).toEqual(logOf(0, 'complete'));
		}
	},

	{
		name: 'untested_spec106_mustConsiderSubscriptionCancelledAfterOnErrorOrOnCompleteHasBeenCalled',
		check(make) {
			for (const items of [numbers(1), numbersThenFailure(1)]) {
				// A monitor would stop this subscriber (rule 2.4); here the handle itself must not mind.
				const { kit, subscriber } = subscribed(() => make(false), items);
				request(kit, subscriber, 1);
				const before = [...subscriber.log];
				expect(before).toHaveLength(3);
				request(kit, subscriber, 1, 0, 7);
				subscriber.subscription.cancel();
				kit.runDry();
				expect(subscriber.log).toEqual(before);
			}
		}
	},
	{
		name: 'required_spec107_mustNotEmitFurtherSignalsOnceOnCompleteHasBeenSignalled',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(1));
			request(kit, subscriber, 10);
			expect(subscriber.log).toEqual(logOf(1, 'complete'));
		}
	},

	{
		name: 'untested_spec107_mustNotEmitFurtherSignalsOnceOnErrorHasBeenSignalled',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbersThenFailure(1));
			request(kit, subscriber, 10);
			expect(subscriber.log).toEqual(logOf(1, 'Error'));
		}
	},

	{
		name: 'untested_spec108_possiblyCanceledSubscriptionShouldNotReceiveOnErrorOrOnCompleteSignals',
		check(make) {
			for (const items of [numbers(3), numbersThenFailure(3)]) {
				const { kit, subscriber } = subscribed(make, items);
				request(kit, subscriber, 2);
				subscriber.subscription.cancel();
				kit.runDry();
				expect(subscriber.items).toHaveLength(2);
			}
		}
	},

	{
		name: 'required_spec109_mustIssueOnSubscribeForNonNullSubscriber',
		check(make) {
			expect(subscribed(make, numbers(1)).subscriber.log[0]).toBe('subscribed');
		}
	},

	{
		name: 'required_spec109_subscribeThrowNPEOnNullSubscriber',
		check(make) {
			const publisher = make().publisherOf(numbers(1));
			for (const nobody of [null, undefined]) {
				expect(() => publisher.subscribe(nobody as unknown as Notes)).toThrow(TypeError);
			}
		}
	},

	{
		name: 'untested_spec109_subscribeShouldNotThrowNonFatalThrowable',
		check(make) {
			expect(() => subscribed(make, numbersThenFailure(0))).not.toThrow();
		}
	}
];
