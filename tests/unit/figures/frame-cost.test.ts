import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Ring } from '../../../src/core/kernel/ring';
import { Simulation } from '../../../src/core/kernel/simulation';
import { MoveLog } from '../../../src/core/ledger/move-log';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import type { Run } from '../../../src/core/run/run';
import type { ParameterKey, ParameterValue, Scenario } from '../../../src/core/scenario/scenario';
import { PermitTable } from '../../../src/core/strategies/bounded-concurrency/permit-table';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import {
	HOLDERS_PER_STATION,
	MARKS_PER_STATION,
	MOVES_PER_FRAME
} from '../../../src/engine/protocol';
import { startRun } from '../../../src/headless/simulate';
import { sampledRuns } from '../../setup/sample';
import { Asked, anyScenario, gridTime, WINDOW } from '../engine/timeline-fixture';
import {
	BOUNDED_CONCURRENCY,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	scenarioOf,
	settingsWith
} from './fixture';

const SEED = 20_261_207;
const SECOND = 1e9;

/** Nobody is ever done, so that whatever comes stays somewhere. */
const STUCK = { 'source.rate': 60_000, 'source.process': 'constant', 'consumer.serviceTime': 3600 };

/** Where each strategy has most at once: messages in stores, processes, permits, workers. */
const LARGEST: readonly (readonly [
	name: string,
	plan: StrategyPlan,
	values: { readonly [K in ParameterKey]?: ParameterValue },
	mistakes: Scenario['mistakes']
])[] = [
	['a queue without a limit', NO_BACKPRESSURE, { 'consumer.workers': 1000 }, []],
	['a buffer that gets full', SMALL_BUFFERS, { 'buffer.capacity': 20_000 }, []],
	['a pile at the source', SMALL_BUFFERS, { 'buffer.capacity': 0 }, []],
	['ten thousand permits', BOUNDED_CONCURRENCY, { 'semaphore.permits': 10_000 }, []],
	['a task for each', BOUNDED_CONCURRENCY, {}, ['spawns-without-limit']],
	[
		'a link full of messages',
		REACTIVE_STREAMS,
		{ 'demand.window': 100_000, 'demand.delay': 60 },
		[]
	],
	['an inbox without a limit', REACTIVE_STREAMS, {}, ['unbounded-request']],
	[
		'a lag that grows',
		PRODUCER_THROTTLING,
		{ 'bucket.rate': 100_000, 'poll.maxRecords': 10_000 },
		[]
	]
];

