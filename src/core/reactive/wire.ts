import { Ring } from '../kernel/ring';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import type { TimerClass, TimerOwner } from '../kernel/timers';

/** A way that takes everything the same time. What is sent first arrives first. */
export class Wire implements TimerOwner {
	readonly #simulation: Simulation;
	readonly #delay: Nanoseconds;
	readonly #timerClass: TimerClass;
	readonly #timer: number;
	readonly #arrivals = new Ring<() => void>();
	/** When each of them is due. */
	readonly #times = new Ring<Nanoseconds>();

	constructor(simulation: Simulation, delay: Nanoseconds, timerClass: TimerClass) {
		this.#simulation = simulation;
		this.#delay = delay;
		this.#timerClass = timerClass;
		this.#timer = simulation.timers.register(this);
	}

	/** Calls `arrive` after the delay; at once if there is none. */
	send(arrive: () => void): void {
		if (this.#delay === 0) {
			arrive();
			return;
		}
		this.#arrivals.push(arrive);
		this.#times.push(this.#simulation.now + this.#delay);
		if (this.#times.length === 1) this.#arm();
	}

	/** When the one that is `index` places behind the first was sent. */
	sentAt(index: number): Nanoseconds {
		return this.#times.at(index) - this.#delay;
	}

	/** All that was sent at one instant arrives in one event. */
	fire(): void {
		while (this.#times.length > 0 && this.#times.at(0) <= this.#simulation.now) {
			this.#times.shift();
			this.#arrivals.shift()();
		}
		if (this.#times.length > 0) this.#arm();
	}

	#arm(): void {
		this.#simulation.timers.set(this.#timer, this.#times.at(0), this.#timerClass);
	}
}
