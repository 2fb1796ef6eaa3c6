import { expect } from 'vitest';
import { PeakCount } from '../../../src/core/measures/peak-count';
import { Stock } from '../../../src/core/measures/stock';
import type { Suite } from '../rule';

export const STOCK_RULES: Suite = [
	{
		name: 'a stock averages over time and knows its largest value after an event',
		check() {
			const stock = new Stock();
			stock.add(2, 0);
			stock.settle();
			stock.add(5, 10);
			stock.add(-5, 10);
			stock.settle();
			stock.add(-1, 30);
			stock.settle();
			// 2 for 30, then 1 for 10; the 7 within the event at 10 never stood.
			expect([stock.areaUpTo(40), stock.max, stock.value]).toEqual([70, 2, 1]);
		}
	},
	{
		name: 'a count knows its peak after an event too',
		check() {
			const level = new PeakCount();
			level.add(3);
			level.settle();
			level.add(4);
			level.add(-5);
			level.settle();
			expect([level.value, level.max]).toEqual([2, 3]);
		}
	}
];
