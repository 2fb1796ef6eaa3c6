import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { Frame } from '../../../src/engine/protocol';
import { startRun } from '../../../src/headless/simulate';
import { PlayedRun } from '../../../src/state/player/played-run.svelte';
import { sampledRuns } from '../../setup/sample';
import { EngineInThisThread, hostOf, playerOf, preset } from './player-fixture';

const SEED = 20_261_128;
const tenSlots = preset('ten-slots');
const base: Scenario = { ...tenSlots.scenario, duration: 4 };

/** Six runs of the same messages that have nothing else in common. */
const SIX: readonly Scenario[] = [
	base,
	{ ...base, buffer: { ...base.buffer, capacity: 1000 } },
	{ ...base, strategy: 'no-backpressure' },
	{ ...base, strategy: 'bounded-concurrency' },
	{ ...base, strategy: 'reactive-streams' },
	{ ...base, strategy: 'producer-throttling' }
];

/** Runs on one clock, each with an engine of its own; the first has a slow one. */
function lanes(scenarios: readonly Scenario[], speed = 1, slowest = 1) {
	return playerOf(
		scenarios.map((scenario, index) => ({
			scenario,
			host: hostOf(() => new EngineInThisThread(index === 0 ? slowest : 64))
		})),
		speed
	);
}

function standing(runs: readonly PlayedRun[]) {
	return runs.map(({ frame }) => [frame?.time, frame?.event]);
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe.each([
	[2, 1 / 50],
	[2, 100],
	[6, 1],
	[6, 100]
])('%i runs at %f times real time, one of them with a slow engine', (number, speed) => {
	test('are shown at one instant, always', async () => {
		const scenarios = SIX.slice(0, number).map((scenario) => ({ ...scenario, duration: 60 }));
		const { runs, playback, clock, open } = lanes(scenarios, speed);
		await open();
		const shown: number[][] = [];
		const show = vi.spyOn(PlayedRun.prototype, 'show');
		void playback.play();
		for (let n = 0; n < 120; n++) {
			await clock.tick(16);
			shown.push(runs.map(({ frame }) => frame?.time ?? Number.NaN));
		}
		playback.pause();
		for (const times of shown) expect(new Set(times).size).toBe(1);
		expect(new Set(shown.map(([time]) => time)).size).toBeGreaterThan(10);
		// All of them in one go, never some now and the others later.
		expect(show.mock.calls.length % number).toBe(0);
	});
});

test('a slow engine slows the clock down, and the page says so', async () => {
	const scenarios = SIX.slice(0, 2).map((scenario) => ({ ...scenario, duration: 600 }));
	const { playback, clock, open } = lanes(scenarios, 100);
	await open();
	void playback.play();
	for (let n = 0; n < 200; n++) await clock.tick(16);
	expect(playback.heldSpeed).toBeLessThan(90);
	playback.pause();
});

const knobs = fc.record({
	rate: fc.integer({ min: 1, max: 40 }),
	capacity: fc.integer({ min: 0, max: 3 }),
	workers: fc.integer({ min: 1, max: 3 }),
	process: fc.constantFrom('constant' as const, 'poisson' as const)
});

function scenarioWith({ rate, capacity, workers, process }: FromRecord): Scenario {
	return {
		...base,
		duration: 1,
		source: { ...base.source, rate, process },
		consumer: { ...base.consumer, workers, serviceTime: 0.05, distribution: 'constant' },
		buffer: { ...base.buffer, capacity }
	};
}
type FromRecord = {
	readonly rate: number;
	readonly capacity: number;
	readonly workers: number;
	readonly process: 'constant' | 'poisson';
};

/** The times of all events of a run, one by one, from a run that nobody looks at. */
function eventTimes(scenario: Scenario): number[] {
	const run = startRun(scenario);
	const times: number[] = [];
	for (let isOver = false; !isOver; ) {
		const before = run.event;
		isOver = run.advance(Infinity, 1);
		if (run.event > before) times.push(run.latestEventTime);
	}
	return times;
}

describe('a step', () => {
	test('goes to the earliest next event of all, and back again', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(knobs, { minLength: 2, maxLength: 4 }), async (drawn) => {
				const scenarios = drawn.map(scenarioWith);
				const { runs, playback, open } = lanes(scenarios);
				await open();
				const times = scenarios.map(eventTimes);
				const way = [standing(runs)];
				for (let n = 0; n < 25; n++) {
					const before = runs.map(({ frame }) => frame?.event ?? 0);
					const due = times.map((list, index) => list[before[index] ?? 0] ?? Infinity);
					const earliest = Math.min(...due);
					if (earliest === Infinity) break;
					await playback.step();
					const expected = before.map((event, run) => [
						earliest,
						due[run] === earliest ? event + 1 : event
					]);
					expect(standing(runs)).toEqual(expected);
					way.push(expected);
				}
				while (way.length > 1) {
					way.pop();
					await playback.stepBack();
					expect(standing(runs)).toEqual(way.at(-1));
				}
			}),
			{ seed: SEED, numRuns: sampledRuns(40) }
		);
	});

	test('from wherever somebody has sought, a step back and a step lead to the same pictures', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(knobs, { minLength: 2, maxLength: 3 }),
				fc.integer({ min: 1, max: 999 }),
				async (drawn, milliseconds) => {
					const { runs, playback, open } = lanes(drawn.map(scenarioWith));
					await open();
					await playback.seek(milliseconds * 1e6);
					if (runs.every(({ frame }) => frame?.next === Infinity)) return;
					await playback.step();
					const there = standing(runs);
					await playback.stepBack();
					await playback.step();
					expect(standing(runs)).toEqual(there);
				}
			),
			{ seed: SEED, numRuns: sampledRuns(60) }
		);
	});
});

