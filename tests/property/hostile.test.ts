import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import { defaultScenario } from '../../src/core/scenario/defaults';
import { PARAMETERS, parameter } from '../../src/core/scenario/parameters';
import type { ParameterValue, Scenario } from '../../src/core/scenario/scenario';
import { ScenarioError } from '../../src/core/scenario/scenario-error';
import { withValue } from '../../src/core/scenario/settings';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { simulate } from '../../src/headless/simulate';
import { writeAddress } from '../../src/state/address/address';
import { DEFAULT_VIEW } from '../../src/state/address/address-view';
import { readAddress } from '../../src/state/address/read-address';
import { reasonAgainst } from '../../src/state/reason-against';
import { sampledRuns } from '../setup/sample';

const SEED = 20_261_123;
const RUNS = sampledRuns(5000);
const ADDRESSES = sampledRuns(2000);

const nasty = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		-0,
		1e308,
		Number.NaN,
		Infinity,
		-1,
		0.5,
		'',
		'__proto__',
		[],
		{}
	),
	fc.constantFrom('0x10', '1e309', '1_000', ' 5', '５', '-', '1:2:3', '<script>', '%', '\uD800'),
	fc.anything(),
	fc.string({ unit: 'binary' })
);

/** A sound scenario with something broken in it. */
const broken = fc
	.tuple(fc.constantFrom(...PARAMETERS), nasty)
	.map(([spec, value]) =>
		withValue(defaultScenario('small-buffers'), spec.key, value as ParameterValue)
	);

/** Values that a parameter may hold. */
function allowed(key: Scenario['changes'][number]['set']): fc.Arbitrary<ParameterValue> {
	const spec = parameter(key);
	if (spec.kind === 'choice' || spec.kind === 'switch') {
		const values = spec.choices.map(({ value }) => value).filter((value) => value !== 'trace');
		return fc.constantFrom(...values);
	}
	const number =
		spec.kind === 'integer'
			? fc.integer({ min: spec.min, max: spec.max })
			: fc.double({ min: spec.min, max: spec.max, noNaN: true });
	return spec.none === undefined ? number : fc.oneof(number, fc.constant(null));
}

describe('a foreign scenario', () => {
	it('either runs by the rules or is refused in one line', () => {
		let refused = 0;
		fc.assert(
			fc.property(
				fc.oneof(
					broken,
					nasty,
					fc.json().map((text) => JSON.parse(text))
				),
				(json) => {
					try {
						parseScenario(json);
					} catch (error) {
						refused++;
						expect(error).toBeInstanceOf(ScenarioError);
						expect((error as Error).message).toMatch(/^[\x20-\x7e…×]{1,400}$/);
					}
				}
			),
			{ seed: SEED, numRuns: RUNS }
		);
		expect(refused).toBeGreaterThan(0.6 * RUNS);
	});

	it('cannot reach anything through __proto__', () => {
		const json = JSON.parse('{"version":1,"strategy":"small-buffers","__proto__":{"seed":5}}');
		expect(() => parseScenario(json)).toThrow('__proto__ must be a known field');
		const inner = JSON.parse(
			'{"version":1,"strategy":"small-buffers","source":{"__proto__":{"rate":5}}}'
		);
		expect(() => parseScenario(inner)).toThrow('source.__proto__ must be a known field');
	});

	it.each([
		[{ source: { rate: -3 } }, 'source.rate must be a number from 0.001 to 100000, got -3'],
		[
			{ consumer: { workers: 1.5 } },
			'consumer.workers must be a whole number from 0 to 1000, got 1.5'
		],
		[{ buffer: { whenFull: 'explode' } }, 'buffer.whenFull must be one of block, drop-newest'],
		[{ sauce: {} }, 'sauce must be a known field, got {}'],
		[{ source: 5 }, 'source must be an object, got 5'],
		[{ version: 2 }, 'version must be 1, got 2'],
		[{ strategy: undefined }, 'strategy must be given'],
		[{ demand: { window: 5, batch: 6 } }, 'demand.batch must be at most demand.window, 5, got 6'],
		[{ lag: { limit: 5, resume: 6 } }, 'lag.resume must be at most lag.limit, 5, got 6'],
		[{ duration: 86_400, source: { rate: 100_000 } }, 'at most 10000000 messages'],
		[{ source: { process: 'trace' } }, 'source.times must be a list of times'],
		[{ source: { process: 'trace', times: [2, 1] } }, 'source.times[1] must be at least 2, got 1'],
		[{ changes: [{ at: 1, set: 'seed', to: 2 }] }, 'changes[0].set must be a parameter that may'],
		[{ changes: [{ at: 1, set: 'source.rate', to: 0 }] }, 'changes[0].to must be a number'],
		[{ mistakes: ['leaks-permits'] }, 'mistakes[0] must be each once of oversized-buffer'],
		[
			{ mistakes: ['oversized-buffer', 'oversized-buffer'] },
			'mistakes[1] must be each once of oversized-buffer'
		]
	])('that says %j is told: %s', (part, message) => {
		const json = { version: 1, strategy: 'small-buffers', ...part };
		expect(() => parseScenario(JSON.parse(JSON.stringify(json)))).toThrow(message);
	});
});

