import { describe, expect, it } from 'vitest';
import { LINES_A_FILE } from '../../../src/build/listing/mistake-files';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import { startRun } from '../../../src/headless/simulate';
import { composeRows } from '../../../src/listing/compose-rows';
import { type ParkedMark, parkedMarks, rowsOfWaits } from '../../../src/listing/parked-marks';
import { EACH_MISTAKE } from '../../setup/sources/each-mistake';
import { codeOf, read, textOf } from './fixture';

const MOMENTS = [0, 0.1, 0.5, 1, 2];

/** What never parks in Go, and why. */
const NEVER_PARKED: Readonly<Record<string, readonly string[]>> = {
	// Its queue takes everything, so that a send never waits.
	'no-backpressure': ['produce/2']
};

function framesOf(scenario: Scenario) {
	const run = startRun(scenario, { pictures: true });
	return MOMENTS.map((seconds) => {
		run.advance(seconds * 1e9);
		return composeFrame(run, { run: 1, arrived: true, stopped: null, window: 0, moments: 0 });
	});
}

/** The code of a recorded line, from the file that it is a line of. */
function codeAt(scenario: Scenario, line: number): string {
	const { strategy } = scenario;
	const sorted = [...STRATEGIES.mistakesOf(strategy)].sort();
	const mistake = sorted[Math.floor(line / LINES_A_FILE) - 1];
	const file = mistake === undefined ? strategy : `mistakes/${mistake}`;
	const lines = read(`src/core/strategies/${strategy}/${file}.ts`).split('\n');
	return lines[(line % LINES_A_FILE) - 1]?.trim() ?? '';
}

const RUNS: readonly (readonly [string, Scenario])[] = [
	...STRATEGIES.presets.map(({ id, scenario }) => [id, scenario] as const),
	...EACH_MISTAKE.map(([mistake, strategy]) => {
		return [
			mistake,
			{ ...STRATEGIES.presetsOf(strategy)[0].scenario, mistakes: [mistake] }
		] as const;
	})
];

it.each(RUNS)('%s: each process is shown on the line where it really waits', (_, scenario) => {
	const { typescript, go, waits } = codeOf(scenario.strategy);
	const { roles } = STRATEGIES.planOf(scenario.strategy);
	const inTypeScript = composeRows(typescript, scenario.mistakes);
	const inGo = composeRows(go, scenario.mistakes);
	let shown = 0;
	for (const { parked, time } of framesOf(scenario)) {
		const marksIn = (rows: typeof inGo) =>
			parkedMarks(parked, roles, time, waits, rowsOfWaits(rows));
		const marks = marksIn(inTypeScript);
		const lines = Array.from({ length: parked.length / 4 }, (_, row) => parked[4 * row + 1] ?? 0);
		const codes = lines.map((line) => codeAt(scenario, line));
		expect(codes.filter((code) => !code.includes('yield*'))).toEqual([]);
		expect(
			marks.map(({ row }) => inTypeScript[row]).map((row) => row && textOf(row).trim())
		).toEqual(codes);
		const said = ({ who, since, isUpstream }: ParkedMark) => [who, since, isUpstream];
		expect(marksIn(inGo).map(said)).toEqual(marks.map(said));
		shown += marks.length;
	}
	expect(shown).toBeGreaterThan(MOMENTS.length);
});

describe.each(STRATEGIES.ids)('%s', (id) => {
	const { typescript, go } = codeOf(id);

	it.each([[[]], ...STRATEGIES.mistakesOf(id).map((key) => [[key]])])(
		'has a line of Go for each wait, with the mistakes %j',
		(mistakes) => {
			const inTypeScript = [...rowsOfWaits(composeRows(typescript, mistakes)).keys()];
			const inGo = [...rowsOfWaits(composeRows(go, mistakes)).keys()];
			const gaps = inTypeScript.filter((name) => !inGo.includes(name));
			expect(gaps).toEqual(NEVER_PARKED[id] ?? []);
			expect(inGo.filter((name) => !inTypeScript.includes(name))).toEqual([]);
		}
	);
});

describe('a mark', () => {
	const roles = STRATEGIES.planOf('small-buffers').roles;
	const waits = { 7: ['work/1'], 1007: ['work/2'] };
	const rowOf = new Map([
		['work/1', 3],
		['work/2', 5]
	]);
	const MS = 1e6;

	it('says who, how many, and for how long the longest has waited', () => {
		const parked = Float64Array.of(0, 7, 1, 80 * MS, 1, 1007, 4, 0);
		const [producer, workers] = parkedMarks(parked, roles, 100 * MS, waits, rowOf);
		expect(producer).toMatchObject({ row: 3, who: 'producer', isUpstream: true });
		expect(producer?.since).toMatch(/^20.ms$/);
		expect(workers).toMatchObject({ row: 5, who: '4 workers', isUpstream: false });
		expect(workers?.since).toMatch(/^0\.10.s$/);
	});

	it('shares its line with those of other roles', () => {
		const parked = Float64Array.of(0, 7, 1, 0, 1, 7, 4, 0);
		const marks = parkedMarks(parked, roles, MS, waits, rowOf);
		expect(marks.map(({ row, who }) => [row, who])).toEqual([
			[3, 'producer'],
			[3, '4 workers']
		]);
	});

	it('counts those of one role together whose lines are one line of the other language', () => {
		const parked = Float64Array.of(1, 7, 3, 80 * MS, 1, 1007, 4, 0);
		const oneRow = new Map([...rowOf.keys()].map((name) => [name, 3]));
		const [workers, ...others] = parkedMarks(parked, roles, 100 * MS, waits, oneRow);
		expect(workers).toMatchObject({ row: 3, who: '7 workers' });
		expect(workers?.since).toMatch(/^0\.10.s$/);
		expect(others).toEqual([]);
	});

	it('is not there for a line that nobody shows', () => {
		expect(parkedMarks(Float64Array.of(0, 8, 1, 0), roles, MS, waits, rowOf)).toEqual([]);
		expect(parkedMarks(Float64Array.of(0, 7, 1, 0), roles, MS, waits, new Map())).toEqual([]);
	});
});
