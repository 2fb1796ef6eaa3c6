import { STREAM } from '../kernel/draw';
import { exponential, lognormal, uniformAroundOne } from '../kernel/samplers';
import { END_OF_TIME, fromSeconds, type Nanoseconds, SECOND } from '../kernel/time';
import type { Message } from '../measures/message';
import type { Scenario } from '../scenario/scenario';

/**
 * How long message `message` takes a worker that starts on it now: a draw of mean 1 that belongs to
 * the message, times the mean in force. Pure.
 */
export function serviceTimeOf(message: Message, settings: Scenario): Nanoseconds {
	const { consumer } = settings;
	if (consumer.distribution === 'trace') {
		return fromSeconds(consumer.times[message] ?? consumer.serviceTime);
	}
	const mean = consumer.serviceTime * SECOND;
	return Math.min(Math.round(draw(message, settings) * mean), END_OF_TIME);
}

function draw(message: Message, { seed, consumer }: Scenario): number {
	switch (consumer.distribution) {
		case 'exponential':
			return exponential(seed, STREAM.service, message);
		case 'uniform':
			return uniformAroundOne(seed, STREAM.service, message);
		case 'lognormal':
			return lognormal(seed, STREAM.service, message);
		default:
			return 1;
	}
}
