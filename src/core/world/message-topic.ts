import { fromSeconds, type Nanoseconds, toSeconds } from '../kernel/time';
import type { Message } from '../ledger/message';
import { Slope } from '../measures/slope';
import { Stock } from '../measures/stock';
import { Topic } from '../primitives/topic';
import { placeOf, type World } from './world';

/**
 * A topic for messages whose every move is in the ledger. To be appended is to be accepted; what is
 * in the topic is on somebody else's disk, and comes back into memory when it is polled.
 */
export class MessageTopic extends Topic<Message> {
	/** Consumer lag through time, and how fast it grows. */
	readonly lagStock = new Stock();
	readonly #slope = new Slope();
	readonly #world: World;
	readonly #servers: () => number;

	/** @param servers how many records can be worked on at once. */
	constructor(world: World, servers: () => number) {
		const { ledger, simulation } = world;
		const topic = placeOf(world, 'topic');
		const polled = placeOf(world, 'polled');
		super(simulation, 'the topic', {
			appended: (message) => ledger.append(message, topic),
			polled: (message) => ledger.poll(message, topic, polled),
			lagChanged: (change) => {
				this.#slope.change(change, simulation.now);
				this.lagStock.add(change, simulation.now);
			}
		});
		this.#world = world;
		this.#servers = servers;
	}

	/** How a poll goes under the settings in force. */
	get pollOptions() {
		const { interval, maxRecords } = this.#world.settings.poll;
		return { timeout: fromSeconds(interval), maxRecords };
	}

	readonly followed = { lagMin: () => this.lag, lagMax: () => this.lag, lagLast: () => this.lag };

	readonly gauges = {
		'now.lagAge': (now: Nanoseconds) => {
			const oldest = this.oldestUncommitted;
			if (oldest === null) return 0;
			return toSeconds(now - this.#world.ledger.times.acceptedAt(oldest));
		},
		'now.timeToClear': () => {
			// With nobody there it takes for ever, but for nothing.
			if (this.lag === 0) return 0;
			return (this.lag * this.#world.settings.consumer.serviceTime) / this.#servers();
		},
		'now.lagSlope': (now: Nanoseconds) => this.#slope.perSecondAt(now)
	};
}