describe('a foreign link', () => {
	const value = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.webQueryParameters(),
		fc.constantFrom('1e309', '-1', '0x10', 'NaN', '99999999999', '٣', '', '1,2', '5:rate:1e9')
	);
	const key = fc.oneof(
		fc.constantFrom(
			...PARAMETERS.map(({ address }) => address),
			...['changes', 't', 'speed', 'preset', 'theme', 'motion', 'autoplay']
		),
		fc.string()
	);
	const link = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 500 }),
		fc
			.array(fc.tuple(key, value), { maxLength: 12 })
			.map((fields) => `?${fields.map((field) => field.map(encodeSafely).join('=')).join('&')}`)
	);

	function encodeSafely(text: string): string {
		return encodeURIComponent(text.toWellFormed());
	}

	it('always gives a run that the rules allow, and a few sentences at most', () => {
		fc.assert(
			fc.property(link, (query) => {
				const { scenario, view, notices } = readAddress(query, STRATEGIES);
				expect(() => parseScenario(scenario)).not.toThrow();
				expect(view.speed).toBeGreaterThan(0);
				expect(notices.length).toBeLessThanOrEqual(4);
			}),
			{ seed: SEED, numRuns: RUNS }
		);
	});

	it('that asks for too much says what is used instead', () => {
		const { scenario, notices } = readAddress(
			'?strategy=small-buffers&buffer=99999999',
			STRATEGIES
		);
		expect(scenario.buffer.capacity).toBe(10);
		expect(notices).toEqual([
			'This link asked for buffer size "99999999"; the range is 0 to 1\u00A0000\u00A0000, so 10 is used.'
		]);
	});

	it.each([
		['theme=blue', 'This link asked for theme "blue"; it can be auto, light, dark, contrast, pro'],
		[
			'motion=wild',
			'This link asked for motion "wild"; it can be auto, full, reduced, so it is ig'
		],
		['autoplay=yes', 'This link asked for autoplay "yes"; it can be 0, 1, so it is ignored.']
	])('that asks for %s is told so in one sentence', (query, sentence) => {
		const { view, notices } = readAddress(`?${query}`, STRATEGIES);
		expect(view).toEqual(readAddress('', STRATEGIES).view);
		expect(notices).toHaveLength(1);
		expect(notices[0]).toContain(sentence);
	});

	it('that names a theme wins over the reader\u2019s, "auto" too; one that names none does not', () => {
		expect(readAddress('', STRATEGIES).view.theme).toBeNull();
		const { preset, scenario, view } = readAddress('?theme=auto', STRATEGIES);
		expect(view.theme).toBe('auto');
		expect(writeAddress(preset, scenario, view)).toContain('theme=auto');
	});

	it('is not read beyond 8000 characters', () => {
		const { scenario } = readAddress(`?${'x'.repeat(8000)}&rate=50`, STRATEGIES);
		expect(scenario.source.rate).toBe(600);
	});
});

it('a knob that makes the run too long is told so in the words of the page', () => {
	const long = { ...defaultScenario('small-buffers'), duration: 10_000 };
	const tooMuch = { ...long, source: { ...long.source, rate: 100_000 } };
	expect(reasonAgainst(long)).toBeNull();
	expect(reasonAgainst(tooMuch)?.replaceAll('\u00A0', ' ')).toBe(
		'Arrival rate times duration may be at most 10 000 000 messages, and would be 1 000 000 000; the run stays as it was.'
	);
});

describe('the address', () => {
	it('leads back to just the run it was written for', () => {
		const edit = fc
			.constantFrom(...PARAMETERS)
			.chain(({ key }) => allowed(key).map((value) => [key, value] as const));
		const input = fc.tuple(
			fc.constantFrom(...STRATEGIES.presets),
			fc.array(edit, { maxLength: 6 })
		);
		let kept = 0;
		fc.assert(
			fc.property(input, ([preset, edits]) => {
				let scenario = preset.scenario;
				for (const [key, to] of edits) scenario = withValue(scenario, key, to);
				const view = { ...DEFAULT_VIEW, speed: preset.speed, time: 1.5 };
				try {
					parseScenario(scenario);
				} catch {
					return;
				}
				kept++;
				const read = readAddress(writeAddress(preset, scenario, view), STRATEGIES);
				expect(read).toEqual({ preset, scenario, view, notices: [] });
			}),
			{ seed: SEED, numRuns: ADDRESSES }
		);
		expect(kept).toBeGreaterThan(0.5 * ADDRESSES);
	});

	it('keeps turned knobs, readable and in order', () => {
		const preset = STRATEGIES.opening;
		const scenario: Scenario = {
			...preset.scenario,
			changes: [
				{ at: 10, set: 'source.rate', to: 800 },
				{ at: 12.5, set: 'consumer.serviceTime', to: 0.0123 }
			]
		};
		const query = writeAddress(preset, scenario, { ...DEFAULT_VIEW, speed: preset.speed });
		expect(query).toBe(
			`?strategy=small-buffers&preset=ten-slots&seed=${scenario.seed}&changes=10:rate:800,12.5:service:12.3`
		);
		expect(readAddress(query, STRATEGIES).scenario.changes).toEqual(scenario.changes);
	});

	it('names strategy, preset and seed, and beside them only what differs from the preset', () => {
		const preset = STRATEGIES.opening;
		const view = { ...DEFAULT_VIEW, speed: preset.speed };
		expect(writeAddress(preset, preset.scenario, view)).toBe(
			`?strategy=small-buffers&preset=ten-slots&seed=${preset.scenario.seed}`
		);
	});
});

it('a storm of retries ends at the event budget, which names the field to mend', () => {
	const storm = parseScenario({
		version: 1,
		strategy: 'small-buffers',
		duration: 86_400,
		source: { rate: 100 },
		consumer: { workers: 1, serviceTime: 3600 },
		buffer: { capacity: 0, whenFull: 'fail' },
		refused: { then: 'retry', after: 0.001 }
	});
	expect(() => simulate(storm)).toThrow('raise refused.after');
});
