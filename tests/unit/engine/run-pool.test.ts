import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scenario, StrategyId } from '../../../src/core/scenario/scenario';
import type { Finished } from '../../../src/engine/pool/batch';
import { simulate } from '../../../src/headless/simulate';
import { all, LONG, poolOf, quiet, SHORT, seeds, ThreadWorker } from './pool-fixture';

const [FIRST, SECOND] = SHORT as [Scenario, Scenario];
const EXPECTED = SHORT.map((scenario, index) => {
	const { scenario: _, ...result } = simulate(scenario);
	return { index, result };
});

function inOrder(finished: readonly Finished[]): readonly Finished[] {
	return [...finished].sort((one, other) => one.index - other.index);
}

function failureOf(finished: readonly Finished[], index: number): string | undefined {
	const found = finished.find((one) => one.index === index);
	return found && 'failure' in found ? found.failure : undefined;
}

afterEach(() => {
	vi.useRealTimers();
});

describe('a pool of runs', () => {
	it('gives what the headless run gives, whatever the scenarios differ in', async () => {
		const { pool, workers } = poolOf();
		expect(inOrder(await all(pool.run(SHORT)))).toEqual(EXPECTED);
		expect(workers).toHaveLength(2);
	});

	it('on one core gives them in the order of the list', async () => {
		const { pool } = poolOf({ cores: 1 });
		expect(await all(pool.run(SHORT))).toEqual(EXPECTED);
	});

	it('gives what is over while others are still under way', async () => {
		const { pool } = poolOf();
		const order = (await all(pool.run([LONG, FIRST, SECOND]))).map(({ index }) => index);
		expect(order).toEqual([1, 2, 0]);
	});

	it('gives two batches each its own', async () => {
		const { pool } = poolOf();
		const [one, other] = await Promise.all([
			all(pool.run(SHORT)),
			all(pool.run([...SHORT].reverse()))
		]);
		expect(inOrder(one)).toEqual(EXPECTED);
		expect(inOrder(other).map((each) => 'result' in each && each.result)).toEqual(
			EXPECTED.map(({ result }) => result).reverse()
		);
	});

	it('has nothing to give for nothing', async () => {
		const { pool, workers } = poolOf();
		expect(await all(pool.run([]))).toEqual([]);
		expect(workers).toEqual([]);
	});

	it('fills a slice with short runs, and gives no runner more than its share', async () => {
		const { pool, workers } = poolOf();
		await all(pool.run(seeds({ ...FIRST, duration: 0.01 }, 200)));
		const slices = workers.map((worker) => worker.slices);
		// A slice holds four of them, and a runner finds that out by doubling.
		expect(Math.max(...slices)).toBeLessThan(40);
		expect(Math.min(...slices)).toBeGreaterThan(15);
	});
});

describe('progress', () => {
	it.each([
		['with all well', 0],
		['when a Web Worker dies half way', 4]
	])('%s never goes back and ends with 1', async (_, deadlySlice) => {
		const told: number[] = [];
		const { pool, workers } = poolOf({
			cores: 1,
			beforeWork: (worker) => {
				if (workers.length > 1 || worker.slices !== deadlySlice) return true;
				worker.die();
				return false;
			}
		});
		await all(pool.run([LONG, ...SHORT], { onprogress: (share) => told.push(share) }));
		expect(told).toEqual([...told].sort((one, other) => one - other));
		expect(told.at(-1)).toBe(1);
		expect(told.filter((share) => share < 1).length).toBeGreaterThan(SHORT.length);
		expect(workers).toHaveLength(deadlySlice === 0 ? 1 : 2);
	});

	it('that cannot be told ends the batch with what was thrown', async () => {
		const { pool, workers } = poolOf();
		const onprogress = () => {
			throw new Error('no such bar');
		};
		const other = all(pool.run(SHORT));
		await expect(all(pool.run(SHORT, { onprogress }))).rejects.toThrow('no such bar');
		expect(inOrder(await other)).toEqual(EXPECTED);
		await quiet();
		for (const worker of workers) {
			expect([worker.isTerminated, await worker.keepsRun()]).toEqual([false, false]);
		}
	});
});

