import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import { PARAMETERS } from '../../../src/core/scenario/parameters';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { startRun } from '../../../src/headless/simulate';
import { EACH_MISTAKE } from '../../setup/sources/each-mistake';

const figures = resolve(import.meta.dirname, '../../../src/figures');

const MISTAKES = EACH_MISTAKE.map(([mistake]) => mistake);
/** Parameters with a path: one without is a word like any other. */
const PATHS = PARAMETERS.map(({ key }) => key).filter((key) => key.includes('.'));
/** Readings that only some strategies have. */
const OWN_READINGS = STRATEGIES.ids.flatMap((strategy) =>
	Object.keys(startRun(defaultScenario(strategy)).mechanism.gauges ?? {})
);
const NAMES = [...new Set<string>([...STRATEGIES.ids, ...MISTAKES, ...PATHS, ...OWN_READINGS])];

/** What a figure hands on to those who fill in words, and never looks into. */
const LOOKS_INTO_SETTINGS = /\bsettings\s*(?:\?\.|\.|\[)|\}\s*(?::\s*Scenario\b|=\s*settings\b)/;

/** What a source knows of single strategies, one sentence each. */
function knowledgeIn(path: string, text: string): string[] {
	const names = NAMES.filter((name) => text.includes(name)).map((name) => `${path} says ${name}`);
	// Props are handed in by that name, and taken apart as a whole.
	const looks = text
		.split('\n')
		.filter((line) => LOOKS_INTO_SETTINGS.test(line))
		.map((line) => `${path} looks into the settings: ${line.trim()}`);
	return [...names, ...looks];
}

describe('the figures', () => {
	const files = readdirSync(figures, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:ts|svelte)$/.test(file)
	);

	it('know no strategy, no mistake, no parameter and no reading of single strategies', () => {
		expect(files.length).toBeGreaterThan(40);
		expect(
			files.flatMap((file) => knowledgeIn(file, readFileSync(resolve(figures, file), 'utf8')))
		).toEqual([]);
	});

	it('would be seen to know one', () => {
		expect(NAMES).toEqual(
			expect.arrayContaining(['small-buffers', 'stale-lag', 'buffer.capacity', 'now.goneByRate'])
		);
	});
});

describe.each(['charts', 'controls', 'engine', 'pages', 'state'])('src/%s', (layer) => {
	const folder = resolve(figures, '..', layer);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:ts|svelte)$/.test(file)
	);

	it('names no strategy and no mistake but to fetch it', () => {
		const names = [...STRATEGIES.ids, ...MISTAKES];
		const known = files.flatMap((file) => {
			const text = readFileSync(resolve(folder, file), 'utf8').replace(/^\s*import .*$/gm, '');
			return names.filter((name) => text.includes(name)).map((name) => `${file} says ${name}`);
		});
		expect(known).toEqual([]);
	});
});

describe('what is known of a strategy is found', () => {
	it.each([
		["strategy === 'producer-throttling'", 'x says producer-throttling'],
		["mistakes.includes('stale-lag')", 'x says stale-lag'],
		["capacity === 'poll.maxRecords'", 'x says poll.maxRecords'],
		['`{buffer.capacity} slots`', 'x says buffer.capacity'],
		["readingOf(frame, 'now.lagSlope')", 'x says now.lagSlope'],
		['settings.demand', 'x looks into the settings: settings.demand'],
		["settings['demand']", "x looks into the settings: settings['demand']"],
		['settings?.memory', 'x looks into the settings: settings?.memory'],
		['const { lag } = settings;', 'x looks into the settings: const { lag } = settings;'],
		[
			'function f({ lag }: Scenario) {',
			'x looks into the settings: function f({ lag }: Scenario) {'
		]
	])('%s', (text, found) => {
		expect(knowledgeIn('x', text)).toContain(found);
	});

	it.each([
		'valueOf(settings, key)',
		'countOf(station.refill, settings, frame.readings)',
		'const { plan, settings, frame }: Props = $props();',
		"readingOf(frame, 'backlog.max')",
		'/** The values in force. */ settings: Scenario;'
	])('and nothing is found in: %s', (text) => {
		expect(knowledgeIn('x', text)).toEqual([]);
	});
});
