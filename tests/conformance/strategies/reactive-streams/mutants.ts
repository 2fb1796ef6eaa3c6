import type { MutantCatalogue } from '../../mutant';

const strategy = 'core/strategies/reactive-streams/reactive-streams.ts';
const mechanism = 'core/strategies/reactive-streams/mechanism.ts';
const link = 'core/reactive/link.ts';
const wire = 'core/reactive/wire.ts';

const LAW = 'agree with an event-by-event count';
const WAIT = 'yield* this.select.one(outlet.demanded, this.buffer.ended);';
const END = 'if (message === CLOSED) return outlet.complete();';
const REFUSE =
	"if (this.settings.refused.then === 'drop') return this.world.ledger.refuse(message);";

/** The bugs that people write into publishers and what is around them; for subscribers see there. */
export const REACTIVE_MUTANTS: MutantCatalogue = {
	name: 'reactive-streams',
	suite: 'strategies/reactive-streams/suite.ts',
	mutants: [
		{
			bug: 'whose publisher sends whatever it has',
			file: strategy,
			text: WAIT,
			instead: '',
			killedBy: ['1.1', LAW]
		},
		{
			bug: 'whose end needs a request',
			file: strategy,
			text: WAIT,
			instead: 'yield* this.select.one(outlet.demanded);',
			killedBy: ['1.5 tells the end of an empty buffer', LAW]
		},
		{
			bug: 'whose publisher completes when the source has ended, with items still in the buffer',
			file: strategy,
			text: END,
			instead: 'if (message === CLOSED || this.buffer.isClosed) return outlet.complete();',
			killedBy: ['1.5 tells the end behind the last message', LAW]
		},
		{
			bug: 'whose publisher stops without a word',
			file: strategy,
			text: END,
			instead: 'if (message === CLOSED) return;',
			killedBy: '1.5 tells the end behind the last message'
		},
		{
			bug: 'whose producer forgets to say that nothing more comes',
			file: strategy,
			text: 'this.buffer.close();',
			instead: '',
			killedBy: '1.5 tells the end behind the last message'
		},
		{
			bug: 'whose producer does not wait and loses what does not fit',
			file: strategy,
			text: 'yield* this.buffer.send(message);',
			instead: 'this.buffer.trySend(message);',
			killedBy: ['1.1', LAW]
		},
		{
			bug: 'whose producer runs ahead of the publisher',
			file: mechanism,
			text: 'if (source.waiting > 0) {',
			instead: 'if (source.waiting < 0) {',
			killedBy: LAW
		},
		{
			bug: 'that try once more and then forget the message',
			file: strategy,
			text: 'while (!this.buffer.trySend(message)) {',
			instead: 'if (!this.buffer.trySend(message)) {',
			killedBy: LAW
		},
		{
			bug: 'that give a refused message up although it is to be tried again',
			file: strategy,
			text: REFUSE,
			instead: 'return this.world.ledger.refuse(message);',
			killedBy: LAW
		},
		{
			bug: 'that try again although a refused message is to be given up',
			file: strategy,
			text: REFUSE,
			instead: '',
			killedBy: ['tells the producer each time that it is refused', LAW]
		},
		{
			bug: 'that try again at once',
			file: strategy,
			text: 'fromSeconds(this.settings.refused.after)',
			instead: '1e6',
			killedBy: LAW
		},
		{
			bug: 'that refuse without a word',
			file: strategy,
			text: "signal(this.world, 'refused');",
			instead: '',
			killedBy: 'tells the producer each time that it is refused'
		},
		{
			bug: 'that throw the oldest out where the newest is to go',
			file: mechanism,
			text: "if (this.settings.buffer.whenFull === 'drop-oldest') {",
			instead: "if (this.settings.buffer.whenFull !== 'block') {",
			killedBy: LAW
		},
		{
			bug: 'that forget what they throw out',
			file: mechanism,
			text: "if (evicted !== null) ledger.drop(evicted, placeOf(this.world, 'publisher'));",
			instead: '',
			killedBy: LAW
		},
		{
			bug: 'that ask without a word',
			file: mechanism,
			text: "signal(world, 'request', orInfinity(n))",
			instead: '{}',
			killedBy: 'lets each request travel upstream'
		},
		{
			bug: 'that tell nobody when the buffer is full',
			file: mechanism,
			text: "messageObserver(world, 'publisher', 'full')",
			instead: "messageObserver(world, 'publisher', null)",
			killedBy: 'lets each request travel upstream, and each time that the buffer is full'
		},
		{
			bug: 'that ask for a batch of ten, however small the window',
			file: mechanism,
			text: 'this.settings.demand.batch ?? Math.min(10, this.window)',
			instead: 'this.settings.demand.batch ?? 10',
			killedBy: 'asks for a batch of ten'
		},
		{
			bug: 'that do not hear when the capacity is changed',
			file: mechanism,
			text: "if (key === 'buffer.capacity') this.buffer.resize(this.settings.buffer.capacity);",
			instead: '',
			killedBy: 'lets in at once what fits into a larger buffer'
		},
		{
			bug: 'that see what waits for demand only where the buffer is full',
			file: mechanism,
			text: 'return this.buffer.length > 0 || this.buffer.blockedSenders > 0;',
			instead: 'return this.buffer.blockedSenders > 0;',
			killedBy: 'counts how long messages waited for a request'
		},
		{
			bug: 'whose workers stay when there are to be fewer',
			file: strategy,
			text: 'while (worker.isNeeded) {',
			instead: 'for (;;) {',
			killedBy: 'lets workers finish when there are to be fewer'
		},
		{
			bug: 'whose requests travel in no time',
			file: link,
			text: 'this.#up.send(() => this.#subscription?.request(n));',
			instead: 'this.#subscription?.request(n);',
			killedBy: LAW
		},
		{
			bug: 'whose messages travel in no time',
			file: link,
			text: `
		this.#down.send(() => {
			this.#observer.arrived(this.inFlight.shift());
			this.#subscriber.onNext(item);
		});`,
			instead: `
		this.#observer.arrived(this.inFlight.shift());
		this.#subscriber.onNext(item);`,
			killedBy: LAW
		},
		{
			bug: 'whose link takes the whole round trip each way',
			file: wire,
			text: 'this.#times.push(this.#simulation.now + this.#delay);',
			instead: 'this.#times.push(this.#simulation.now + 2 * this.#delay);',
			killedBy: ['1.5 tells the end behind the last message', LAW]
		},
		{
			bug: 'whose link forgets what was sent behind the first',
			file: wire,
			text: `
		}
		if (this.#times.length > 0) this.#arm();`,
			instead: `
		}`,
			killedBy: LAW
		},
		{
			bug: 'whose link takes each message for the first again when it sends one',
			file: wire,
			text: 'if (this.#times.length === 1) this.#arm();',
			instead:
				'this.#simulation.timers.set(this.#timer, this.#simulation.now + this.#delay, this.#timerClass);',
			killedBy: LAW
		}
	]
};
