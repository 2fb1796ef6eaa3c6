import type { MutantCatalogue } from '../../mutant';

const strategy = 'core/strategies/reactive-streams/reactive-streams.ts';
const monitor = 'core/reactive/monitor.ts';

const COMPLETED = `
	onComplete(): void {
		this.subscription = null;`;
const FAILED = `
	onError(): void {
		this.subscription = null;`;

/** The bugs that people write into subscribers where they are told of an end, or of nothing. */
export const SUBSCRIBER_END_MUTANTS: MutantCatalogue = {
	name: 'subscriber-end',
	suite: 'reactive-streams/subscriber/suite.ts',
	mutants: [
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
