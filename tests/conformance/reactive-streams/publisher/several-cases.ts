import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { type Kit, logOf, type MakeKit, Notes, request } from '../kits';

/** The cases for a publisher that begins anew for each subscriber. */
export const MULTI_SUBSCRIBE_CASES: readonly Rule<MakeKit>[] = [
	{
		name: 'optional_spec111_maySupportMultiSubscribe',
		check(make) {
			const { one, other } = twoAt(make());
			expect([one.log, other.log]).toEqual([logOf(0), logOf(0)]);
		}
	},
	{
		name: 'optional_spec111_registeredSubscribersMustReceiveOnNextOrOnCompleteSignals',
		check(make) {
			const { one, other } = twoAt(make());
			for (const subscriber of [one, other]) subscriber.subscription.request(4);
			expect([one.log, other.log]).toEqual([logOf(3, 'complete'), logOf(3, 'complete')]);
		}
	},
	{
		name: 'optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingOneByOne',
		check(make) {
			const { one, other } = twoAt(make());
			for (const subscriber of [one, other, other, one, one, other]) {
				subscriber.subscription.request(1);
			}
			expect([one.log, other.log]).toEqual([logOf(3, 'complete'), logOf(3, 'complete')]);
		}
	},
	{
		name: 'optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfront',
		check(make) {
			const { one, other } = twoAt(make());
			for (const subscriber of [other, one]) subscriber.subscription.request(2);
			expect([one.log, other.log]).toEqual([logOf(2), logOf(2)]);
		}
	},
	{
		name: 'optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfrontAndCompleteAsExpected',
		check(make) {
			const { one, other } = twoAt(make());
			for (const subscriber of [other, one]) subscriber.subscription.request(3);
			expect([one.log, other.log]).toEqual([logOf(3, 'complete'), logOf(3, 'complete')]);
		}
	}
];

/** The case for a publisher that has one subscriber. */
export const UNICAST_CASES: readonly Rule<MakeKit>[] = [
	{
		name: 'required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThemRejectionMustTriggerOnErrorAfterOnSubscribe',
		check(make) {
			const kit = make();
			const { one, other } = twoAt(kit);
			expect(other.log).toEqual(['subscribed', 'Error']);
			request(kit, one, 3);
			expect(one.log).toEqual(logOf(3, 'complete'));
		}
	}
];

export const MULTI_SUBSCRIBE_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '1.10 subscribe may be called again, with a new subscriber each time',
		check(make) {
			const kit = make();
			const publisher = kit.publisherOf([0, 1]);
			for (const subscriber of [new Notes(), new Notes(), new Notes()]) {
				publisher.subscribe(subscriber);
				request(kit, subscriber, 2);
				expect(subscriber.log).toEqual(logOf(2, 'complete'));
			}
		}
	},
	{
		name: '1.11 each subscriber has a subscription of its own, with its own demand',
		check(make) {
			const kit = make();
			const { one, other } = twoAt(kit);
			request(kit, one, 2);
			expect([one.log, other.log]).toEqual([logOf(2), logOf(0)]);
			one.subscription.cancel();
			request(kit, other, 3);
			expect(other.log).toEqual(logOf(3, 'complete'));
		}
	}
];

export const UNICAST_RULES: readonly Rule<MakeKit>[] = [
	{
		name: '1.9 who comes second is refused by onError, after onSubscribe, and the first goes on',
		check(make) {
			const kit = make();
			const { one, other } = twoAt(kit);
			expect(other.log).toEqual(['subscribed', 'Error']);
			request(kit, one, 3);
			expect(one.log).toEqual(logOf(3, 'complete'));
		}
	},
	{
		name: '1.11 a publisher may have one subscriber for life',
		check(make) {
			const kit = make();
			const publisher = kit.publisherOf([0, 1, 2]);
			const first = new Notes();
			publisher.subscribe(first);
			first.subscription.cancel();
			const second = new Notes();
			publisher.subscribe(second);
			kit.runDry();
			expect(second.log).toEqual(['subscribed', 'Error']);
		}
	},
	{
		name: '3.14 a cancel ends the process that delivered: our choice for a publisher of one',
		check(make) {
			const kit = make();
			const subscriber = new Notes();
			kit.publisherOf([0, 1, 2]).subscribe(subscriber);
			kit.runDry();
			expect([...kit.simulation.processes]).toHaveLength(1);
			subscriber.subscription.cancel();
			kit.runDry();
			expect([...kit.simulation.processes]).toEqual([]);
		}
	}
];

function twoAt(kit: Kit) {
	const publisher = kit.publisherOf([0, 1, 2]);
	const one = new Notes();
	const other = new Notes();
	publisher.subscribe(one);
	publisher.subscribe(other);
	kit.runDry();
	return { one, other };
}