describe('an end before the end', () => {
	const WORKLOADS = {
		long: [LONG, ...SHORT, LONG],
		'short ones': seeds({ ...FIRST, duration: 0.01 }, 150)
	};

	/** Aborts when so many slices have been asked for. */
	async function abortAt(slice: number, scenarios: readonly Scenario[]) {
		const stop = new AbortController();
		let asked = 0;
		let askedLater = 0;
		const { pool, workers } = poolOf({
			beforeWork: () => {
				if (stop.signal.aborted) askedLater++;
				if (++asked === slice) stop.abort(new Error('enough'));
				return true;
			}
		});
		const finished = all(pool.run(scenarios, { signal: stop.signal }));
		await expect(finished).rejects.toThrow('enough');
		await quiet();
		return { pool, workers, askedLater };
	}

	it.each(
		[1, 2, 3, 5, 8, 13].flatMap((slice) => [
			[slice, 'long'] as const,
			[slice, 'short ones'] as const
		])
	)('at slice %i, runs: %s: no more slices, and no runner keeps a run', async (slice, name) => {
		const { pool, workers, askedLater } = await abortAt(slice, WORKLOADS[name]);
		// What was on its way when the page heard of it.
		expect(askedLater).toBeLessThan(workers.length);
		for (const worker of workers) {
			expect([await worker.keepsRun(), worker.wasDisturbed]).toEqual([false, false]);
		}
		expect(inOrder(await all(pool.run(SHORT)))).toEqual(EXPECTED);
	});

	it('comes too when the loop is left, and leaves other batches alone', async () => {
		const { pool, workers } = poolOf();
		const other = all(pool.run(SHORT));
		const endless = { ...LONG, duration: 10_000 };
		for await (const { index } of pool.run([...SHORT, endless, endless])) if (index === 0) break;
		expect(inOrder(await other)).toEqual(EXPECTED);
		await quiet();
		for (const worker of workers) expect(await worker.keepsRun()).toBe(false);
	});

	it('was wanted before the beginning: nothing begins', async () => {
		const { pool, workers } = poolOf();
		const signal = AbortSignal.abort(new Error('never mind'));
		await expect(all(pool.run(SHORT, { signal }))).rejects.toThrow('never mind');
		expect(workers).toEqual([]);
	});
});

describe('a scenario that cannot be run', () => {
	const BROKEN = { ...FIRST, source: null } as unknown as Scenario;
	const UNKNOWN = { ...FIRST, strategy: 'hope' as StrategyId };

	it.each(
		[0, 1, 2, 3, 4].flatMap((place) => [
			['one that breaks', BROKEN, place, /null/] as const,
			['one of no strategy', UNKNOWN, place, /^there is no strategy hope$/] as const
		])
	)('%s says why, and the others go on', async (_, wrong, place, why) => {
		const { pool, workers } = poolOf();
		const finished = await all(pool.run(SHORT.with(place, wrong)));
		expect(failureOf(finished, place)).toMatch(why);
		const others = inOrder(finished).filter(({ index }) => index !== place);
		expect(others).toEqual(EXPECTED.filter(({ index }) => index !== place));
		expect(workers.filter(({ isTerminated }) => isTerminated)).toEqual([]);
	});

	it('because its code does not come says so, and the others go on', async () => {
		const { pool, workers } = poolOf({
			code: ({ strategy }) => (strategy === SECOND.strategy ? 'unreachable' : undefined)
		});
		const finished = await all(pool.run([...SHORT, SECOND]));
		expect(failureOf(finished, 1)).toMatch(/code of .* could not be fetched.* try again$/);
		expect(failureOf(finished, SHORT.length)).toBe(failureOf(finished, 1));
		expect(finished.filter((one) => 'result' in one)).toHaveLength(SHORT.length - 1);
		// Who was told that a file did not come remembers it, and is asked no more.
		expect(workers.filter(({ isTerminated }) => isTerminated).length).toBeGreaterThanOrEqual(3);
	});

	it('because it is no plain data is the fault of the caller, who hears of it', async () => {
		const { pool } = poolOf();
		const proxy = { ...SECOND, source: new Proxy(SECOND.source, {}) };
		await expect(all(pool.run([FIRST, proxy]))).rejects.toThrow(/could not be cloned/);
		expect(inOrder(await all(pool.run(SHORT)))).toEqual(EXPECTED);
	});
});

