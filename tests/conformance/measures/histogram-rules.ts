import { expect } from 'vitest';
import { Histogram } from '../../../src/core/measures/histogram';
import type { Suite } from '../rule';

function histogramOf(values: readonly number[]): Histogram {
	const histogram = new Histogram();
	for (const value of values) histogram.record(value);
	return histogram;
}

export const HISTOGRAM_RULES: Suite = [
	{
		name: 'a histogram is exact for short durations',
		check() {
			const histogram = histogramOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
			expect([0.1, 0.5, 0.95, 1].map((share) => histogram.quantile(share))).toEqual([1, 5, 10, 10]);
			expect(histogram.mean).toBe(5.5);
		}
	},
	{
		name: 'a histogram keeps every quantile within its stated error, up to hours',
		check() {
			const values = Array.from({ length: 5000 }, (_, n) => Math.floor(1.0073 ** n));
			const histogram = histogramOf(values);
			for (let percent = 1; percent <= 100; percent++) {
				const exact = values[Math.ceil((percent / 100) * values.length) - 1] ?? 0;
				const error = Math.abs(histogram.quantile(percent / 100) - exact);
				expect(error).toBeLessThanOrEqual(Histogram.RELATIVE_ERROR * exact);
			}
		}
	},
	{
		name: 'a histogram knows its largest value and its mean exactly',
		check() {
			const histogram = histogramOf([3, 123_456_789_012, 6]);
			expect([histogram.quantile(1), histogram.max]).toEqual([123_456_789_012, 123_456_789_012]);
			expect([histogram.count, histogram.mean]).toEqual([3, 123_456_789_021 / 3]);
		}
	},
	{
		name: 'a histogram has no quantile and no mean while it is empty',
		check() {
			expect(new Histogram().quantile(0.5)).toBeNaN();
			expect(new Histogram().mean).toBeNaN();
		}
	}
];
