import { expect } from 'vitest';
import { UNBOUNDED } from '../../../../src/core/reactive/demand';
import type { Rule } from '../../rule';
import { logOf, type MakeKit, Notes, numbers, request, subscribed } from '../kits';
import { deepest, MANY } from './depth';

/** The cases of the same test kit for what a publisher hands out as a subscription. */
export const SUBSCRIPTION_CASES: readonly Rule<MakeKit>[] = [
	{
		name: 'required_spec302_mustAllowSynchronousRequestCallsFromOnNextAndOnSubscribe',
		check(make) {
			const { subscriber } = subscribed(
				make,
				numbers(6),
				new Notes({
					onSubscribe(subscription) {
						for (let time = 0; time < 3; time++) subscription.request(1);
					},
					onNext: (_item, subscription) => subscription.request(1)
				})
			);
			expect(subscriber.log).toEqual(logOf(6, 'complete'));
		}
	},

	{
		name: `required_spec303_mustNotAllowUnboundedRecursion: ${MANY} elements where the kit has two`,
		check(make) {
			expect(deepest(make(), MANY)).toBe(1);
		}
	},

	{
		name: 'required_spec306_afterSubscriptionIsCancelledRequestMustBeNops',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.cancel();
			request(kit, subscriber, 1, 1, 1);
			expect(subscriber.log).toEqual(logOf(0));
		}
	},

	{
		name: 'required_spec307_afterSubscriptionIsCancelledAdditionalCancelationsMustBeNops',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			for (let time = 0; time < 1000; time++) subscriber.subscription.cancel();
			kit.runDry();
			expect(subscriber.log).toEqual(logOf(0));
		}
	},

	...[0, -1, -1234567].map((amount) => ({
		name: `required_spec309_request${amount === 0 ? 'Zero' : 'NegativeNumber'}MustSignalIllegalArgumentException: ${amount}`,
		check(make: MakeKit) {
			const { kit, subscriber } = subscribed(make, numbers());
			request(kit, subscriber, amount);
			expect(subscriber.log).toEqual(logOf(0, 'RangeError'));
		}
	})),
	{
		name: 'optional_spec309_requestNegativeNumberMaySignalIllegalArgumentExceptionWithSpecificMessage',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers());
			request(kit, subscriber, -7);
			expect(subscriber.error?.message).toMatch(/3\.9.*-7/);
		}
	},

	{
		name: 'required_spec312_cancelMustMakeThePublisherToEventuallyStopSignaling',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(20));
			subscriber.subscription.request(10);
			subscriber.subscription.request(5);
			subscriber.subscription.cancel();
			kit.runDry();
			expect(subscriber.items.length).toBeLessThanOrEqual(15);
			expect(subscriber.log).not.toContain('complete');
		}
	},

	{
		name: 'required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber',
		check(make) {
			// When memory is freed nobody can know: the proxy is that nothing can reach the subscriber.
			const { kit, subscriber } = subscribed(make, numbers());
			subscriber.subscription.cancel();
			kit.runDry();
			request(kit, subscriber, 5);
			expect(subscriber.log).toEqual(logOf(0));
		}
	},

	{
		name: 'required_spec317_mustSupportAPendingElementCountUpToLongMaxValue',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(3));
			request(kit, subscriber, UNBOUNDED);
			expect(subscriber.log).toEqual(logOf(3, 'complete'));
		}
	},

	{
		name: 'required_spec317_mustSupportACumulativePendingElementCountUpToLongMaxValue',
		check(make) {
			const { subscriber } = subscribed(
				make,
				numbers(3),
				new Notes({
					onSubscribe(subscription) {
						for (const amount of [(UNBOUNDED - 1) / 2, (UNBOUNDED - 1) / 2, 1]) {
							subscription.request(amount);
						}
					}
				})
			);
			expect(subscriber.log).toEqual(logOf(3, 'complete'));
		}
	},
	{
		name: 'required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue',
		check(make) {
			let calls = 0;
			// Behind a link the cancel comes when a thousand are on their way: so many, and not for ever.
			const { kit, subscriber } = subscribed(
				make,
				numbers(1000),
				new Notes({
					onNext(_item, subscription) {
						if (calls++ < 10) subscription.request(UNBOUNDED - 1);
						if (calls === 11) subscription.cancel();
					}
				})
			);
			request(kit, subscriber, 1);
			expect(calls).toBeGreaterThan(10);
			expect(subscriber.error).toBeNull();
		}
	},

	{
		name: 'untested_spec304_requestShouldNotPerformHeavyComputations: virtual time stands still',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(9));
			const before = kit.simulation.now;
			subscriber.subscription.request(9);
			expect(kit.simulation.now).toBe(before);
		}
	},

	{
		name: 'untested_spec305_cancelMustNotSynchronouslyPerformHeavyComputation: virtual time stands still',
		check(make) {
			const { kit, subscriber } = subscribed(make, numbers(9));
			const before = kit.simulation.now;
			subscriber.subscription.cancel();
			expect(kit.simulation.now).toBe(before);
		}
	}
];
