import { afterEach, describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { startWorker } from '../../src/engine/connection/start-worker';
import type { Finished } from '../../src/engine/pool/batch';
import { type PoolOptions, RunPool } from '../../src/engine/pool/run-pool';
import { simulate } from '../../src/headless/simulate';

/** What a headless run comes to, without its scenario. */
function bare(scenario: Scenario) {
	const { scenario: _, ...result } = simulate(scenario);
	return result;
}

/** Every preset, short enough that all together take a moment. */
const PRESETS: readonly Scenario[] = STRATEGIES.presets.map(({ scenario }) => ({
	...scenario,
	duration: 1,
	changes: scenario.changes.filter(({ at }) => at < 1)
}));

/** So much to do that it would take minutes. */
const ENDLESS: Scenario = { ...STRATEGIES.opening.scenario, duration: 15_000 };

const started: Worker[] = [];

function poolOf(options: Partial<PoolOptions> = {}): RunPool {
	const start = () => {
		const worker = startWorker('pushback-pool');
		started.push(worker);
		return worker;
	};
	return new RunPool({ start, cores: 2, playing: () => 0, ...options });
}

async function all(outcomes: AsyncIterable<Finished>): Promise<readonly Finished[]> {
	const finished: Finished[] = [];
	for await (const outcome of outcomes) finished.push(outcome);
	return finished.sort((one, other) => one.index - other.index);
}

afterEach(() => {
	for (const worker of started.splice(0)) worker.terminate();
});

describe('a pool on real Web Workers', () => {
	test('gives for every preset what the headless run gives', async () => {
		const finished = await all(poolOf().run(PRESETS));
		expect(started).toHaveLength(2);
		expect(finished).toEqual(PRESETS.map((scenario, index) => ({ index, result: bare(scenario) })));
	});

	test('ends when it is told to, and is ready for the next', async () => {
		const pool = poolOf();
		const stop = new AbortController();
		const onprogress = () => stop.abort(new Error('enough'));
		const endless = [ENDLESS, ENDLESS, ENDLESS];
		const running = all(pool.run(endless, { signal: stop.signal, onprogress }));
		await expect(running).rejects.toThrow('enough');
		expect(await all(pool.run(PRESETS.slice(0, 2)))).toHaveLength(2);
		expect(started).toHaveLength(2);
	});

	test('goes on without a Web Worker that ends', async () => {
		const pool = poolOf();
		let isFirst = true;
		const onprogress = () => {
			if (isFirst) started[0]?.dispatchEvent(new ErrorEvent('error', { message: 'out of luck' }));
			isFirst = false;
		};
		const finished = await all(pool.run(PRESETS, { onprogress }));
		expect(finished).toEqual(PRESETS.map((scenario, index) => ({ index, result: bare(scenario) })));
	});

	test('works in the page, between its pictures, where Web Workers do not load', async () => {
		const start = () => {
			const worker = new Worker('data:text/javascript,throw new Error("broken")', {
				type: 'module'
			});
			started.push(worker);
			return worker;
		};
		let drawn = 0;
		let isOver = false;
		const draw = () => {
			drawn++;
			if (!isOver) requestAnimationFrame(draw);
		};
		requestAnimationFrame(draw);
		const scenarios = [...PRESETS.slice(0, 2), { ...ENDLESS, duration: 60 }];
		const finished = await all(poolOf({ start }).run(scenarios));
		isOver = true;
		expect(finished).toEqual(
			scenarios.map((scenario, index) => ({ index, result: bare(scenario) }))
		);
		expect(started.length).toBeLessThan(5);
		expect(drawn).toBeGreaterThan(2);
	});
});
