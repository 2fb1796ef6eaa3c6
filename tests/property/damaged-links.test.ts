import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { writeAddress } from '../../src/state/address/address';
import { DEFAULT_VIEW } from '../../src/state/address/address-view';
import { readAddress } from '../../src/state/address/read-address';
import { sampledRuns } from '../setup/sample';

const SEED = 20_261_128;

/** What happens to links in mails, pages and sentences. */
const DAMAGES: Readonly<Record<string, (query: string) => string>> = {
	'with &amp; for &': (query) => query.replaceAll('&', '&amp;'),
	'with &amp;amp; for &': (query) => query.replaceAll('&', '&amp;amp;'),
	'encoded once more': (query) => `?${encodeURIComponent(query.slice(1))}`,
	'encoded once more, in small letters': (query) =>
		`?${encodeURIComponent(query.slice(1)).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())}`,
	...Object.fromEntries(
		['.', ',', ';', ')', '>', '"', ').', '\u201D,'].map((end) => [
			`at the end of a sentence: ${end}`,
			(query: string) => query + end
		])
	)
};

/** A run with a load of its own, a turned knob and a time. */
const links = fc
	.record({
		preset: fc.constantFrom(...STRATEGIES.presets),
		seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
		rate: fc.integer({ min: 1, max: 100_000 }).map((tenths) => tenths / 10),
		at: fc.integer({ min: 1, max: 900 }).map((hundredths) => hundredths / 100),
		time: fc.integer({ min: 1, max: 900 }).map((hundredths) => hundredths / 100)
	})
	.map(({ preset, seed, rate, at, time }) => {
		const { source } = preset.scenario;
		const changes: readonly Change[] = [{ at, set: 'consumer.workers', to: 3 }];
		const scenario = { ...preset.scenario, seed, source: { ...source, rate }, changes };
		return { scenario, link: writeAddress(preset, scenario, { ...DEFAULT_VIEW, time }) };
	});

describe.each(Object.entries(DAMAGES))('a link %s', (_, damage) => {
	it('opens the run that it was made for, and says that it was damaged', () => {
		fc.assert(
			fc.property(links, ({ link, scenario }) => {
				const whole = readAddress(link, STRATEGIES);
				expect(whole).toMatchObject({ scenario, notices: [] });
				const { notices, ...read } = readAddress(damage(link), STRATEGIES);
				expect({ ...read, notices: [] }).toEqual(whole);
				expect(notices).toEqual([expect.stringMatching(/^This link was damaged on its way; /)]);
			}),
			{ seed: SEED, numRuns: sampledRuns(100) }
		);
	});
});

it.each([
	'strategy=producer-throttling',
	'strategy=small-buffers&preset=no-slot',
	'strategy=small-buffers&mistake=oversized-buffer',
	'strategy=small-buffers&changes=8:buffer:20',
	'strategy=small-buffers&full=drop-oldest',
	'strategy=small-buffers&deadline=none',
	'strategy=small-buffers&theme=dark'
])('whatever is last in a link: what stands behind %s is left out, and said', (query) => {
	const { notices, ...read } = readAddress(`?${query}).`, STRATEGIES);
	expect({ ...read, notices: [] }).toEqual(readAddress(`?${query}`, STRATEGIES));
	expect(notices).toEqual([expect.stringMatching(/^This link was damaged on its way; /)]);
});

describe('a value that people type', () => {
	it.each([
		['seed=42.', 'seed', 42],
		['seed=42)', 'seed', 42],
		['t=1,5', 't', 1.5]
	])('%s is what it can only mean', (query, key, value) => {
		const { scenario, view } = readAddress(`?strategy=small-buffers&${query}`, STRATEGIES);
		expect(key === 't' ? view.time : scenario.seed).toBe(value);
	});

	it('service=1,5 is one and a half', () => {
		expect(
			readAddress('?strategy=small-buffers&service=1,5', STRATEGIES).scenario.consumer.serviceTime
		).toBe(0.0015);
	});

	it.each([
		['rate=1,500', 'that is not a number'],
		['rate=fast', 'that is not a number'],
		['refill=0.5', 'only whole numbers are possible'],
		['workers=2.5', 'only whole numbers are possible'],
		['workers=2000', 'the range is 0 to 1\u00A0000'],
		['seed=-1', 'the range is 0 to 4\u00A0294\u00A0967\u00A0295']
	])('%s is refused for the reason that is true', (query, reason) => {
		const { notices } = readAddress(`?strategy=producer-throttling&${query}`, STRATEGIES);
		expect(notices).toHaveLength(1);
		expect(notices[0]?.replaceAll(/\s/g, ' ')).toContain(reason.replaceAll(/\s/g, ' '));
	});
});

it('a link that is whole is left as it is, whatever is in it', () => {
	for (const { scenario, id } of STRATEGIES.presets) {
		expect(
			readAddress(`?strategy=${scenario.strategy}&preset=${id}&seed=7`, STRATEGIES).notices
		).toEqual([]);
	}
	expect(
		readAddress('?strategy=small-buffers&mistake=oversized-buffer,', STRATEGIES).notices
	).toHaveLength(1);
});
