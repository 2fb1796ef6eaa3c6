import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READING_KEYS } from '../../src/core/measures/reading-keys';
import { LEVELS } from '../../src/core/measures/series';
import { parseScenario } from '../../src/core/parse/parse';
import { type Result, resultOf } from '../../src/core/run/result';
import type { Change, Scenario } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { composeFrame } from '../../src/engine/frame/compose-frame';
import type { Frame } from '../../src/engine/protocol';
import { Head } from '../../src/engine/timeline/head';
import { simulate, startRun } from '../../src/headless/simulate';
import * as oracle from '../oracle/judged';
import { sampledRuns } from '../setup/sample';

const SEED = 20_261_129;
const MS = 1e6;

/** What a run is judged by, and nothing else. */
const JUDGED = ['counts.inTime', 'counts.late', 'rates.goodput', 'now.overdue'];

const turn = fc
	.constantFrom<[Change['set'], readonly Change['to'][]]>(
		['source.rate', [60, 400, 900]],
		['consumer.workers', [1, 2, 6]],
		['consumer.serviceTime', [0.002, 0.01, 0.03]],
		['memory.limit', [null, 20, 60]],
		['semaphore.permits', [1, 3, 20]],
		['poll.maxRecords', [1, 4]],
		['buffer.capacity', [0, 2, 30]],
		['buffer.whenFull', ['block', 'drop-newest', 'drop-oldest', 'fail']],
		['bucket.rate', [80, 300]],
		['lag.limit', [4, 40]],
		['lag.available', [true, false]],
		['refused.then', ['drop', 'retry']],
		['duration', [0.4, 0.9]]
	)
	.chain(([set, values]) => fc.constantFrom(...values).map((to) => ({ set, to })));

const deadline = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 300 }).map(seconds));
const at = fc.integer({ min: 0, max: 800 }).map(seconds);

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function seconds(milliseconds: number): number {
	return milliseconds / 1000;
}

/** A scenario of any strategy, with its mistakes or without, and turns of deadlines for it. */
const judgedRun = fc.record({
	strategy: fc.constantFrom(...STRATEGIES.ids),
	isWrong: fc.boolean(),
	seed: fc.nat(1000),
	process: fc.constantFrom('constant' as const, 'poisson' as const, 'bursty' as const),
	kind: fc.constantFrom('open' as const, 'closed' as const),
	whenFull: fc.constantFrom('block', 'drop-newest', 'drop-oldest', 'fail'),
	memory: fc.constantFrom(null, 40),
	turns: fc.array(
		fc.tuple(at, turn).map(([time, { set, to }]) => ({ at: time, set, to })),
		{ maxLength: 5 }
	),
	deadline,
	deadlines: fc.array(
		fc.tuple(at, deadline).map(([time, to]) => ({ at: time, set: 'deadline' as const, to })),
		{ maxLength: 5 }
	)
});

type JudgedRun = typeof judgedRun extends fc.Arbitrary<infer Value> ? Value : never;

/** The scenario that is judged by nothing, and the same with its deadlines. */
function bothOf({ strategy, seed, process, kind, turns, ...rest }: JudgedRun) {
	const plain = {
		version: 1,
		strategy,
		seed,
		duration: 0.7,
		source: { kind, process, rate: 300, burst: { on: 0.1, off: 0.2 } },
		consumer: { workers: 3 },
		memory: { limit: rest.memory },
		buffer: { capacity: 5, whenFull: rest.whenFull },
		bucket: { capacity: 20, rate: 200 },
		mistakes: rest.isWrong ? STRATEGIES.mistakesOf(strategy) : [],
		changes: turns
	};
	return {
		plain: parseScenario(plain),
		judged: parseScenario({
			...plain,
			deadline: rest.deadline,
			changes: [...rest.deadlines, ...turns]
		})
	};
}

/** All that a result says but how it was judged. */
function unjudged({ scenario: _, counts, rates, ...rest }: Result) {
	return {
		...rest,
		counts: { ...counts, inTime: 0, late: 0 },
		rates: { ...rates, goodput: 0 }
	};
}

