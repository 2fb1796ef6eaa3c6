import { STREAM, type StreamKey, streamKey } from '../chance/draw';
import { exponential } from '../chance/exponential';
import { lognormal, uniformAroundOne } from '../chance/samplers';
import { fromSeconds, type Nanoseconds, nearest, SECOND } from '../kernel/time';
import type { Message } from '../ledger/message';
import type { Scenario } from '../scenario/scenario';

/** How long messages take a worker. */
export class ServiceTimes {
	readonly #settings: Scenario;
	readonly #key: StreamKey;

	constructor(settings: Scenario) {
		this.#settings = settings;
		this.#key = streamKey(settings.seed, STREAM.service);
	}

	/**
	 * The service time of a message that is started now: a draw of mean 1 that belongs to the
	 * message, times the mean in force.
	 */
	of(message: Message): Nanoseconds {
		const { distribution, serviceTime, times } = this.#settings.consumer;
		if (distribution === 'trace') return fromSeconds(times[message] ?? serviceTime);
		const mean = serviceTime * SECOND;
		return nearest(this.#draw(message) * mean);
	}

	#draw(message: Message): number {
		switch (this.#settings.consumer.distribution) {
			case 'exponential':
				return exponential(this.#key, message);
			case 'uniform':
				return uniformAroundOne(this.#key, message);
			case 'lognormal':
				return lognormal(this.#key, message);
			default:
				return 1;
		}
	}
}
