import { expect } from 'vitest';
import type { LagLimits } from '../../../../src/core/primitives/lag-gate';
import type { Rule } from '../../rule';

/** What a lag gate can do. */
export interface Gate {
	readonly isOpen: boolean;
	readonly hasFailed: boolean;
	readonly seen: number | null;
	read(lag: number | null, limits: LagLimits): void;
}

export type MakeGate = () => Gate;

const LIMITS = { limit: 100, resume: 60 };
/** A lag of this is a reading that failed. */
const FAILED = null;

/** Whether the gate is open after each of some readings. */
function openAfter(gate: Gate, lags: readonly (number | null)[], limits = LIMITS): boolean[] {
	return lags.map((lag) => {
		gate.read(lag, limits);
		return gate.isOpen;
	});
}

/** The rules of a gate that is shut and opened by readings of consumer lag. */
export const LAG_GATE_RULES: readonly Rule<MakeGate>[] = [
	{
		name: 'is open before the first reading',
		check(make) {
			const gate = make();
			expect([gate.isOpen, gate.hasFailed, gate.seen]).toEqual([true, false, null]);
		}
	},
	{
		name: 'shuts above the limit, not at it',
		check: (make) => expect(openAfter(make(), [0, 99, 100, 101])).toEqual([true, true, true, false])
	},
	{
		name: 'opens at or below resume, not above it',
		check: (make) =>
			expect(openAfter(make(), [101, 61, 60, 101, 59])).toEqual([false, false, true, false, true])
	},
	{
		name: 'between resume and the limit stays as it is: open on the way up, shut on the way down',
		check: (make) =>
			expect(openAfter(make(), [61, 80, 100, 101, 100, 80, 61])).toEqual([
				true,
				true,
				true,
				false,
				false,
				false,
				false
			])
	},
	{
		name: 'with resume at the limit opens as soon as lag is back there',
		check: (make) =>
			expect(openAfter(make(), [101, 100, 101, 100], { limit: 100, resume: 100 })).toEqual([
				false,
				true,
				false,
				true
			])
	},
	{
		name: 'counts as shut while the reading fails, and says so',
		check(make) {
			const gate = make();
			expect(openAfter(gate, [10, FAILED])).toEqual([true, false]);
			expect([gate.hasFailed, gate.seen]).toEqual([true, 10]);
		}
	},
	{
		name: 'is as it was before a failed reading when lag is between resume and the limit again',
		check(make) {
			expect(openAfter(make(), [10, FAILED, 80])).toEqual([true, false, true]);
			expect(openAfter(make(), [101, FAILED, FAILED, 80, 60])).toEqual([
				false,
				false,
				false,
				false,
				true
			]);
		}
	},
	{
		name: 'does what a reading after a failed one says',
		check(make) {
			const gate = make();
			expect(openAfter(gate, [FAILED, 101, FAILED, 60])).toEqual([false, false, false, true]);
			expect([gate.hasFailed, gate.seen]).toEqual([false, 60]);
		}
	},
	{
		name: 'follows new limits at the next reading, not before',
		check(make) {
			const gate = make();
			expect(openAfter(gate, [80])).toEqual([true]);
			expect(openAfter(gate, [80], { limit: 70, resume: 70 })).toEqual([false]);
			expect(openAfter(gate, [80])).toEqual([false]);
			expect(openAfter(gate, [80], { limit: 90, resume: 90 })).toEqual([true]);
		}
	}
];
