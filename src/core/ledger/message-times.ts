import type { Nanoseconds } from '../kernel/time';
import type { Message } from './message';

/**
 * When each message that is still somewhere was offered, accepted and started. Messages live in a
 * window from the oldest that is still somewhere to the newest, so memory follows the backlog and
 * not the length of the run.
 */
export class MessageTimes {
	#mask = 1023;
	#offered = new Float64Array(1024);
	#accepted = new Float64Array(1024);
	#isGone = new Uint8Array(1024);
	#oldest: Message = 0;
	#next: Message = 0;
	/** The messages below the border were offered before the cut; so many of them are not gone. */
	#border: Message = 0;
	#cut: Nanoseconds = 0;
	#belowBorder = 0;

	/** Adds the next message; messages come in the order of their numbers. */
	offer(message: Message, now: Nanoseconds): void {
		if (this.#next - this.#oldest > this.#mask) this.#grow();
		const place = message & this.#mask;
		this.#offered[place] = now;
		this.#accepted[place] = Number.NaN;
		this.#isGone[place] = 0;
		this.#next = message + 1;
	}

	accept(message: Message, now: Nanoseconds): void {
		this.#accepted[message & this.#mask] = now;
	}

	offeredAt(message: Message): Nanoseconds {
		return this.#offered[message & this.#mask] as number;
	}

	/** NaN for a message that was not accepted. */
	acceptedAt(message: Message): Nanoseconds {
		return this.#accepted[message & this.#mask] as number;
	}

	/** Forgets a message that is done or gone. */
	forget(message: Message): void {
		if (message < this.#border) this.#belowBorder--;
		this.#isGone[message & this.#mask] = 1;
		while (this.#oldest < this.#next && this.#isGone[this.#oldest & this.#mask] === 1) {
			this.#oldest++;
		}
	}

	/**
	 * How many messages that are still somewhere were offered before `time`. For times that rise it
	 * looks at each message once; for an earlier one it counts anew.
	 */
	offeredBefore(time: Nanoseconds): number {
		if (time < this.#cut) this.#border = this.#belowBorder = 0;
		this.#cut = time;
		this.#border = Math.max(this.#border, this.#oldest);
		while (this.#border < this.#next && this.offeredAt(this.#border) < time) {
			if (this.#isGone[this.#border & this.#mask] === 0) this.#belowBorder++;
			this.#border++;
		}
		return this.#belowBorder;
	}

	#grow(): void {
		const size = 2 * (this.#mask + 1);
		const offered = new Float64Array(size);
		const accepted = new Float64Array(size);
		const isGone = new Uint8Array(size);
		for (let message = this.#oldest; message < this.#next; message++) {
			const from = message & this.#mask;
			const to = message & (size - 1);
			offered[to] = this.#offered[from] as number;
			accepted[to] = this.#accepted[from] as number;
			isGone[to] = this.#isGone[from] as number;
		}
		this.#mask = size - 1;
		this.#offered = offered;
		this.#accepted = accepted;
		this.#isGone = isGone;
	}
}