describe('a Web Worker that dies', () => {
	it.each([1, 2, 3, 5, 8])('at slice %i leaves its runs to others', async (slice) => {
		let asked = 0;
		const { pool, workers } = poolOf({
			beforeWork: (worker) => {
				if (++asked !== slice) return true;
				worker.die();
				return false;
			}
		});
		const finished = await all(pool.run([...SHORT, LONG]));
		expect(finished).toHaveLength(SHORT.length + 1);
		expect(inOrder(finished).slice(0, SHORT.length)).toEqual(EXPECTED);
		expect(workers.map(({ isTerminated }) => isTerminated)).toContain(true);
	});

	it.each([0, 1, 2, 3, 4])(
		'whenever it comes to the scenario at %i: after the third, that one fails',
		async (place) => {
			const deadly = { ...FIRST, seed: 666 };
			let deaths = 0;
			const { pool } = poolOf({
				beforeWork: (worker, jobs) => {
					if (!jobs.some(({ scenario }) => scenario.seed === 666)) return true;
					deaths++;
					worker.die();
					return false;
				}
			});
			// Short ones, so that the deadly one travels in company.
			const company = seeds({ ...FIRST, duration: 0.01 }, 40);
			const finished = await all(pool.run(company.with(place * 9, deadly)));
			expect(deaths).toBe(3);
			expect(failureOf(finished, place * 9)).toMatch(/^3 Web Workers ended at this run.*: lower/);
			expect(finished.filter((one) => 'result' in one)).toHaveLength(39);
		}
	);

	it('is one that owes an answer for more than ten ticks of its page, too', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		let isFirst = true;
		const { pool, workers } = poolOf({
			cores: 1,
			beforeWork: () => {
				if (!isFirst) return true;
				isFirst = false;
				return false;
			}
		});
		const finished = all(pool.run(SHORT));
		await quiet();
		vi.advanceTimersByTime(5_000);
		await quiet();
		expect(workers).toHaveLength(1);
		vi.advanceTimersByTime(500);
		expect(inOrder(await finished)).toEqual(EXPECTED);
		expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
	});
});

/** A place where a Web Worker starts and ends before it has said a word. */
function startsInVain(): ThreadWorker {
	const worker = new ThreadWorker({ code: () => new Promise(() => {}) });
	setImmediate(() => worker.die());
	return worker;
}

function mayNotStart(): never {
	throw new Error('refused by the policy of the page');
}

describe.each([
	['may be started', mayNotStart],
	['comes to life', startsInVain]
])('where no Web Worker %s', (_, start) => {
	it.each([1, 2, 4])('on %i cores the page runs the scenarios itself', async (cores) => {
		const tries = vi.fn(start);
		const { pool } = poolOf({ start: tries, cores });
		expect(inOrder(await all(pool.run([...SHORT, LONG])))).toHaveLength(SHORT.length + 1);
		// Three failures are enough, and meanwhile the other cores have tried too.
		expect(tries.mock.calls.length).toBeGreaterThanOrEqual(3);
		expect(tries.mock.calls.length).toBeLessThan(3 + cores);
	});

	it('it waits for a picture before each slice', async () => {
		let frame = () => {};
		const waits = vi.fn();
		const { pool } = poolOf({
			start,
			afterFrame: () => {
				waits();
				return new Promise((resolve) => {
					frame = resolve;
				});
			}
		});
		const finished = vi.fn();
		const running = all(pool.run(SHORT)).then(finished);
		while (finished.mock.calls.length === 0) {
			const before = waits.mock.calls.length;
			await quiet();
			expect(waits.mock.calls.length).toBeLessThanOrEqual(before + 1);
			frame();
			await quiet();
		}
		await running;
		expect(waits).toHaveBeenCalled();
	});

	it('the next batch tries Web Workers again', async () => {
		const started: ThreadWorker[] = [];
		let isMended = false;
		const { pool } = poolOf({
			start: () => {
				if (!isMended) return start();
				const worker = new ThreadWorker({});
				started.push(worker);
				return worker;
			}
		});
		await all(pool.run(SHORT));
		isMended = true;
		expect(inOrder(await all(pool.run(SHORT)))).toEqual(EXPECTED);
		expect(started.some(({ slices }) => slices > 0)).toBe(true);
	});
});

