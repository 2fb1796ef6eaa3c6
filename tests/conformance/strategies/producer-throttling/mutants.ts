import type { MutantCatalogue } from '../../mutant';

const strategy = 'core/strategies/producer-throttling/producer-throttling.ts';
const mechanism = 'core/strategies/producer-throttling/mechanism.ts';

const LAW = 'admits, refuses and retries as an event-by-event count says';
const READ_AT_ATTEMPT = 'if (this.lagCheck.interval === 0) this.readLag();';
const GATE = `
		if (this.gate.hasFailed) return 'consumer lag unknown';
		if (!this.gate.isOpen) return 'consumer lag too high';`;
const GIVE_UP = "if (this.settings.refused.then === 'drop') return this.giveUp(message, reason);";
const LAG_CHECK = 'return { interval: fromSeconds(interval), limit, resume: resume ?? limit };';
const RESTART = "} else if (key === 'lag.interval') this.#startWatch();";

/** The bugs that people write into a producer that is throttled. */
export const THROTTLING_MUTANTS: MutantCatalogue = {
	name: 'producer-throttling',
	suite: 'strategies/producer-throttling/suite.ts',
	mutants: [
		{
			bug: 'that takes its token first and then asks the gate',
			file: strategy,
			text: `
		${READ_AT_ATTEMPT}${GATE}
		return this.bucket.tryConsume(1) ? null : 'rate limit exceeded';`,
			instead: `
		if (!this.bucket.tryConsume(1)) return 'rate limit exceeded';
		${READ_AT_ATTEMPT}${GATE}
		return null;`,
			killedBy: 'a shut gate refuses without a look at the bucket'
		},
		{
			bug: 'that asks no gate',
			file: strategy,
			text: GATE,
			instead: '',
			killedBy: ['shuts above the limit', LAW]
		},
		{
			bug: 'that asks no bucket',
			file: strategy,
			text: "return this.bucket.tryConsume(1) ? null : 'rate limit exceeded';",
			instead: 'return null;',
			killedBy: ['admits 1010', 'never crosses the arrival curve', LAW]
		},
		{
			bug: 'that calls an unknown lag too high',
			file: strategy,
			text: "return 'consumer lag unknown';",
			instead: "return 'consumer lag too high';",
			killedBy: 'says the first of'
		},
		{
			bug: 'that takes an unknown lag for none',
			file: strategy,
			text: 'this.settings.lag.available ? this.topic.lag : null',
			instead: 'this.settings.lag.available ? this.topic.lag : 0',
			killedBy: 'refuses everything while lag cannot be read'
		},
		{
			bug: 'that passes on what it saw last while lag cannot be read',
			file: strategy,
			text: 'this.gate.read(this.settings.lag.available ? this.topic.lag : null, this.lagCheck);',
			instead: `
		if (!this.settings.lag.available) return;
		this.gate.read(this.topic.lag, this.lagCheck);`,
			killedBy: 'refuses everything while lag cannot be read'
		},
		{
			bug: 'that appends what it refuses',
			file: strategy,
			text: 'if (reason === null) return this.topic.append(message);',
			instead: `
			this.topic.append(message);
			if (reason === null) return;`,
			killedBy: LAW
		},
		{
			bug: 'that gives a refused message up although it is to be tried again',
			file: strategy,
			text: GIVE_UP,
			instead: 'return this.giveUp(message, reason);',
			killedBy: ['keeps a refused message in hand', LAW]
		},
		{
			bug: 'that tries again although a refused message is to be given up',
			file: strategy,
			text: GIVE_UP,
			instead: '',
			killedBy: ['gives a refused message up', LAW]
		},
		{
			bug: 'that tries again after a second, whatever it was told',
			file: strategy,
			text: 'fromSeconds(this.settings.refused.after)',
			instead: 'fromSeconds(1)',
			killedBy: ['keeps a refused message in hand', LAW]
		},
		{
			bug: 'that reads lag at each attempt too',
			file: strategy,
			text: READ_AT_ATTEMPT,
			instead: 'this.readLag();',
			killedBy: ['reads lag at 0, interval', LAW]
		},
		{
			bug: 'that reads no lag where it is to be read at each attempt',
			file: strategy,
			text: READ_AT_ATTEMPT,
			instead: '',
			killedBy: ['reads lag at each attempt when the interval is 0', LAW]
		},
		{
			bug: 'that shuts at the limit already',
			file: strategy,
			text: LAG_CHECK,
			instead:
				'return { interval: fromSeconds(interval), limit: limit - 1, resume: resume ?? limit };',
			killedBy: 'shuts above the limit and opens again at resume'
		},
		{
			bug: 'that opens as soon as lag is back at the limit, whatever it was told',
			file: strategy,
			text: LAG_CHECK,
			instead: 'return { interval: fromSeconds(interval), limit, resume: limit };',
			killedBy: ['shuts above the limit and opens again at resume', LAW]
		},
		{
			bug: 'that reads lag behind the offers of the same instant',
			file: strategy,
			text: 'TIMER_CLASS.lagSample',
			instead: 'TIMER_CLASS.offer',
			killedBy: 'reads lag before the offers of the same instant'
		},
		{
			bug: 'that waits one interval before the first reading',
			file: strategy,
			text: `
			yield* this.world.simulation.sleep(this.untilNextReading(), TIMER_CLASS.lagSample);
			this.readLag();`,
			instead: `
			const wait = this.untilNextReading() || this.lagCheck.interval;
			yield* this.world.simulation.sleep(wait, TIMER_CLASS.lagSample);
			this.readLag();`,
			killedBy: 'reads lag at 0, interval'
		},
		{
			bug: 'that counts a new interval from the time of the change',
			file: mechanism,
			text: 'const past = now % interval;',
			instead: 'const past = 0;',
			killedBy: 'reads lag at the multiples of a new interval'
		},
		{
			bug: 'that keeps its interval when it is changed',
			file: mechanism,
			text: RESTART,
			instead: '}',
			killedBy: 'reads lag at the multiples of a new interval'
		},
		{
			bug: 'that goes on reading at the old interval beside the new one',
			file: mechanism,
			text: "this.world.simulation.interrupt(this.#watcher, new Interruption('another interval'));",
			instead: '',
			killedBy: 'reads lag at the multiples of a new interval'
		},
		{
			bug: 'that leaves a reading out when the interval is changed at its instant',
			file: mechanism,
			text: 'this.#readingAt = Number.NaN;\n\t\tthis.#watcher',
			instead: 'this.#watcher',
			killedBy: 'leaves no reading out'
		},
		{
			bug: 'that counts an attempt only when it ends well',
			file: mechanism,
			text: `
		this.world.ledger.attempt();
		this.#refused[reason]++;`,
			instead: '',
			killedBy: 'counts each attempt once'
		},
		{
			bug: 'that counts refusals under the wrong reason',
			file: mechanism,
			text: "'now.refusedByLag': () => this.#refused['consumer lag too high'],",
			instead: "'now.refusedByLag': () => this.#refused['rate limit exceeded'],",
			killedBy: ['says the first of', 'a shut gate refuses without']
		},
		{
			bug: 'that refuses without a word',
			file: mechanism,
			text: "signal(this.world, 'refused');",
			instead: '',
			killedBy: 'lets each refusal travel upstream'
		},
		{
			bug: 'that loses a message where it gives it up',
			file: mechanism,
			text: 'this.world.ledger.refuse(message, EXITS[reason]);',
			instead: '',
			killedBy: 'gives a refused message up'
		},
		{
			bug: 'that does not hear when the rate is changed',
			file: mechanism,
			text: 'this.bucket.setRate(rate);',
			instead: '',
			killedBy: 'never crosses the arrival curve'
		},
		{
			bug: 'that does not hear when the capacity is changed',
			file: mechanism,
			text: 'this.bucket.setCapacity(capacity);',
			instead: '',
			killedBy: 'never crosses the arrival curve'
		},
		{
			bug: 'that begins with a full bucket, whatever it was told',
			file: mechanism,
			text: 'this.#granted = settings.bucket.initial ?? capacity;',
			instead: 'this.#granted = capacity;',
			killedBy: 'begins with the tokens it is told of'
		},
		{
			bug: 'whose bucket has room for one token where nothing else is said',
			file: mechanism,
			text: 'capacity: bucketCapacityOf(settings)',
			instead: 'capacity: settings.bucket.capacity ?? 1',
			killedBy: 'begins with the tokens it is told of'
		},
		{
			bug: 'that draws an arrival curve without the tokens at first',
			file: mechanism,
			text: 'return this.#granted + this.#rate *',
			instead: 'return this.#rate *',
			killedBy: 'never crosses the arrival curve'
		},
		{
			bug: 'that draws the past of the arrival curve anew when the rate is changed',
			file: mechanism,
			text: 'this.#granted = this.mostAdmitted(now);',
			instead: '',
			killedBy: 'never crosses the arrival curve'
		},
		{
			bug: 'that hands records over without waiting for a worker',
			file: strategy,
			text: 'yield* this.desk.send(record);',
			instead: 'this.desk.trySend(record);',
			killedBy: LAW
		},
		{
			bug: 'that commits a record before it is done',
			file: strategy,
			text: `
			yield* worker.serve(record);
			this.topic.commit(record);`,
			instead: `
			this.topic.commit(record);
			yield* worker.serve(record);`,
			killedBy: ['shuts above the limit and opens again at resume', LAW]
		},
		{
			bug: 'that never commits',
			file: strategy,
			text: 'this.topic.commit(record);',
			instead: '',
			killedBy: ['shuts above the limit and opens again at resume', LAW]
		},
		{
			bug: 'whose workers stay when there are to be fewer',
			file: strategy,
			text: 'while (worker.isNeeded) {',
			instead: 'for (;;) {',
			killedBy: 'lets workers finish when there are to be fewer'
		}
	]
};