/** Counts what is looked at one by one while something is done. */
function countLooks(run: Run, work: () => void): number {
	let looks = 0;
	const count = <T>(result: T): T => {
		looks++;
		return result;
	};
	const { at: ringAt } = Ring.prototype;
	const { at: permitAt } = PermitTable.prototype;
	const { visitSince, countSince } = MoveLog.prototype;
	const { processes } = run.world.simulation;
	const spies = [
		vi.spyOn(Ring.prototype, 'at').mockImplementation(function (this: Ring<unknown>, index) {
			return count(ringAt.call(this, index));
		}),
		vi.spyOn(PermitTable.prototype, 'at').mockImplementation(function (this: PermitTable, index) {
			return count(permitAt.call(this, index));
		}),
		vi.spyOn(MoveLog.prototype, 'visitSince').mockImplementation(function (
			this: MoveLog,
			after,
			most,
			mostOf,
			visit
		) {
			visitSince.call(this, after, most, mostOf, (...move) => count(visit(...move)));
		}),
		vi.spyOn(MoveLog.prototype, 'countSince').mockImplementation(function (
			this: MoveLog,
			after,
			visit
		) {
			countSince.call(this, after, (...way) => count(visit(...way)));
		}),
		vi.spyOn(Simulation.prototype, 'processes', 'get').mockImplementation(function* () {
			for (const process of processes) yield count(process);
		})
	];
	try {
		work();
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
	return looks;
}

function compose(run: Run, window: number) {
	return composeFrame(run, { run: 1, arrived: true, stopped: null, window, moments: 0 });
}

describe('a frame looks at as much as it shows', () => {
	it.each(LARGEST)('beside %s', (_, plan, values, mistakes) => {
		const scenario = scenarioOf(plan, { ...STUCK, ...values }, { mistakes });
		const run = startRun(scenario, { pictures: true });
		const { stations } = run.world.shape;
		const looks = [0.01, 0.1, 1].map((seconds) => {
			run.advance(seconds * SECOND);
			return countLooks(run, () => compose(run, SECOND));
		});
		expect(run.event).toBeGreaterThan(50_000);
		const most = stations.length * MARKS_PER_STATION + HOLDERS_PER_STATION + MOVES_PER_FRAME;
		expect(Math.max(...looks)).toBeLessThan(most);
	});
});

/** Where processes are parked, found by looking at each. */
function parkedOneByOne(run: Run): number[] {
	const rows = new Map<string, [role: number, line: number, count: number, since: number]>();
	for (const { role, line, since } of run.world.simulation.processes) {
		if (role < 0 || line === 0) continue;
		const row = rows.get(`${role}:${line}`) ?? [role, line, 0, since];
		rows.set(`${role}:${line}`, [role, line, row[2] + 1, Math.min(row[3], since)]);
	}
	return [...rows.values()].sort((one, other) => one[1] - other[1] || one[0] - other[0]).flat();
}

it('a frame says where processes are parked as one finds by looking at each', () => {
	let most = 0;
	fc.assert(
		fc.property(
			anyScenario,
			fc.array(gridTime, { minLength: 1, maxLength: 12 }),
			(scenario, times) => {
				const run = startRun(scenario, { pictures: true });
				for (const time of times.sort((one, other) => one - other)) {
					run.advance(time, 50);
					const parked = [...compose(run, WINDOW).parked];
					expect(parked).toEqual(parkedOneByOne(run));
					most = Math.max(most, parked.length / 4);
				}
			}
		),
		{ seed: SEED, numRuns: sampledRuns(200) }
	);
	expect(most).toBeGreaterThan(3);
});

it('a run without pictures keeps no rows of parked processes', () => {
	expect(startRun(settingsWith()).world.simulation.parking).toBeNull();
});

describe('a column', () => {
	it('keeps a bounded number of latencies, and says percentiles within the error of a histogram', () => {
		const scenario: Scenario = {
			...scenarioOf(NO_BACKPRESSURE, { duration: 3600, 'source.process': 'trace' }),
			consumer: { workers: 100, serviceTime: 0.01, distribution: 'exponential', times: [] }
		};
		const times = Array<number>(20_000).fill(0);
		const crowd: Scenario = { ...scenario, source: { ...scenario.source, times } };
		const { sort } = Float64Array.prototype;
		let longest = 0;
		const spy = vi.spyOn(Float64Array.prototype, 'sort').mockImplementation(function (
			this: Float64Array,
			compare
		) {
			longest = Math.max(longest, this.length);
			return sort.call(this, compare);
		});
		onTestFinished(() => spy.mockRestore());
		const asked = new Asked();
		asked.open(crowd, 10 * SECOND);
		const { columns, values, series } = asked.engine.history(asked.run, 0);
		expect(longest).toBeLessThan(10_000);
		const items = startRun(crowd, { items: true });
		items.advance(10 * SECOND);
		const latencies = (items.items?.completed ?? []).map(Number).sort((one, other) => one - other);
		for (const [key, share] of [
			['sinceOfferedP50', 0.5],
			['sinceOfferedP99', 0.99]
		] as const) {
			const exact = (latencies[Math.ceil(share * latencies.length) - 1] ?? 0) / SECOND;
			const said = values[series.indexOf(key) * columns] ?? 0;
			expect(Math.abs(said - exact)).toBeLessThanOrEqual(exact / 500);
		}
	});
});

describe('a task that asks for a worker', () => {
	it.each([10, 1000])('looks at few of %i', (workers) => {
		const run = startRun(
			scenarioOf(BOUNDED_CONCURRENCY, {
				'source.rate': 50 * workers,
				'consumer.workers': workers,
				'consumer.serviceTime': 0.02,
				'semaphore.permits': 2 * workers
			})
		);
		const { consumer } = run.world;
		let looks = 0;
		const watched = new Proxy(consumer.workers, {
			get(target, key, receiver) {
				if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
				return Reflect.get(target, key, receiver);
			}
		});
		Object.defineProperty(consumer, 'workers', { value: watched });
		run.advance(Infinity, 3000);
		expect(run.world.ledger.completed).toBeGreaterThan(200);
		expect(looks / run.event).toBeLessThan(4);
	});
});
