import { expect } from 'vitest';
import type { Subscription } from '../../../../src/core/reactive/reactive-streams';
import type { Rule } from '../../rule';
import { monitored } from '../kits';
import { ENDS, HandMadePublisher, type MakeTested, subscribe } from './hand-made-publisher';

/** What is no argument. */
const NOTHING = [null, undefined] as const;

/** How a subscriber takes its end, before anything has come or after an item. */
function takesEnd(make: MakeTested, end: 'complete' | 'fail', items: number): void {
	const { tested, publisher, runDry } = subscribe(make);
	publisher.serve(items);
	expect(publisher.sent).toHaveLength(items);
	expect(tested.isSubscribed).toBe(true);
	expect(() => publisher[end]()).not.toThrow();
	expect(tested.isSubscribed).toBe(false);
	runDry();
	expect(tested.processed).toEqual(publisher.sent);
}

/** Which of its calls come from within the last signal, at the beginning and with items in hand. */
function callsWithin(make: MakeTested, end: 'complete' | 'fail'): string[] {
	return [0, 1, 3].flatMap((items) => {
		const { publisher, runDry } = subscribe(make);
		publisher.serve(items);
		publisher[end]();
		runDry();
		const signal = end === 'complete' ? 'onComplete' : 'onError';
		return publisher.calls.filter((_, index) => publisher.callers[index] === signal);
	});
}

/**
 * The cases of the specification's own test kit for subscribers of which it sees the inside, by
 * their names there, those that it names and leaves untested too. Where it waits for a while, the
 * clock is run dry here.
 */
export const SUBSCRIBER_CASES: readonly Rule<MakeTested>[] = [
	{
		name: 'required_exerciseWhiteboxHappyPath',
		check(make) {
			const { tested, publisher, runDry } = subscribe(make);
			tested.triggerRequest(1);
			tested.triggerRequest(1);
			expect(publisher.demand).toBeGreaterThanOrEqual(2);
			publisher.next();
			runDry();
			expect(tested.processed).toEqual(publisher.sent);
			tested.triggerRequest(1);
			publisher.next();
			runDry();
			expect(tested.processed).toEqual(publisher.sent);
			expect(publisher.calls).not.toContain('cancel');
			tested.triggerCancel();
			expect(publisher.calls.at(-1)).toBe('cancel');
		}
	},

	{
		name: 'required_spec201_mustSignalDemandViaSubscriptionRequest',
		check(make) {
			// Nobody triggers a request here: the demand is the subscriber's own, as long as items come.
			const { tested, publisher, exchange } = subscribe(make);
			exchange(100);
			expect(publisher.sent).toHaveLength(100);
			expect(tested.processed).toEqual(publisher.sent);
		}
	},

	{
		name: 'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnComplete',
		check: (make) => expect(callsWithin(make, 'complete')).toEqual([])
	},
	{
		name: 'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnError',
		check: (make) => expect(callsWithin(make, 'fail')).toEqual([])
	},

	{
		name: 'untested_spec204_mustConsiderTheSubscriptionAsCancelledInAfterRecievingOnCompleteOrOnError',
		check(make) {
			for (const end of ENDS) {
				const { tested, publisher, runDry } = subscribe(make);
				publisher.serve(10);
				publisher[end]();
				const before = [...publisher.calls];
				runDry();
				expect(publisher.calls).toEqual(before);
				expect(tested.processed).toEqual(publisher.sent);
			}
		}
	},

	{
		name: 'required_spec205_mustCallSubscriptionCancelIfItAlreadyHasAnSubscriptionAndReceivesAnotherOnSubscribeSignal',
		check(make) {
			const { tested, publisher, exchange } = subscribe(make);
			const second = new HandMadePublisher(tested);
			second.subscribe();
			exchange(20);
			expect(publisher.sent).toHaveLength(20);
			expect(second.calls).toEqual(['cancel']);
			expect(publisher.calls).not.toContain('cancel');
		}
	},

	{
		name: 'untested_spec206_mustCallSubscriptionCancelIfItIsNoLongerValid',
		check(make) {
			const { tested, publisher, runDry } = subscribe(make);
			publisher.next();
			tested.triggerCancel();
			runDry();
			expect(publisher.calls.filter((call) => call === 'cancel')).toHaveLength(1);
		}
	},

	{
		name: 'required_spec208_mustBePreparedToReceiveOnNextSignalsAfterHavingCalledSubscriptionCancel',
		check(make) {
			const { tested, publisher, runDry } = subscribe(make);
			tested.triggerRequest(1);
			tested.triggerCancel();
			expect(publisher.calls.at(-1)).toBe('cancel');
			expect(() => publisher.next()).not.toThrow();
			tested.triggerRequest(1);
			tested.triggerRequest(1);
			expect(runDry).not.toThrow();
		}
	},

	{
		name: 'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithPrecedingRequestCall',
		check: (make) => takesEnd(make, 'complete', 1)
	},
	{
		name: 'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithoutPrecedingRequestCall',
		check: (make) => takesEnd(make, 'complete', 0)
	},
	{
		name: 'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithPrecedingRequestCall',
		check: (make) => takesEnd(make, 'fail', 1)
	},
	{
		name: 'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithoutPrecedingRequestCall',
		check: (make) => takesEnd(make, 'fail', 0)
	},

	{
		name: 'untested_spec212_mustNotCallOnSubscribeMoreThanOnceBasedOnObjectEquality_specViolation',
		check(make) {
			// It is the publisher that would break this rule; the monitor of every run finds it out, and
			// the subscriber never hears of it.
			const tested = make();
			const publisher = new HandMadePublisher(tested);
			const monitor = monitored(tested.simulation, tested.subscriber);
			monitor.onSubscribe(publisher);
			const before = [...publisher.calls];
			expect(() => monitor.onSubscribe(publisher)).toThrow('rule 2.12');
			expect(publisher.calls).toEqual(before);
			expect(tested.isSubscribed).toBe(true);
		}
	},

	{
		name: 'untested_spec213_failingOnSignalInvocation',
		check(make) {
			for (const end of ENDS) {
				const { publisher, runDry } = subscribe(make);
				expect(() => publisher.serve(10)).not.toThrow();
				expect(runDry).not.toThrow();
				expect(() => publisher.serve(20)).not.toThrow();
				expect(() => publisher[end]()).not.toThrow();
				expect(runDry).not.toThrow();
			}
		}
	},
	{
		name: 'required_spec213_onSubscribe_mustThrowNullPointerExceptionWhenParametersAreNull',
		check(make) {
			const { front } = make();
			for (const value of NOTHING) {
				expect(() => front.onSubscribe(value as unknown as Subscription)).toThrow(TypeError);
			}
		}
	},
	{
		name: 'required_spec213_onNext_mustThrowNullPointerExceptionWhenParametersAreNull',
		check(make) {
			const tested = make();
			tested.front.onSubscribe(new HandMadePublisher(tested));
			for (const value of NOTHING) {
				expect(() => tested.front.onNext(value as unknown as number)).toThrow(TypeError);
			}
			expect(tested.processed).toEqual([]);
		}
	},
	{
		name: 'required_spec213_onError_mustThrowNullPointerExceptionWhenParametersAreNull',
		check(make) {
			const tested = make();
			tested.front.onSubscribe(new HandMadePublisher(tested));
			for (const value of NOTHING) {
				expect(() => tested.front.onError(value as unknown as Error)).toThrow(TypeError);
			}
			expect(tested.isSubscribed).toBe(true);
		}
	}
];
