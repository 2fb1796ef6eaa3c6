import type { MutantCatalogue } from '../mutant';

const offers = 'core/world/offer-times.ts';
const source = 'core/world/source.ts';
const services = 'core/world/service-times.ts';
const worker = 'core/world/worker.ts';
const consumer = 'core/world/consumer.ts';
const hiring = 'core/world/hiring.ts';
const topic = 'core/world/message-topic.ts';
const world = 'core/world/world.ts';

/** The bugs that people write into sources and consumers. */
export const WORLD_MUTANTS: MutantCatalogue = {
	name: 'world',
	suite: 'world/suite.ts',
	mutants: [
		{
			bug: 'a source that adds up rounded gaps, and drifts',
			file: offers,
			text: 'return this.#start + Math.round((gaps * SECOND) / this.#settings.source.rate);',
			instead: 'return this.#start + gaps * Math.round(SECOND / this.#settings.source.rate);',
			killedBy: 'offers evenly on a grid that does not drift'
		},
		{
			bug: 'a source that offers its first message at once',
			file: offers,
			text: 'const gaps = n + 1 - this.#first;',
			instead: 'const gaps = n - this.#first;',
			killedBy: 'offers evenly on a grid that does not drift'
		},
		{
			bug: 'a source that keeps what is left of a gap when the rate changes',
			file: offers,
			text: 'return Math.min(Math.round((left * oldRate) / newRate), END_OF_TIME);',
			instead: 'return Math.min(left, END_OF_TIME);',
			killedBy: 'keeps what is left of a gap in proportion'
		},
		{
			bug: 'a source that goes back to its old grid after a change of the rate',
			file: offers,
			text: `
		this.#start = time;
		this.#first = n + 1;`,
			instead: '',
			killedBy: 'keeps what is left of a gap in proportion'
		},
		{
			bug: 'a source that does not hear when its rate is changed',
			file: source,
			text: 'timers.set(this.#timer, time, TIMER_CLASS.offer);\n\t}\n\n\t/** Offers a message. */',
			instead: '}',
			killedBy: 'keeps what is left of a gap in proportion'
		},
		{
			bug: 'a source by chance whose gaps are all the same',
			file: offers,
			text: '(n) => exponential(key, n)',
			instead: '() => 1',
			killedBy: 'offers by chance at the mean rate'
		},
		{
			bug: 'a source in bursts that is never off',
			file: offers,
			text: 'return Math.min(cycles * this.#cycle + (onTime - cycles * this.#on), END_OF_TIME);',
			instead: 'return Math.min(onTime, END_OF_TIME);',
			killedBy: 'in bursts offers only while it is on'
		},
		{
			bug: 'a source in bursts that offers at the mean rate while it is on',
			file: offers,
			text: 'const rateWhileOn = (this.#settings.source.rate * this.#cycle) / this.#on;',
			instead: 'const rateWhileOn = this.#settings.source.rate;',
			killedBy: 'in bursts offers only while it is on, and in a whole cycle as much'
		},
		{
			bug: 'a recording that is played at the rate of the source',
			file: offers,
			text: 'reschedule(_n: Message, pending: Nanoseconds): Nanoseconds {\n\t\treturn pending;',
			instead: `reschedule(_n: Message, pending: Nanoseconds, now: Nanoseconds, oldRate: number): Nanoseconds {
		return now + stretched(pending - now, oldRate, this.#settings.source.rate);`,
			killedBy: 'offers what was recorded when it was recorded'
		},
		{
			bug: 'a recording whose times are gaps',
			file: offers,
			text: "return kind === 'open' ? fromSeconds(seconds) : from + fromSeconds(seconds);",
			instead: 'return from + fromSeconds(seconds);',
			killedBy: 'offers what was recorded when it was recorded'
		},
		{
			bug: 'a source that offers one more than its limit',
			file: source,
			text: 'if (limit !== null && this.#next >= limit) return;',
			instead: 'if (limit !== null && this.#next > limit) return;',
			killedBy: 'offers no more than its limit'
		},
		{
			bug: 'a closed source that goes on while nobody asks',
			file: source,
			text: "if (this.#settings.source.kind === 'open') this.#schedule(this.#simulation.now);",
			instead: 'this.#schedule(this.#simulation.now);',
			killedBy: 'that is closed makes the next message when the producer asks for it'
		},
		{
			bug: 'a source that gives a message out and still counts it as waiting',
			file: source,
			text: 'return this.#next - this.#nextToTake;',
			instead: 'return this.#next - this.#nextToTake + this.#ledger.hand;',
			killedBy: 'counts what the producer has not taken'
		},
		{
			bug: 'a seed that nobody asks',
			file: offers,
			text: 'streamKey(settings.seed, STREAM.offer)',
			instead: 'streamKey(1, STREAM.offer)',
			killedBy: 'offers the same to every strategy, and something else with another seed'
		},
		{
			bug: 'service times that come from the same draws for every seed',
			file: services,
			text: 'streamKey(settings.seed, STREAM.service)',
			instead: 'streamKey(1, STREAM.service)',
			killedBy: 'serves a message as long whoever works on it'
		},
		{
			bug: 'a mean service time that is written into the code',
			file: services,
			text: 'const mean = serviceTime * SECOND;',
			instead: 'const mean = 0.1 * SECOND;',
			killedBy: 'serves a message as long whoever works on it'
		},
		{
			bug: 'service times that all are the mean',
			file: services,
			text: `
			case 'exponential':
				return exponential(this.#key, message);`,
			instead: '',
			killedBy: 'serves each message for a time of the mean it was told, spread as it was told'
		},
		{
			bug: 'lognormal service times whose mean is not 1',
			file: 'core/chance/samplers.ts',
			text: 'return exp(standardNormal(key, message) - 0.5);',
			instead: 'return exp(standardNormal(key, message));',
			killedBy: 'serves each message for a time of the mean it was told'
		},
		{
			bug: 'a recording of service times that ends with nothing',
			file: services,
			text: 'fromSeconds(times[message] ?? serviceTime)',
			instead: 'fromSeconds(times[message] ?? 0)',
			killedBy: 'serves for the times that were recorded'
		},
		{
			bug: 'one worker more than there should be',
			file: consumer,
			text: 'return this.#isDead ? 0 : this.#settings.consumer.workers;',
			instead: 'return this.#isDead ? 0 : this.#settings.consumer.workers + 1;',
			killedBy: 'works on as many messages at once as there are workers'
		},
		{
			bug: 'a worker that is dismissed in the midst of its service',
			file: consumer,
			text: '!worker.isNeeded && worker.isThere && !worker.isBusy && !worker.isHired',
			instead: '!worker.isNeeded && worker.isThere && !worker.isHired',
			killedBy: 'is busy for as long as it serves'
		},
		{
			bug: 'workers that are paid for after they have left',
			file: consumer,
			text: `
		worker.isThere = false;
		this.employed.add(-1, this.#simulation.now);`,
			instead: `
		worker.isThere = false;`,
			killedBy: 'is busy for as long as it serves'
		},
		{
			bug: 'a consumer that never says that it is done',
			file: consumer,
			text: `
		this.busy.add(-1, this.#simulation.now);
		if (!worker.isNeeded)`,
			instead: `
		if (!worker.isNeeded)`,
			killedBy: 'is busy for as long as it serves'
		},
		{
			bug: 'a service that ends when it begins',
			file: worker,
			text: 'this.endsAt = now + this.#consumer.started(message, this);',
			instead: `
		this.#consumer.started(message, this);
		this.endsAt = now;`,
			killedBy: ['works on as many messages at once', 'serves for the times that were recorded']
		},
		{
			bug: 'tasks that get the workers in the wrong order',
			file: hiring,
			text: 'worker === undefined ? null : this.#hirers.shift();',
			instead:
				'worker === undefined ? null : ([...this.#hirers].at(-1) ?? null);\n\t\t\tif (hirer !== null) this.#hirers.remove(hirer);',
			killedBy: 'lets tasks have the workers in the order'
		},
		{
			bug: 'tasks that share a worker',
			file: hiring,
			text: `
		const operation = this.#simulation.begin() as Operation<Worker>;
		worker.isHired = true;`,
			instead: `
		const operation = this.#simulation.begin() as Operation<Worker>;`,
			killedBy: 'lets tasks have the workers in the order'
		},
		{
			bug: 'tasks that hire a worker who is to go',
			file: consumer,
			text: 'if (!worker.isNeeded) this.#dismiss(worker);',
			instead: '',
			killedBy: 'hires out workers that come at once, and none that is to go'
		},
		{
			bug: 'tasks that do not hear of workers who come',
			file: consumer,
			text: `
			}
		}
		this.#onfree?.();`,
			instead: `
			}
		}`,
			killedBy: 'hires out workers that come at once'
		},
		{
			bug: 'a producer that is never held back by a full channel',
			file: world,
			text: 'ledger.heldBack.hold(simulation.now);\n\t\t\tif (full',
			instead: 'if (full',
			killedBy: 'holds the producer back exactly while'
		},
		{
			bug: 'a producer that is not held back while it waits to try again',
			file: world,
			text: `
	ledger.heldBack.hold(simulation.now);
	return simulation.sleep`,
			instead: `
	return simulation.sleep`,
			killedBy: 'holds the producer back exactly while'
		},
		{
			bug: 'a lag whose age is that of the newest record',
			file: topic,
			text: 'const oldest = this.oldestUncommitted;',
			instead: 'const oldest = this.lag === 0 ? null : this.logEndOffset - 1;',
			killedBy: 'says for how long the oldest record is behind'
		},
		{
			bug: 'a lag that takes as long to clear as with one worker',
			file: topic,
			text: 'return (this.lag * this.#world.settings.consumer.serviceTime) / this.#servers();',
			instead: 'return this.lag * this.#world.settings.consumer.serviceTime;',
			killedBy: 'says for how long the oldest record is behind'
		},
		{
			bug: 'a lag whose slope knows only what is added',
			file: topic,
			text: 'this.#slope.change(change, simulation.now);',
			instead: 'if (change > 0) this.#slope.change(change, simulation.now);',
			killedBy: 'says for how long the oldest record is behind'
		}
	]
};
