import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { ENDS, HandMadePublisher, type MakeTested, subscribe } from './hand-made-publisher';

/** The cases of the same test kit for what a subscriber does with its subscription. */
export const HOLDER_CASES: readonly Rule<MakeTested>[] = [
	{
		name: 'untested_spec301_mustNotBeCalledOutsideSubscriberContext',
		check(make) {
			const { tested, publisher, exchange } = subscribe(make);
			exchange(20);
			const own = new Set(['onSubscribe', 'onNext', ...tested.processes]);
			expect(publisher.callers.length).toBeGreaterThan(1);
			expect(publisher.callers.filter((caller) => !own.has(caller))).toEqual([]);
		}
	},

	{
		name: 'required_spec308_requestMustRegisterGivenNumberElementsToBeProduced',
		check(make) {
			const { tested, publisher, runDry } = subscribe(make);
			for (const n of [2, 3]) {
				const { requested } = publisher;
				tested.triggerRequest(n);
				expect(publisher.requested).toBe(requested + n);
			}
			publisher.next();
			publisher.next();
			runDry();
			expect(tested.processed).toEqual(publisher.sent);
		}
	},

	{
		name: 'untested_spec310_requestMaySynchronouslyCallOnNextOnSubscriber',
		check(make) {
			const tested = make();
			const publisher = new HandMadePublisher(tested);
			let isDelivering = false;
			publisher.onrequest = () => {
				if (isDelivering) return;
				isDelivering = true;
				publisher.serve(100);
				isDelivering = false;
			};
			publisher.subscribe();
			tested.simulation.advance(Infinity);
			expect(publisher.sent).toHaveLength(100);
			expect(tested.processed).toEqual(publisher.sent);
		}
	},

	{
		name: 'untested_spec311_requestMaySynchronouslyCallOnCompleteOrOnError',
		check(make) {
			for (const end of ENDS) {
				const tested = make();
				const publisher = new HandMadePublisher(tested);
				publisher.onrequest = () => publisher[end]();
				publisher.subscribe();
				tested.simulation.advance(Infinity);
				expect(publisher.calls).toHaveLength(1);
				expect(tested.isSubscribed).toBe(false);
			}
		}
	},

	{
		name: 'untested_spec314_cancelMayCauseThePublisherToShutdownIfNoOtherSubscriptionExists',
		check(make) {
			// From then on the publisher answers to nothing, and the subscriber is done with what it had.
			const { tested, publisher, runDry } = subscribe(make);
			publisher.serve(10);
			tested.triggerCancel();
			const { requested } = publisher;
			expect(runDry).not.toThrow();
			expect(publisher.requested).toBe(requested);
			expect(tested.processed).toEqual(publisher.sent);
		}
	},

	{
		name: 'untested_spec315_cancelMustNotThrowExceptionAndMustSignalOnError',
		check(make) {
			const { tested, publisher, runDry } = subscribe(make);
			publisher.oncancel = () => publisher.fail();
			expect(() => tested.triggerCancel()).not.toThrow();
			runDry();
			expect(publisher.calls.filter((call) => call === 'cancel')).toHaveLength(1);
			expect(tested.isSubscribed).toBe(false);
		}
	},

	{
		name: 'untested_spec316_requestMustNotThrowExceptionAndMustOnErrorTheSubscriber',
		check(make) {
			for (const n of [0, -1]) {
				const { tested, publisher, runDry } = subscribe(make);
				publisher.next();
				expect(() => tested.triggerRequest(n)).not.toThrow();
				expect(tested.isSubscribed).toBe(false);
				runDry();
				expect(publisher.calls.at(-1)).toBe(`request ${n}`);
			}
		}
	}
];
