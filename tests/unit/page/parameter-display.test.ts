import { describe, expect, it } from 'vitest';
import {
	correct,
	firstNumber,
	fromPage,
	quantityText,
	spokenText,
	toPage
} from '../../../src/controls/knobs/parameter-display';
import { parameter } from '../../../src/core/scenario/parameters';

const rate = parameter('source.rate');
const workers = parameter('consumer.workers');
const service = parameter('consumer.serviceTime');
const memory = parameter('memory.limit');

function plain(text: string | null): string | null {
	return text?.replace(/[\u00A0\u202F]/g, ' ') ?? null;
}

describe('a typed number', () => {
	it.each([
		['700', 700],
		['1 000', 1000],
		['1\u202F000', 1000],
		['1,000', 1000],
		['0,5', 0.5],
		['1e3', 1000],
		['600 /s', 600],
		['.5', 0.5]
	])('"%s" is taken as %d without a word', (typed, value) => {
		expect(correct(rate, typed, 600)).toEqual({ value, sentence: null });
	});

	it('is in the unit of the page and becomes the unit of the scenario', () => {
		expect(correct(service, '8.4 ms', 0.1)).toEqual({ value: 0.0084, sentence: null });
	});
});

describe('a number that cannot be', () => {
	it.each([
		['0', 0.001, 'Arrival rate goes from 0.001 to 100 000 /s, so 0 became 0.001.'],
		['-3', 0.001, 'Arrival rate goes from 0.001 to 100 000 /s, so \u22123 became 0.001.'],
		['200000', 100_000, 'Arrival rate goes from 0.001 to 100 000 /s, so 200 000 became 100 000.']
	])('"%s" becomes %d and the sentence says so', (typed, value, sentence) => {
		const correction = correct(rate, typed, 600);
		expect(correction.value).toBe(value);
		expect(plain(correction.sentence)).toBe(sentence);
	});

	it('is rounded where only whole ones count, and the sentence says so', () => {
		expect(correct(workers, '2.5', 4)).toEqual({
			value: 3,
			sentence: 'Workers is a whole number, so 2.5 became 3.'
		});
	});

	it.each(['lots', '', '12 monkeys', '0x10', 'Infinity', 'NaN', '1e999', '1.2.3', '--1'])(
		'"%s" leaves the value as it was and the sentence says so',
		(typed) => {
			const { value, sentence } = correct(rate, typed, 600);
			expect(value).toBeNull();
			expect(plain(sentence)).toMatch(/ is not a number, so Arrival rate stays at 600 \/s\.$/);
		}
	);

	it('is quoted briefly however long it is', () => {
		expect(correct(rate, 'x'.repeat(5000), 600).sentence?.length).toBeLessThan(100);
	});

	it('leaves none as none', () => {
		expect(correct(memory, 'lots', null).sentence).toBe(
			'\u201Clots\u201D is not a number, so Memory limit stays none.'
		);
	});
});

describe('a value on the page', () => {
	it('comes back from the page exactly as it went there', () => {
		for (const seconds of [0.008, 0.0284, 0.1, 0.000001, 3600, 1 / 3]) {
			expect(fromPage(service, toPage(service, seconds))).toBeCloseTo(seconds, 14);
		}
		expect(toPage(service, 0.0284)).toBe(28.4);
		expect(fromPage(service, 28.4)).toBe(0.0284);
	});

	it('is written with its unit and said with its unit', () => {
		expect(plain(quantityText(rate, 600))).toBe('600 /s');
		expect(spokenText(rate, 600)).toBe('600 per second');
		expect(spokenText(service, 0.008)).toBe('8 milliseconds');
		expect(spokenText(workers, 4)).toBe('4');
	});

	it('has a number to start from when none is taken away', () => {
		expect(firstNumber(memory)).toBeGreaterThan(0);
		expect(firstNumber(rate)).toBe(600);
	});
});
