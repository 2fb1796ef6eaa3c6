import { expect } from 'vitest';
import { MessageTimes } from '../../../src/core/ledger/message-times';
import type { Suite } from '../rule';

export const TIMES_RULES: Suite = [
	{
		name: 'messages offered before a time and not gone are counted whatever order they go in, forward in time and back',
		check() {
			const times = new MessageTimes();
			for (let message = 0; message < 3000; message++) times.offer(message, 10 * message);
			expect(times.offeredBefore(10_000)).toBe(1000);
			for (let message = 500; message < 1500; message++) times.forget(message);
			expect(times.offeredBefore(10_000)).toBe(500);
			expect(times.offeredBefore(20_001)).toBe(1001);
			expect(times.offeredBefore(5_000)).toBe(500);
			for (let message = 0; message < 500; message++) times.forget(message);
			expect(times.offeredBefore(16_000)).toBe(100);
		}
	}
];
