import type { MutantCatalogue } from '../../../mutant';

const outlet = 'core/reactive/outlet.ts';
const demand = 'core/reactive/demand.ts';

const ADD = 'this.#demand = addDemand(this.#demand, n);';
const REFUSE = 'this.fail(new RangeError(`rule 3.9: n must be a whole number ≥ 1, got ${n}`));';
const CANCEL = `
		if (this.isOver) return;
		this.#subscriber = null;
		this.#demand = 0;`;

/** The bugs that people write into publishers, in the side of a subscription that is theirs. */
export const OUTLET_MUTANTS: MutantCatalogue = {
	name: 'outlet',
	suite: 'reactive-streams/publisher/outlet/suite.ts',
	mutants: [
		{
			bug: 'pushes a whole batch for a demand of one',
			file: outlet,
			text: ADD,
			instead: 'this.#demand = addDemand(this.#demand, Math.max(n, 4));',
			killedBy: '1.1 no more onNext'
		},
		{
			bug: 'delivers an item again and counts it once',
			file: outlet,
			text: 'this.#signal((subscriber) => subscriber.onNext(item));',
			instead: `
		this.#signal((subscriber) => {
			subscriber.onNext(item);
			subscriber.onNext(item);
		});`,
			killedBy: '1.1 no more onNext'
		},
		{
			bug: 'takes requests through a channel of one place, where a second one gets stuck',
			file: outlet,
			text: ADD,
			instead: `if (this.#demand === 0) ${ADD}`,
			killedBy: '3.8'
		},
		{
			bug: 'delivers within onSubscribe, before the subscriber has noted its subscription',
			file: outlet,
			text: 'this.#signal((subscriber) => subscriber.onSubscribe(this));',
			instead: 'this.#subscriber?.onSubscribe(this);',
			killedBy: '1.3'
		},
		{
			bug: 'cannot be canceled twice',
			file: outlet,
			text: CANCEL,
			instead: `
		if (this.isOver) throw new Error('close of closed channel');
		this.#subscriber = null;
		this.#demand = 0;`,
			killedBy: '3.7'
		},
		{
			bug: 'sends what is left of the demand after a cancel',
			file: outlet,
			text: CANCEL,
			instead: `
		if (this.isOver || this.#demand > 0) return;
		this.#subscriber = null;`,
			killedBy: '2.6 with demand left'
		},
		{
			bug: 'does not hear a cancel in the midst of a signal',
			file: outlet,
			text: CANCEL,
			instead: `
		if (this.isOver || this.#isSignaling) return;
		this.#subscriber = null;
		this.#demand = 0;`,
			killedBy: '2.6 with demand left'
		},
		{
			bug: 'does not look whether it was canceled when more is requested',
			file: outlet,
			text: CANCEL,
			instead: `
		if (this.isOver) return;
		this.#demand = 0;`,
			killedBy: '3.6'
		},
		{
			bug: 'adds demand up in 32 bits',
			file: demand,
			text: 'return Math.min(demand + n, UNBOUNDED);',
			instead: 'return (demand + n) | 0;',
			killedBy: '3.17'
		},
		{
			bug: 'loses one of an unbounded demand with each item',
			file: demand,
			text: 'return demand === UNBOUNDED ? demand : Math.max(0, demand - 1);',
			instead: 'return Math.max(0, demand - 1);',
			killedBy: 'demand is one less'
		},
		{
			bug: 'owes an item where nobody asked for one',
			file: demand,
			text: 'Math.max(0, demand - 1)',
			instead: 'demand - 1',
			killedBy: 'demand is one less'
		},
		{
			bug: 'keeps only the latest request',
			file: outlet,
			text: ADD,
			instead: 'this.#demand = n;',
			killedBy: '3.8'
		},
		{
			bug: 'ignores a request for nothing',
			file: outlet,
			text: REFUSE,
			instead: '',
			killedBy: '3.9 an amount'
		},
		{
			bug: 'lets a negative request decrease the demand',
			file: demand,
			text: 'return n >= 1 && (Number.isInteger(n) || n === Infinity);',
			instead: 'return !Number.isNaN(n);',
			killedBy: '3.9 an amount'
		},
		{
			bug: 'throws at a request for nothing',
			file: outlet,
			text: REFUSE,
			instead: 'throw new RangeError(`n is ${n}`);',
			killedBy: '3.16'
		},
		{
			bug: 'answers a request for nothing in the midst of a signal',
			file: outlet,
			text: 'if (this.#isSignaling) {',
			instead: 'if (this.#isSignaling && this.#ending !== null) {',
			killedBy: '3.9 within a signal'
		},
		{
			bug: 'delivers within request within onNext, and so on',
			file: outlet,
			text: `
		${ADD}
		if (!this.#isSignaling) this.stirred();`,
			instead: `
		${ADD}
		this.stirred();`,
			killedBy: '3.3'
		},
		{
			bug: 'withholds onComplete until somebody asks again',
			file: outlet,
			text: 'this.#end((subscriber) => subscriber.onComplete());',
			instead: 'if (this.#demand > 0) this.#end((subscriber) => subscriber.onComplete());',
			killedBy: '1.5'
		},
		{
			bug: 'completes where it has failed',
			file: outlet,
			text: 'this.#end((subscriber) => subscriber.onError(error));',
			instead: `
		this.#end((subscriber) => {
			if (error instanceof RangeError) subscriber.onError(error);
			else subscriber.onComplete();
		});`,
			killedBy: '1.4'
		},
		{
			bug: 'says twice that it is complete',
			file: outlet,
			text: 'this.#end((subscriber) => subscriber.onComplete());',
			instead: `
		this.#end((subscriber) => {
			subscriber.onComplete();
			subscriber.onComplete();
		});`,
			killedBy: '1.7'
		},
		{
			bug: 'is still there after its end',
			file: outlet,
			text: `
		this.cancel();
		signal(subscriber);`,
			instead: `
		signal(subscriber);`,
			killedBy: '1.6'
		}
	]
};
