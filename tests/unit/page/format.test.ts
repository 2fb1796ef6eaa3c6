import { describe, expect, it } from 'vitest';
import {
	formatClock,
	formatCount,
	formatExact,
	formatRate,
	formatReading,
	formatSeconds,
	formatShare,
	readingQuantity
} from '../../../src/design/format';

/** Every space as a plain one, so that the tables below can be read. */
function plain(text: string): string {
	return text.replaceAll('\u00A0', ' ');
}

describe('formatCount', () => {
	it.each([
		[0, '0'],
		[10, '10'],
		[999, '999'],
		[4986, '4 986'],
		[100_000, '100 000'],
		[12_345_678, '12 345 678'],
		[-1500, '\u22121 500']
	])('writes the whole number %d in full as "%s"', (count, text) => {
		expect(plain(formatCount(count))).toBe(text);
	});

	it.each([
		[0.1234, '0.123'],
		[1.005, '1.00'],
		[12.34, '12.3'],
		[123.4, '123'],
		[1234.5, '1 235'],
		[-0.0001, '\u22120.000100']
	])('writes the mean %d to three significant digits as "%s"', (mean, text) => {
		expect(plain(formatCount(mean))).toBe(text);
	});

	it('never writes a minus before zero', () => {
		expect(formatCount(-0)).toBe('0');
	});

	it('groups by no-break spaces, so that no number is broken across lines', () => {
		expect(formatCount(1_234_567)).toBe('1\u00A0234\u00A0567');
	});
});

describe('formatSeconds', () => {
	it.each([
		[0, '0 s'],
		[1e-9, '1 ns'],
		[850e-9, '850 ns'],
		[1e-6, '1 µs'],
		[12.34e-6, '12.3 µs'],
		[0.00125, '1.25 ms'],
		[0.008, '8 ms'],
		[0.02, '20 ms'],
		[0.0284, '28.4 ms'],
		[0.0999, '99.9 ms'],
		[0.09999, '0.10 s'],
		[0.1, '0.10 s'],
		[0.104, '0.10 s'],
		[2.346, '2.35 s'],
		[9.996, '10.0 s'],
		[10, '10 s'],
		[12.5, '12.5 s'],
		[59.94, '59.9 s'],
		[59.96, '1 min'],
		[60, '1 min'],
		[75.4, '1 min 15 s'],
		[1000, '16 min 40 s'],
		[3599.6, '1 h'],
		[3660, '1 h 1 min'],
		[86_400, '24 h'],
		[-0.02, '\u221220 ms']
	])('writes %d s as "%s"', (seconds, text) => {
		expect(plain(formatSeconds(seconds))).toBe(text);
	});

	it('passes from unit to unit without a gap or a step back, from nanoseconds to hours', () => {
		for (let seconds = 1e-9; seconds < 1e5; seconds *= 1.0137) {
			expect(plain(formatSeconds(seconds))).toMatch(
				/^(\d{1,3}(\.\d{1,2})? (ns|µs|ms)|\d{1,2}(\.\d{1,2})? s|\d{1,2} min( \d{1,2} s)?|\d{1,2} h( \d{1,2} min)?)$/
			);
		}
	});
});

describe('formatShare', () => {
	it.each([
		[0, '0 %'],
		[0.0019, '0.19 %'],
		[0.018, '1.8 %'],
		[0.1666, '17 %'],
		[0.986, '99 %'],
		[0.995, '99.5 %'],
		[0.99999, '99.9 %'],
		[1, '100 %']
	])('writes %d as "%s"', (share, text) => {
		expect(plain(formatShare(share))).toBe(text);
	});
});

describe('formatExact', () => {
	it.each([
		[0.001, '0.001'],
		[0.1 + 0.2, '0.3'],
		[7.25, '7.25'],
		[100_000, '100 000'],
		[0, '0']
	])('keeps every digit of %d: "%s"', (value, text) => {
		expect(plain(formatExact(value))).toBe(text);
	});
});

describe('formatClock', () => {
	it('keeps its decimals at every moment, so that the text does not jump while it runs', () => {
		expect([0, 9.96, 22.4, 30].map((seconds) => plain(formatClock(seconds)))).toEqual([
			'0.0 s',
			'10.0 s',
			'22.4 s',
			'30.0 s'
		]);
		expect(plain(formatClock(1.23456, 3))).toBe('1.235 s');
	});
});

describe('formatReading', () => {
	it.each([
		['messages', 4986, '4 986'],
		['attempts', 55_800, '55 800'],
		['messages/s', 499.87, '500 /s'],
		['s', 0.028, '28 ms'],
		['share', 0.17, '17 %']
	] as const)('writes %s %d as "%s"', (unit, value, text) => {
		expect(plain(formatReading(unit, value))).toBe(text);
	});

	it.each(['messages', 'attempts', 'messages/s', 's', 'share'] as const)(
		'writes a %s that does not exist yet as a dash alone',
		(unit) => {
			expect(formatReading(unit, Number.NaN)).toBe('–');
			expect(readingQuantity(unit, Number.NaN)).toEqual({ text: '–', unit: '' });
		}
	);

	it.each([
		['messages', 'unbounded'],
		['attempts', 'unbounded'],
		['messages/s', '–'],
		['s', 'never'],
		['share', '–']
	] as const)(
		'writes an infinite %s as "%s": one can ask for everything, and wait for ever',
		(unit, text) => {
			expect(formatReading(unit, Number.POSITIVE_INFINITY)).toBe(text);
		}
	);

	it('writes whole tokens, permits with what a mean needs, and a gate as a word', () => {
		expect(formatReading('tokens', 9.99)).toBe('9');
		expect(formatReading('permits', 100)).toBe('100');
		expect(formatReading('permits', 59.44)).toBe('59.4');
		expect([1, 0].map((state) => formatReading('switch', state))).toEqual(['open', 'shut']);
	});

	it('gives number and unit apart for the large readings', () => {
		expect(readingQuantity('s', 0.1)).toEqual({ text: '0.10', unit: 's' });
		expect(readingQuantity('messages', 10)).toEqual({ text: '10', unit: '' });
	});
});

it('formatRate gives a rate its unit', () => {
	expect(plain(formatRate(600))).toBe('600 /s');
	expect(plain(formatRate(16_000))).toBe('16 000 /s');
	expect(plain(formatRate(19.6))).toBe('19.6 /s');
});
