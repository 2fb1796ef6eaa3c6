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
			expect(heldBack.feltUpTo(12)).toBeNaN();
			heldBack.hold(13);
			expect(heldBack.feltUpTo(14)).toBe(3);
		}
	},
	{
		name: 'held back is not felt anew while it merely goes on',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(3);
			heldBack.mark(10);
			expect(heldBack.feltUpTo(12)).toBeNaN();
			heldBack.release(14);
			expect(heldBack.feltUpTo(15)).toBeNaN();
			heldBack.hold(17);
			expect(heldBack.feltUpTo(18)).toBe(7);
		}
	},
	{
		name: 'held back is felt at the very instant of a refusal, of one that is tried again too',
		check() {
			const heldBack = new HeldBack();
			heldBack.mark(10);
			heldBack.refuse(12);
			heldBack.hold(12);
			expect(heldBack.feltUpTo(12)).toBe(2);
			heldBack.release(15);
			heldBack.refuse(16);
			expect(heldBack.feltUpTo(16)).toBe(2);
		}
	},
	{
		name: 'held back is felt when it began, also where the message in hand is refused only later',
		check() {
			const heldBack = new HeldBack();
			heldBack.mark(10);
			heldBack.hold(11);
			heldBack.refuse(14);
			expect(heldBack.feltUpTo(14)).toBe(1);
		}
	},
	{
		name: 'held back since before a knob was turned counts by its next refusal',
		check() {
			const heldBack = new HeldBack();
			heldBack.hold(8);
			heldBack.mark(10);
			heldBack.refuse(14);
			expect(heldBack.feltUpTo(14)).toBe(4);
		}
	}
];