/** What a page is told of a run. */
function watched(scenario: Scenario) {
	const head = new Head(1, startRun(scenario, { pictures: true }));
	const context = { run: 1, arrived: true, stopped: null, window: 5 * MS, moments: 0 };
	const frames = [100, 350, 1000].map((time) => {
		head.run.advance(time * MS);
		return unjudgedFrame(composeFrame(head.run, context));
	});
	const { series, columns, values, levels } = head.historyFrom(0);
	return {
		frames,
		moments: head.moments.filter(({ key }) => key !== 'first-late'),
		levels: levels.filter(({ key }) => key !== 'deadline'),
		series: series.map((key, index) =>
			key === 'late' ? key : [key, ...values.subarray(index * columns, (index + 1) * columns)]
		)
	};
}

function unjudgedFrame(frame: Frame) {
	const readings = READING_KEYS.map((key, index) =>
		JUDGED.includes(key) ? null : frame.readings[index]
	);
	const levels = LEVELS.map((key, index) => (key === 'deadline' ? null : frame.levels[index]));
	return { ...frame, readings, levels };
}

describe('a deadline only judges', () => {
	it('whatever it is and however it is turned, all that happens happens as without one', () => {
		const seen = { late: 0, inTime: 0, refused: 0, dropped: 0, lost: 0, felt: 0, recovered: 0 };
		const strategies = new Set<string>();
		fc.assert(
			fc.property(judgedRun, (input) => {
				const { plain, judged } = bothOf(input);
				const without = startRun(plain, { items: true });
				const withIt = startRun(judged, { items: true });
				without.advance(Infinity);
				withIt.advance(Infinity);
				expect(withIt.event).toBe(without.event);
				const result = resultOf(withIt);
				expect(unjudged(result)).toEqual(unjudged(resultOf(without)));
				const { counts, producer, backlog } = result;
				strategies.add(judged.strategy);
				if (counts.late > 0) seen.late++;
				if (counts.inTime > 0) seen.inTime++;
				if (counts.refused > 0) seen.refused++;
				if (counts.dropped > 0) seen.dropped++;
				if (counts.lost > 0) seen.lost++;
				if (producer.felt !== null) seen.felt++;
				if (backlog.recovered !== null) seen.recovered++;
			}),
			{ seed: SEED, numRuns: sampledRuns(200) }
		);
		expect(strategies.size).toBe(STRATEGIES.ids.length);
		for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
	});

	it('and all that a page is told of it but the judgment: history, moments, and pictures on the way', () => {
		fc.assert(
			fc.property(judgedRun, (input) => {
				const { plain, judged } = bothOf(input);
				expect(watched(judged)).toEqual(watched(plain));
			}),
			// A history has a picture for each of its thousand columns.
			{ seed: SEED, numRuns: sampledRuns(10) }
		);
	});

	it('a run that is cut into pieces is judged as in one piece', () => {
		// A step of a few events, a slice of time, or whichever of the two ends first.
		const span = fc.integer({ min: 1, max: 60 * MS });
		const events = fc.integer({ min: 1, max: 40 });
		const piece = fc.oneof(
			fc.record({ span: fc.constant(Infinity), events }),
			fc.record({ span, events: fc.constant(Infinity) }),
			fc.record({ span, events })
		);
		fc.assert(
			fc.property(judgedRun, fc.array(piece, { minLength: 1, maxLength: 20 }), (input, pieces) => {
				const { judged } = bothOf(input);
				const run = startRun(judged);
				for (let index = 0; !run.hasEnded; index++) {
					// The index stays below the length.
					const { span, events } = pieces[index % pieces.length] as (typeof pieces)[number];
					run.advance(run.time + span, events);
				}
				expect(resultOf(run)).toEqual(simulate(judged));
			}),
			{ seed: SEED, numRuns: sampledRuns(100) }
		);
	});

	it('a deadline that is turned on the way judges as one that stood in the link', () => {
		fc.assert(
			fc.property(judgedRun, (input) => {
				const { judged } = bothOf(input);
				const turns = judged.changes.filter(({ set }) => set !== 'deadline');
				const deadlines = judged.changes.filter(({ set }) => set === 'deadline');
				const run = startRun({ ...judged, changes: turns });
				for (const change of deadlines) {
					// Just before, so that nothing of its own instant has happened.
					run.advance(Math.round(change.at * 1e9) - 1);
					run.change(change);
				}
				run.advance(Infinity);
				const { scenario: _, ...result } = resultOf(run);
				expect(result).toEqual({ ...simulate(judged), scenario: undefined });
			}),
			{ seed: SEED, numRuns: sampledRuns(200) }
		);
	});
});