describe('the cores', () => {
	/** Lets a pool work, and counts how many slices were under way at each, itself included. */
	async function work(cores: number, playing: (slices: number) => number) {
		const atOnce: number[] = [];
		const afterFrame = vi.fn(() => Promise.resolve());
		const { pool, workers } = poolOf({
			cores,
			playing: () => playing(atOnce.length),
			afterFrame,
			beforeWork: () => {
				atOnce.push(1 + workers.filter(({ isWorking }) => isWorking).length);
				return true;
			}
		});
		expect(await all(pool.run(seeds({ ...LONG, duration: 5 }, 12)))).toHaveLength(12);
		return { atOnce, waits: afterFrame.mock.calls.length, workers };
	}

	it.each([
		[1, 0, 1],
		[2, 0, 2],
		[8, 0, 8],
		[8, 1, 7],
		[8, 6, 2],
		[2, 1, 1],
		[2, 2, 1],
		[2, 6, 1]
	])('of %i, with %i playing, lend themselves to %i runners', async (cores, playing, runners) => {
		expect((await work(cores, () => playing)).workers).toHaveLength(runners);
	});

	it('go back to who begins to play, within a slice, and come again afterwards', async () => {
		const { atOnce, workers } = await work(4, (slices) => (slices > 8 && slices < 20 ? 3 : 0));
		expect(workers).toHaveLength(4);
		// Three may have been under way when it began.
		expect(new Set(atOnce.slice(8 + 4, 20))).toEqual(new Set([1]));
		expect(Math.max(...atOnce.slice(20))).toBeGreaterThan(1);
	});

	it('that do not come back: what was begun on them is finished on the one that is left', async () => {
		const { atOnce } = await work(4, (slices) => (slices > 8 ? 3 : 0));
		expect(new Set(atOnce.slice(8 + 4))).toEqual(new Set([1]));
	});

	it.each([
		['nobody plays, none waits', 2, 0, 0],
		['there is none to spare, every one waits', 2, 1, 1],
		['those of the engines and of the page are others, one in seven waits', 8, 1, 1 / 7]
	])('where %s for a picture', async (_, cores, playing, share) => {
		const { atOnce, waits } = await work(cores, () => playing);
		// At the end fewer are at work, and the one in seven is another.
		const slack = share % 1 === 0 ? 0 : 3;
		expect(Math.abs(waits - share * atOnce.length)).toBeLessThanOrEqual(slack);
	});

	it('that none can spare do nothing between one picture and the next', async () => {
		let draw = () => {};
		const { pool, workers } = poolOf({
			playing: () => 1,
			afterFrame: () =>
				new Promise((resolve) => {
					draw = resolve;
				})
		});
		const stop = new AbortController();
		const finished = all(pool.run([LONG], stop));
		for (let frame = 0; frame < 5; frame++) {
			await quiet();
			expect(workers.map(({ slices }) => slices)).toEqual([frame]);
			draw();
		}
		stop.abort(new Error('seen'));
		await expect(finished).rejects.toThrow('seen');
	});
});

describe('Web Workers with nothing to do', () => {
	it('are kept for the next batch, and end when none comes', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { pool, workers } = poolOf();
		await all(pool.run(SHORT));
		await quiet();
		vi.advanceTimersByTime(9_999);
		await all(pool.run(SHORT));
		await quiet();
		vi.advanceTimersByTime(9_999);
		expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false, false]);
		vi.advanceTimersByTime(1);
		expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
		expect(inOrder(await all(pool.run(SHORT)))).toEqual(EXPECTED);
	});

	it('do not end while there is something to do, be it only the way to the code', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		let arrive: (code: 'ready') => void = () => {};
		const { pool, workers } = poolOf({
			cores: 1,
			code: () =>
				new Promise((resolve) => {
					arrive = resolve;
				})
		});
		const finished = all(pool.run([FIRST]));
		await quiet();
		vi.advanceTimersByTime(60_000);
		arrive('ready');
		expect(await finished).toEqual(EXPECTED.slice(0, 1));
		expect(workers).toHaveLength(1);
	});
});
