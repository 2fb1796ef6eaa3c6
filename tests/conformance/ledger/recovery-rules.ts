import { expect } from 'vitest';
import { Recovery } from '../../../src/core/ledger/recovery';
import type { Suite } from '../rule';

/** What is said of it after each of these, in this order. */
function told(...steps: readonly (readonly ['turn' | 'event', number, number])[]) {
	const recovery = new Recovery();
	return steps.map(([what, backlog, time]) => {
		// A turned knob is an event, too.
		if (what === 'turn') recovery.mark(backlog, time);
		if (recovery.isOpen) recovery.settle(backlog, time);
		return recovery.duration;
	});
}

export const RECOVERY_RULES: Suite = [
	{
		name: 'recovery is nothing where no knob was turned',
		check() {
			expect(new Recovery().duration).toBeNaN();
			expect(new Recovery().isOpen).toBe(false);
		}
	},
	{
		name: 'recovery takes from the last turned knob until the backlog is what it was before the first',
		check() {
			const steps = told(
				['turn', 3, 10],
				['event', 9, 12],
				['turn', 9, 20],
				['event', 4, 25],
				['event', 3, 27],
				['event', 9, 30]
			);
			expect(steps).toEqual([0, Number.NaN, Number.NaN, Number.NaN, 7, 7]);
		}
	},
	{
		name: 'recovery has taken no time where the backlog is back when the last knob is turned',
		check() {
			const steps = told(['turn', 3, 10], ['event', 9, 12], ['turn', 2, 20]);
			expect(steps.at(-1)).toBe(0);
		}
	},
	{
		name: 'recovery of one turned knob begins when the backlog has become larger',
		check() {
			const steps = told(['turn', 3, 10], ['event', 2, 11], ['event', 4, 12], ['event', 3, 19]);
			expect(steps).toEqual([0, 0, Number.NaN, 9]);
		}
	},
	{
		name: 'recovery begins anew with each turned knob, and still goes by what was before the first',
		check() {
			const steps = told(
				['turn', 3, 10],
				['event', 4, 11],
				['event', 3, 12],
				['turn', 3, 20],
				['event', 9, 22],
				['turn', 9, 30],
				['event', 3, 34]
			);
			expect(steps).toEqual([0, Number.NaN, 2, 0, 0, Number.NaN, 4]);
		}
	}
];
