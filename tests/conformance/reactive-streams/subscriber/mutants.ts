import type { MutantCatalogue } from '../../mutant';

const strategy = 'core/strategies/reactive-streams/reactive-streams.ts';
const monitor = 'core/reactive/monitor.ts';

const SUBSCRIBED = 'this.subscription = subscription;';
const FIRST_REQUEST = 'subscription.request(this.window);';
const NEXT_REQUEST = 'this.subscription?.request(this.batch);';
const PUT = 'this.inbox.trySend(message);';
const COMPLETED = `
	onComplete(): void {
		this.subscription = null;`;
const FAILED = `
	onError(): void {
		this.subscription = null;`;

/** The bugs that people write into subscribers. */
export const SUBSCRIBER_MUTANTS: MutantCatalogue = {
	name: 'subscriber',
	suite: 'reactive-streams/subscriber/suite.ts',
	mutants: [
		{
			bug: 'asks for one more than it has processed',
			file: strategy,
			text: NEXT_REQUEST,
			instead: 'this.subscription?.request(this.batch + 1);',
			killedBy: '2.1 '
		},
		{
			bug: 'forgets to ask again',
			file: strategy,
			text: NEXT_REQUEST,
			instead: '',
			killedBy: ['2.1 ', 'required_spec201']
		},
		{
			bug: 'asks for everything',
			file: strategy,
			text: FIRST_REQUEST,
			instead: 'subscription.request(Number.MAX_SAFE_INTEGER);',
			killedBy: ['2.1 ', '3.8 ']
		},
		{
			bug: 'asks for a batch with each message',
			file: strategy,
			text: 'if (this.processed < this.batch) return;',
			instead: '',
			killedBy: '2.1 '
		},
		{
			bug: 'forgets that it has asked for those of the last batch',
			file: strategy,
			text: `
		this.processed = 0;`,
			instead: '',
			killedBy: '2.1 '
		},
		{
			bug: 'asks when a message comes instead of when it is done',
			file: strategy,
			text: PUT,
			instead: `
		${PUT}
		this.afterProcessed();`,
			killedBy: '2.1 '
		},
		{
			bug: 'keeps one message in hand and the rest away',
			file: strategy,
			text: PUT,
			instead: `if (this.inbox.length === 0) ${PUT}`,
			killedBy: '2.2'
		},
		{
			bug: 'keeps one message in hand and throws at the rest',
			file: strategy,
			text: PUT,
			instead: `
		if (this.inbox.length > 0) throw new Error('I am busy');
		${PUT}`,
			killedBy: 'untested_spec213_failing'
		},
		{
			bug: 'takes one item and throws the others away',
			file: strategy,
			text: PUT,
			instead: `if (this.world.ledger.completed === 0) ${PUT}`,
			killedBy: 'required_exerciseWhiteboxHappyPath'
		},
		{
			bug: 'tidies up with a cancel when it is told of the end',
			file: strategy,
			text: COMPLETED,
			instead: `
	onComplete(): void {
		this.subscription?.cancel();`,
			killedBy: '2.3'
		},
		{
			bug: 'tidies up with a cancel when it is told that all went well',
			file: strategy,
			text: COMPLETED,
			instead: `
	onComplete(): void {
		this.subscription?.cancel();
		this.subscription = null;`,
			killedBy: 'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnComplete'
		},
		{
			bug: 'tidies up with a cancel when it is told of a failure',
			file: strategy,
			text: FAILED,
			instead: `
	onError(): void {
		this.subscription?.cancel();
		this.subscription = null;`,
			killedBy: 'required_spec203_mustNotCallMethodsOnSubscriptionOrPublisherInOnError'
		},
		{
			bug: 'asks for more although all is over',
			file: strategy,
			text: COMPLETED,
			instead: `
	onComplete(): void {`,
			killedBy: ['2.4', 'untested_spec204']
		},
		{
			bug: 'asks for more although the stream has failed',
			file: strategy,
			text: FAILED,
			instead: `
	onError(): void {`,
			killedBy: ['2.4', 'untested_spec204']
		},
		{
			bug: 'takes a second subscription for its own',
			file: strategy,
			text: 'if (this.subscription !== null) {',
			instead: 'if (this.subscription === subscription) {',
			killedBy: ['2.5', 'required_spec205']
		},
		{
			bug: 'sends a second subscription away together with the first',
			file: strategy,
			text: `
			subscription.cancel();`,
			instead: `
			this.subscription.cancel();
			subscription.cancel();`,
			killedBy: ['2.5', 'required_spec205']
		},
		{
			bug: 'leaves without a word',
			file: strategy,
			text: SUBSCRIBED,
			instead: `
		this.subscription = {
			request: (n) => subscription.request(n),
			cancel: () => {
				this.subscription = null;
			}
		};`,
			killedBy: 'untested_spec206'
		},
		{
			bug: 'takes nothing any more once it has canceled',
			file: strategy,
			text: SUBSCRIBED,
			instead: `
		this.subscription = {
			request: (n) => subscription.request(n),
			cancel: () => {
				subscription.cancel();
				this.onNext = () => {
					throw new Error('I have left');
				};
			}
		};`,
			killedBy: ['2.8', 'required_spec208']
		},
		{
			bug: 'has no place for an end before anything has come',
			file: strategy,
			text: COMPLETED,
			instead: `
	onComplete(): void {
		if (this.world.ledger.accepted === 0) throw new Error('no request yet');
		this.subscription = null;`,
			killedBy: [
				'2.9',
				'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithoutPrecedingRequestCall'
			]
		},
		{
			bug: 'takes the end for one more item',
			file: strategy,
			text: COMPLETED,
			instead: `
	onComplete(): void {
		if (this.world.ledger.accepted > 0) this.onNext(-1);
		this.subscription = null;`,
			killedBy: 'required_spec209_mustBePreparedToReceiveAnOnCompleteSignalWithPrecedingRequestCall'
		},
		{
			bug: 'throws what it is told',
			file: strategy,
			text: FAILED,
			instead: `
	onError(error?: Error): void {
		throw error;`,
			killedBy: '2.10'
		},
		{
			bug: 'throws what it is told before anything has come',
			file: strategy,
			text: FAILED,
			instead: `
	onError(error?: Error): void {
		if (this.world.ledger.accepted === 0) throw error;
		this.subscription = null;`,
			killedBy: 'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithoutPrecedingRequestCall'
		},
		{
			bug: 'throws what it is told in the midst of the stream',
			file: strategy,
			text: FAILED,
			instead: `
	onError(error?: Error): void {
		if (this.world.ledger.accepted > 0) throw error;
		this.subscription = null;`,
			killedBy: 'required_spec210_mustBePreparedToReceiveAnOnErrorSignalWithPrecedingRequestCall'
		},
		{
			bug: 'keeps quiet where there is nothing in onSubscribe',
			file: monitor,
			text: 'notNull(subscription);',
			instead: 'if (subscription === null || subscription === undefined) return;',
			killedBy: ['2.13', 'required_spec213_onSubscribe_']
		},
		{
			bug: 'keeps quiet where there is nothing in onNext',
			file: monitor,
			text: 'notNull(item);',
			instead: 'if (item === null || item === undefined) return;',
			killedBy: ['2.13', 'required_spec213_onNext_']
		},
		{
			bug: 'keeps quiet where there is nothing in onError',
			file: monitor,
			text: 'notNull(error);',
			instead: 'if (error === null || error === undefined) return;',
			killedBy: ['2.13', 'required_spec213_onError_']
		},
		{
			bug: 'has somebody else ask for it',
			file: strategy,
			text: NEXT_REQUEST,
			instead: `
		const { batch, subscription, world } = this;
		function* ask(): Process {
			subscription?.request(batch);
		}
		world.simulation.spawn(ask(), 'somebody else');`,
			killedBy: 'untested_spec301'
		},
		{
			bug: 'asks for one, whatever it is told to ask for',
			file: strategy,
			text: SUBSCRIBED,
			instead: `
		this.subscription = {
			request: () => subscription.request(1),
			cancel: () => subscription.cancel()
		};`,
			killedBy: 'required_spec308'
		},
		{
			bug: 'notes its subscription after it has asked, and has no use for what comes before',
			file: strategy,
			text: `
		${SUBSCRIBED}
		${FIRST_REQUEST}
	}

	/** Puts the message where a worker finds it, and returns at once. */
	onNext(message: Message): void {
		${PUT}`,
			instead: `
		${FIRST_REQUEST}
		${SUBSCRIBED}
	}

	onNext(message: Message): void {
		if (this.subscription !== null) ${PUT}`,
			killedBy: 'untested_spec310'
		},
		{
			bug: 'notes its subscription after it has asked',
			file: strategy,
			text: `
		${SUBSCRIBED}
		${FIRST_REQUEST}`,
			instead: `
		${FIRST_REQUEST}
		${SUBSCRIBED}`,
			killedBy: 'untested_spec311'
		},
		{
			bug: 'asks twice, and does not look whether the first was answered by the end',
			file: strategy,
			text: FIRST_REQUEST,
			instead: `
		${FIRST_REQUEST}
		subscription.request(1);`,
			killedBy: 'untested_spec311'
		},
		{
			bug: 'forgets what it has when it leaves',
			file: strategy,
			text: SUBSCRIBED,
			instead: `
		this.subscription = {
			request: (n) => subscription.request(n),
			cancel: () => {
				subscription.cancel();
				this.inbox.drain();
			}
		};`,
			killedBy: 'untested_spec314'
		},
		{
			bug: 'leaves once more when it is told of a failure',
			file: strategy,
			text: FAILED,
			instead: `
	onError(): void {
		const { subscription } = this;
		this.subscription = null;
		subscription?.cancel();`,
			killedBy: 'untested_spec315'
		},
		{
			bug: 'asks again, properly this time, when its request was refused',
			file: strategy,
			text: FAILED,
			instead: `
	onError(error?: Error): void {
		if (error instanceof RangeError) this.subscription?.request(1);
		this.subscription = null;`,
			killedBy: 'untested_spec316'
		}
	]
};
