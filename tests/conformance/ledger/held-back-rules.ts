import { expect } from 'vitest';
import { HeldBack } from '../../../src/core/ledger/held-back';
import type { Suite } from '../rule';

export const HELD_BACK_RULES: Suite = [
	{
		name: 'held back counts time, not instants',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(5);
			heldBack.release(5);
			expect(heldBack.firstUpTo(9)).toBeNaN();
			heldBack.hold(10);
			expect(heldBack.firstUpTo(10)).toBeNaN();
			expect(heldBack.firstUpTo(11)).toBe(10);
			heldBack.release(14);
			heldBack.hold(20);
			expect([heldBack.totalUpTo(21), heldBack.firstUpTo(21)]).toEqual([5, 10]);
		}
	},
	{
		name: 'held back goes on from its beginning when it is heard of again',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(10);
			heldBack.hold(12);
			expect([heldBack.since, heldBack.totalUpTo(15)]).toEqual([10, 5]);
			heldBack.release(16);
			heldBack.release(18);
			expect([heldBack.isHeld, heldBack.totalUpTo(20)]).toEqual([false, 6]);
		}
	},
	{
		name: 'held back is felt anew after a turned knob',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(3);
			heldBack.release(4);
			heldBack.mark(10);
			expect(heldBack.feltAfter(12)).toBeNaN();
			heldBack.hold(13);
			expect(heldBack.feltAfter(14)).toBe(3);
		}
	},
	{
		name: 'held back is not felt anew while it merely goes on',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(3);
			heldBack.mark(10);
			expect(heldBack.feltAfter(12)).toBeNaN();
			heldBack.release(14);
			expect(heldBack.feltAfter(15)).toBeNaN();
			heldBack.hold(17);
			expect(heldBack.feltAfter(18)).toBe(7);
		}
	}
];