test('the next moment is the earliest of all runs, and all stand there', async () => {
	const { runs, playback, open } = lanes(SIX);
	await open(base.duration);
	const times = runs.flatMap(({ story }) => story.moments.map(({ time }) => time));
	await playback.seek(0);
	// Moments at 0 lie behind whoever stands there; those of one instant are gone to once or more.
	for (const due of [...new Set(times)].filter((time) => time > 0).sort((a, b) => a - b)) {
		while (playback.time < due) {
			await playback.nextMoment();
			expect(new Set(runs.map(({ frame }) => frame?.time)).size).toBe(1);
		}
		expect(playback.time).toBe(due);
	}
	await playback.nextMoment();
	expect(playback.time).toBe(base.duration * 1e9);
});

describe('a scrub', () => {
	test('shows stored pictures of one time', async () => {
		const { runs, playback, open } = lanes(SIX);
		await open(base.duration);
		for (const seconds of [3.1, 0.5, 2.222, 1]) {
			await playback.scrub(seconds * 1e9);
			const times = runs.map(({ frame }) => frame?.time ?? 0);
			expect(new Set(times).size).toBe(1);
			expect(Math.abs((times[0] ?? 0) - seconds * 1e9)).toBeLessThan(0.01e9);
		}
	});
});

describe('while a lock stands', () => {
	const REASON = 'Commit to a prediction first.';

	test('nothing moves the player, and it says why', async () => {
		const { runs, playback, edits, clock, open } = lanes(SIX.slice(0, 2));
		await open(1);
		await edits.turn('source.rate', 700);
		playback.lockBecause(REASON);
		const refused = vi.fn();
		playback.onrefused = refused;
		const before = standing(runs);
		const scenarios = runs.map(({ scenario }) => scenario);
		const attempts = [
			() => playback.play(),
			() => playback.step(),
			() => playback.stepBack(),
			() => playback.nextMoment(),
			() => playback.seek(2e9),
			() => playback.scrub(2e9),
			() => edits.reset(),
			() => edits.turn('source.rate', 100),
			() => edits.preview('source.rate', 100),
			() => edits.switchMistakes(['oversized-buffer']),
			() => edits.choose(tenSlots, runs[0] as PlayedRun),
			() => edits.undo()
		];
		for (const attempt of attempts) {
			void attempt();
			await clock.tick(16);
		}
		expect(standing(runs)).toEqual(before);
		expect(runs.map(({ scenario }) => scenario)).toEqual(scenarios);
		expect(playback.playing).toBe(false);
		expect(refused.mock.calls).toEqual(attempts.map(() => [REASON]));
	});

	test('play that was under way has ended; unlocked, it plays again', async () => {
		const { runs, playback, clock, open } = lanes(SIX.slice(0, 2));
		await open(1);
		void playback.play();
		await clock.tick(16);
		await clock.tick(16);
		playback.lockBecause(REASON);
		const before = standing(runs);
		for (let n = 0; n < 5; n++) await clock.tick(16);
		expect(standing(runs)).toEqual(before);
		playback.unlock();
		void playback.play();
		for (let n = 0; n < 5; n++) await clock.tick(16);
		expect(standing(runs)).not.toEqual(before);
		playback.pause();
	});
});

describe('an edit of several runs', () => {
	test('is one step of undo, and redo makes it again', async () => {
		const { runs, edits, open } = lanes(SIX.slice(0, 3));
		await open(1);
		const before = runs.map(({ scenario }) => scenario);
		await edits.turn('source.rate', 777);
		const after = runs.map(({ scenario }) => scenario);
		expect(after.every(({ changes }) => changes.length === 1)).toBe(true);
		await edits.undo();
		expect(runs.map(({ scenario }) => scenario)).toEqual(before);
		await edits.redo();
		expect(runs.map(({ scenario }) => scenario)).toEqual(after);
	});

	test('of one of them leaves the others alone, and all stay at one instant', async () => {
		const { runs, playback, edits, open } = lanes(SIX.slice(0, 3));
		await open(1);
		const [first, ...others] = runs;
		const frames = others.map(({ frame }): Frame | null => frame);
		await edits.turn('buffer.capacity', 3, [first as PlayedRun]);
		expect(others.map(({ frame }) => frame?.digest)).toEqual(frames.map((one) => one?.digest));
		expect(new Set(runs.map(({ frame }) => frame?.time))).toEqual(new Set([playback.time]));
		expect(playback.time).toBe(1e9);
	});
});