/** Messages on a grid of milliseconds that are all done in the end, with turned knobs that do nothing. */
const line = fc.record({
	strategy: fc.constantFrom('small-buffers', 'no-backpressure', 'bounded-concurrency'),
	gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40, size: 'max' }),
	services: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 40, maxLength: 40 }),
	workers: fc.integer({ min: 1, max: 3 }),
	capacity: fc.integer({ min: 0, max: 4 }),
	end: fc.integer({ min: 20, max: 200 }),
	changes: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 3 }),
	deadline: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 40 })),
	turns: fc.array(
		fc.record({
			at: fc.integer({ min: 0, max: 120 }),
			deadline: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 40 }))
		}),
		{ maxLength: 4 }
	)
});

describe('what is told of a run', () => {
	it('is what the times of its messages say', () => {
		const seen = { late: 0, overdue: 0, felt: 0, unfelt: 0, recovered: 0, lasting: 0, at0: 0 };
		fc.assert(
			fc.property(line, ({ strategy, gaps, services, workers, capacity, end, ...judging }) => {
				const times = gaps.map((_, n) => seconds(sum(gaps.slice(0, n + 1))));
				const none = (value: number) => (value === Infinity ? null : seconds(value));
				const ascending = judging.turns.toSorted((one, other) => one.at - other.at);
				// A recorded source does not hear of a rate.
				const changes = judging.changes.map((change, index) => ({
					at: seconds(change),
					set: 'source.rate',
					to: 100 + index
				}));
				const run = startRun(
					parseScenario({
						version: 1,
						strategy,
						duration: seconds(end),
						source: { process: 'trace', times },
						consumer: { workers, distribution: 'trace', times: services.map(seconds) },
						buffer: { capacity },
						deadline: none(judging.deadline),
						changes: [
							...ascending.map((step) => ({
								at: seconds(step.at),
								set: 'deadline',
								to: none(step.deadline)
							})),
							...changes
						]
					}),
					{ items: true }
				);
				run.advance(Infinity);
				const { counts, producer, backlog, items } = resultOf(run);
				if (items === undefined) throw new Error('items were asked for');
				const told = { ...items, end: end * MS };
				const steps = [{ at: 0, deadline: judging.deadline }, ...ascending].map((step) => ({
					at: step.at * MS,
					deadline: step.deadline * MS
				}));
				const turned = judging.changes.filter((change) => change <= end).map((ms) => ms * MS);
				const said = { inTime: counts.inTime, late: counts.late };
				expect(said).toEqual(oracle.judged(told, steps));
				const { times: book, deadline: inForce } = run.world.ledger;
				const overdue = book.offeredBefore(run.time - inForce);
				expect(overdue).toBe(oracle.overdue(told, steps));
				const recovered = oracle.recovered(told, turned);
				const felt = oracle.felt(told, turned);
				expect(backlog.recovered).toBe(recovered === null ? null : recovered / 1e9);
				expect(producer.felt).toBe(felt === null ? null : felt / 1e9);
				if (said.late > 0) seen.late++;
				if (overdue > 0) seen.overdue++;
				if (felt === null) seen.unfelt++;
				else seen.felt++;
				if (recovered === 0) seen.at0++;
				else if (recovered !== null) seen.recovered++;
				else if (turned.length > 0) seen.lasting++;
			}),
			{ seed: SEED, numRuns: sampledRuns(1000) }
		);
		for (const [what, count] of Object.entries(seen))
			expect(count, what).toBeGreaterThan(sampledRuns(30));
	});
});
