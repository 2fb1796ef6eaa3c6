import type { Nanoseconds } from '../kernel/time';

const TWO_TO_MINUS_32 = 1 / 4_294_967_296;

/**
 * A digest of a sequence of events: equal for equal sequences in every engine, different when an
 * event is missing, added, changed or in another place. Two 32-bit lanes, each a multiply-rotate
 * chain with the constants of MurmurHash3, mixed at the end with its finalizer.
 */
export class Digest {
	#one = 0x9747b28c | 0;
	#other = 0x3c6ef372 | 0;

	/** Adds one event. `time` in [0, 2^53), the others 32-bit integers. */
	add(time: Nanoseconds, kind: number, message: number, station: number): void {
		// The upper and the lower 32 bits of the time: `| 0` is exact up to 2^53.
		const high = (time * TWO_TO_MINUS_32) | 0;
		const low = time | 0;
		const what = (kind << 24) ^ (station << 16) ^ high;
		let one = this.#one;
		one = Math.imul(one ^ Math.imul(low, 0xcc9e2d51), 0x1b873593);
		one = (one << 13) | (one >>> 19);
		one = Math.imul(one ^ message, 0xe6546b64) + what;
		this.#one = one | 0;
		let other = this.#other;
		other = Math.imul(other ^ Math.imul(message | 0, 0x85ebca6b), 0xc2b2ae35);
		other = (other << 15) | (other >>> 17);
		other = Math.imul(other ^ low, 0x27d4eb2f) + Math.imul(what, 0x165667b1);
		this.#other = other | 0;
	}

	/** The digest so far as 16 hexadecimal digits. Does not change it. */
	hex(): string {
		return word(finalize(this.#one)) + word(finalize(this.#other ^ this.#one));
	}
}

function finalize(lane: number): number {
	let mixed = lane;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function word(lane: number): string {
	return lane.toString(16).padStart(8, '0');
}
