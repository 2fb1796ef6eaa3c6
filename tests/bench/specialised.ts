import { LINE, LINE_SLOTS, MESSAGES, QUEUE } from './workloads';

/**
 * The two workloads as loops that know nothing but their own model. They show
 * what generality costs, and they are oracles: all must end at the same nanosecond.
 */

/** M/M/1 event by event with two clocks and a ring of waiting messages. */
export function queueSpecialised(): number {
	const { gap, service } = QUEUE;
	let nextOffer = gap(0);
	let nextDone = Infinity;
	let offered = 0;
	let started = 0;
	let now = 0;
	for (;;) {
		if (nextDone <= nextOffer) {
			if (nextDone === Infinity) return now;
			now = nextDone;
			if (started < offered) nextDone = now + service(started++);
			else nextDone = Infinity;
		} else {
			now = nextOffer;
			offered++;
			nextOffer = offered < MESSAGES ? now + gap(offered) : Infinity;
			if (nextDone === Infinity) nextDone = now + service(started++);
		}
	}
}

/** The blocking line event by event: a producer that makes or is blocked, a consumer, a count. */
export function lineSpecialised(): number {
	const { gap, service } = LINE;
	let made = 0;
	let started = 0;
	let buffered = 0;
	let isBlocked = false;
	let nextMade = gap(0);
	let nextDone = Infinity;
	let now = 0;
	for (;;) {
		if (nextDone <= nextMade) {
			if (nextDone === Infinity) return now;
			now = nextDone;
			if (buffered === 0) nextDone = Infinity;
			else {
				buffered--;
				nextDone = now + service(started++);
				if (isBlocked) {
					isBlocked = false;
					buffered++;
					nextMade = made < MESSAGES ? now + gap(made) : Infinity;
				}
			}
		} else {
			now = nextMade;
			made++;
			if (nextDone === Infinity) nextDone = now + service(started++);
			else if (buffered < LINE_SLOTS) buffered++;
			else isBlocked = true;
			nextMade = isBlocked || made === MESSAGES ? Infinity : now + gap(made);
		}
	}
}
