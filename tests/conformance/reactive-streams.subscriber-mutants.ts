import type { Process } from '../../src/core/kernel/operation';
import type { Subscription } from '../../src/core/reactive/reactive-streams';
import type { ReactiveStreams } from '../../src/core/strategies/reactive-streams/reactive-streams';
import type { MakeTested } from './reactive-streams.hand-made-publisher';
import { PlainSubscriber, plainSubscriber } from './reactive-streams.plain-subscriber';
import { strategySubscriber } from './reactive-streams.strategy-subscriber';
import type { Mutant } from './rule';
import { mistaken, planted } from './strategy.lab';

function* ask(subscription: Subscription | null, n: number): Process {
	subscription?.request(n);
}

/** The bugs that people write into subscribers, in the strategy's own. */
const IN_STRATEGY: readonly Mutant<MakeTested>[] = [
	{
		bug: 'asks once and never again',
		killedBy: 'required_spec201',
		make: strategySubscriber(mistaken('forgets-request'))
	},
	{
		bug: 'tidies up with a cancel when it is told that all went well',
		killedBy: 'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnComplete',
		make: strategySubscriber(
			planted<ReactiveStreams>({
				onComplete() {
					this.subscription?.cancel();
					this.subscription = null;
				}
			})
		)
	},
	{
		bug: 'asks for more although all is over',
		killedBy: 'untested_spec204',
		make: strategySubscriber(planted<ReactiveStreams>({ onComplete() {}, onError() {} }))
	},
	{
		bug: 'takes a second subscription for its own',
		killedBy: 'required_spec205',
		make: strategySubscriber(
			planted<ReactiveStreams>({
				onSubscribe(subscription) {
					this.subscription = subscription;
					subscription.request(this.window);
				}
			})
		)
	},
	{
		bug: 'has somebody else ask for it',
		killedBy: 'untested_spec301',
		make: strategySubscriber(
			planted<ReactiveStreams>({
				afterProcessed() {
					this.world.simulation.spawn(ask(this.subscription, 1), 'somebody else');
				}
			})
		)
	},
	{
		bug: 'keeps one message in hand and throws at the rest',
		killedBy: 'untested_spec213_failing',
		make: strategySubscriber(
			planted<ReactiveStreams>({
				onNext(message) {
					if (this.inbox.length > 0) throw new Error('I am busy');
					this.inbox.trySend(message);
				}
			})
		)
	}
];

/** The same kind of bugs in a plain subscriber. */
const IN_PLAIN: readonly Mutant<MakeTested>[] = [
	mutant(
		'takes one item and throws the others away',
		'required_exerciseWhiteboxHappyPath',
		class extends PlainSubscriber {
			override onNext(item: number): void {
				if (this.processed.length === 0) super.onNext(item);
			}
		}
	),
	mutant(
		'tidies up with a cancel when it is told of a failure',
		'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnError',
		class extends PlainSubscriber {
			override onError(error: Error): void {
				this.leave();
				super.onError(error);
			}
		}
	),
	mutant(
		'leaves without a word',
		'untested_spec206',
		class extends PlainSubscriber {
			override leave(): void {
				this.subscription = null;
			}
		}
	),
	mutant(
		'takes nothing any more once it has left',
		'required_spec208',
		class extends PlainSubscriber {
			override onNext(item: number): void {
				if (this.subscription === null) throw new Error('I have left');
				super.onNext(item);
			}
		}
	),
	mutant(
		'has no place for an end before anything has come',
		'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithoutPrecedingRequestCall',
		class extends PlainSubscriber {
			override onComplete(): void {
				if (this.processed.length === 0) throw new Error('no item yet');
				super.onComplete();
			}
		}
	),
	mutant(
		'takes the end for one more item',
		'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithPrecedingRequestCall',
		class extends PlainSubscriber {
			override onComplete(): void {
				if (this.processed.length > 0) this.onNext(-1);
				super.onComplete();
			}
		}
	),
	mutant(
		'throws what it is told before anything has come',
		'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithoutPrecedingRequestCall',
		class extends PlainSubscriber {
			override onError(error: Error): void {
				if (this.processed.length === 0) throw error;
				super.onError(error);
			}
		}
	),
	mutant(
		'throws what it is told in the midst of the stream',
		'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithPrecedingRequestCall',
		class extends PlainSubscriber {
			override onError(error: Error): void {
				if (this.processed.length > 0) throw error;
				super.onError(error);
			}
		}
	),
	mutant(
		'keeps quiet where there is nothing in onSubscribe',
		'required_spec213_onSubscribe_',
		class extends PlainSubscriber {
			override onSubscribe(subscription: Subscription): void {
				if (subscription !== null && subscription !== undefined) super.onSubscribe(subscription);
			}
		}
	),
	mutant(
		'keeps quiet where there is nothing in onNext',
		'required_spec213_onNext_',
		class extends PlainSubscriber {
			override onNext(item: number): void {
				if (item !== null && item !== undefined) super.onNext(item);
			}
		}
	),
	mutant(
		'keeps quiet where there is nothing in onError',
		'required_spec213_onError_',
		class extends PlainSubscriber {
			override onError(error: Error): void {
				if (error !== null && error !== undefined) super.onError(error);
			}
		}
	),
	mutant(
		'asks for one, whatever it is told to ask for',
		'required_spec308',
		class extends PlainSubscriber {
			override ask(): void {
				super.ask(1);
			}
		}
	),
	mutant(
		'notes its subscription after it has asked',
		'untested_spec310',
		class extends PlainSubscriber {
			override onSubscribe(subscription: Subscription): void {
				if (this.subscription === null) subscription.request(1);
				this.subscription ??= subscription;
			}
		}
	),
	mutant(
		'asks twice, and does not look whether the first was answered by the end',
		'untested_spec311',
		class extends PlainSubscriber {
			override onSubscribe(subscription: Subscription): void {
				const isFirst = this.subscription === null;
				super.onSubscribe(subscription);
				if (isFirst) subscription.request(1);
			}
		}
	),
	mutant(
		'forgets what it has when it leaves',
		'untested_spec314',
		class extends PlainSubscriber {
			override leave(): void {
				super.leave();
				this.processed.length = 0;
			}
		}
	),
	mutant(
		'leaves once more when it is told of a failure',
		'untested_spec315',
		class extends PlainSubscriber {
			override leave(): void {
				this.subscription?.cancel();
				this.subscription = null;
			}

			override onError(error: Error): void {
				this.leave();
				super.onError(error);
			}
		}
	),
	mutant(
		'asks again, properly this time, when its request was refused',
		'untested_spec316',
		class extends PlainSubscriber {
			override onError(error: Error): void {
				if (error instanceof RangeError) this.ask(1);
				super.onError(error);
			}
		}
	)
];

function mutant(bug: string, killedBy: string, Class: typeof PlainSubscriber): Mutant<MakeTested> {
	return { bug, killedBy, make: plainSubscriber(Class) };
}

/** Each breaks the case that it names. */
export const SUBSCRIBER_MUTANTS: readonly Mutant<MakeTested>[] = [...IN_STRATEGY, ...IN_PLAIN];
