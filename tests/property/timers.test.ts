import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TIMER_CLASS, type TimerClass, Timers } from '../../src/core/kernel/timers';
import { sampledRuns } from '../setup/sample';

const OWNERS = 30;
const RUNS = sampledRuns(1000);

interface Setting {
	readonly owner: number;
	readonly delay: number;
	readonly timerClass: TimerClass;
}

const owner = fc.nat(OWNERS - 1);
const setting: fc.Arbitrary<Setting> = fc.record({
	owner,
	// Few times and classes, so that many are due at once, and long ones, so that many are pending.
	delay: fc.oneof(fc.nat(4), fc.nat(40)),
	timerClass: fc.constantFrom(...Object.values(TIMER_CLASS))
});

/** Something to do between two timers, and what to do when one is due. */
const steps = fc.array(
	fc.oneof(
		{ weight: 6, arbitrary: fc.record({ set: setting }) },
		{ weight: 2, arbitrary: fc.record({ cancel: owner }) },
		{ weight: 3, arbitrary: fc.record({ fire: fc.array(setting, { maxLength: 3 }) }) }
	),
	{ minLength: 1, maxLength: 120, size: 'max' }
);

/** What is pending, as a plain list. */
interface Pending {
	readonly owner: number;
	readonly time: number;
	readonly timerClass: TimerClass;
	readonly sequence: number;
}

it(`timers come in the order of time, class and setting, as a sorted list says, on ${RUNS} random runs`, () => {
	fc.assert(
		fc.property(steps, (list) => {
			const timers = new Timers();
			const fired: number[] = [];
			/** The times at which something was not as in the list. */
			const wrong: number[] = [];
			const places = Array.from({ length: OWNERS }, (_, n) =>
				timers.register({ fire: () => fired.push(n) })
			);
			let pending: Pending[] = [];
			let now = 0;
			let sequence = 0;

			function set({ owner: n, delay, timerClass }: Setting): void {
				timers.set(places[n] ?? -1, now + delay, timerClass);
				pending = pending.filter((other) => other.owner !== n);
				pending.push({ owner: n, time: now + delay, timerClass, sequence: sequence++ });
			}

			for (const step of list) {
				if ('set' in step) set(step.set);
				else if ('cancel' in step) {
					timers.cancel(places[step.cancel] ?? -1);
					pending = pending.filter((other) => other.owner !== step.cancel);
				} else if (pending.length > 0) {
					pending.sort(
						(one, other) =>
							one.time - other.time ||
							one.timerClass - other.timerClass ||
							one.sequence - other.sequence
					);
					const next = pending.shift();
					now = timers.nextTime;
					timers.shift().fire();
					if (now !== next?.time || fired.at(-1) !== next.owner) wrong.push(now);
					for (const one of step.fire) set(one);
				}
				const times = places.map((place) => timers.timeOf(place));
				for (const { owner: n, time } of pending) if (times[n] !== time) wrong.push(time);
				if (times.filter((time) => time < Infinity).length !== pending.length) wrong.push(now);
			}
			expect(wrong).toEqual([]);
		}),
		{ seed: 20_261_127, numRuns: RUNS }
	);
});
