import type * as Comlink from 'comlink';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { LocalEngine } from '../../src/engine/engine';
import { EngineDiedError } from '../../src/engine/link';
import { type Engine, HISTORY_COLUMNS } from '../../src/engine/protocol';
import { strategyOf } from '../../src/headless/simulate';
import { Conversation } from '../../src/state/conversation';
import type { Question } from '../../src/state/engine-host';
import { LabRun } from '../../src/state/lab-run.svelte';

const tenSlots = preset('ten-slots');
const quietDay = preset('quiet-day');
/** So much to do that the way to the end takes many slices. */
const LONG: Scenario = { ...tenSlots.scenario, duration: 600 };

describe('a run on the page', () => {
	test('a preset that is chosen during a long seek stands at its own start', async () => {
		const { run } = await shown(LONG);
		const seek = run.seek(600e9);
		await run.edits.choose(quietDay);
		await seek;
		expect(run.frame?.time).toBe(0);
		expect(run.progress).toBeNull();
	});

	test('a reset while it plays goes on from 0, not from where it was', async () => {
		const { run, clock } = await shown(LONG, 20);
		void run.play();
		await clock.tick(16);
		await clock.tick(16);
		const reset = run.edits.reset();
		await clock.tick(16);
		await reset;
		await clock.tick(16);
		expect(run.playing).toBe(true);
		expect(run.frame?.time).toBeLessThan(0.1e9);
	});

	test('a long way shows a picture before it ends, and a seek ends it', async () => {
		const { run } = setUp(LONG);
		const opening = run.load(tenSlots, LONG, 1, 600);
		await answers(3);
		expect(run.frame).not.toBeNull();
		expect(run.progress).toBeGreaterThan(0);
		expect(run.progress).toBeLessThan(1);
		await run.seek(1e9);
		await opening;
		expect(run.frame?.time).toBe(1e9);
		expect(run.progress).toBeNull();
	});

	test('a longer duration holds wherever one looks, so the way back is open', async () => {
		const { run } = await shown(tenSlots.scenario, 5);
		await run.edits.turn('duration', 60);
		await run.seek(0);
		expect(run.duration).toBe(60e9);
		await run.seek(50e9);
		expect(run.frame?.time).toBe(50e9);
	});

	test('a story that takes more than one reply comes whole', async () => {
		const scenario: Scenario = { ...tenSlots.scenario, strategy: 'producer-throttling' };
		const { run } = await shown(scenario, scenario.duration);
		expect(run.story.columns).toBe(HISTORY_COLUMNS);
		expect(run.story.reached).toBe(run.duration);
	});

	test('a duration that is already over ends the run where it stands', async () => {
		const { run } = await shown(LONG, 20);
		await run.edits.turn('duration', 10);
		expect(run.duration).toBe(20e9);
		expect(run.frame).toMatchObject({ time: 20e9, ended: true });
	});

	test('undo brings back knob, preset, speed and time', async () => {
		const { run } = await shown(tenSlots.scenario, 2);
		await run.edits.choose(quietDay);
		await run.edits.undo();
		expect(run.preset).toBe(tenSlots);
		expect(run.speed).toBe(tenSlots.speed);
		expect(run.frame?.time).toBe(2e9);
		expect(run.edits.canUndo).toBe(false);
	});

	test('an engine that cannot be had any more is said once, and play ends', async () => {
		const { run, host, clock } = await shown(tenSlots.scenario);
		void run.play();
		host.isDead = true;
		await clock.tick(16);
		await clock.tick(16);
		expect(run.playing).toBe(false);
		expect(run.trouble).toMatch(/does not start any more.*load the page again/);
	});

	test('an engine that dies is replaced, and the run stands where it stood', async () => {
		const { run, host } = await shown(tenSlots.scenario, 2);
		const digest = run.frame?.digest;
		host.deathsToCome = 1;
		await run.step();
		await run.stepBack();
		expect(run.frame?.digest).toBe(digest);
		expect(run.trouble).toMatch(/replayed the run to where it was/);
	});
});

/** A run on the page with an engine in this thread and a clock that a test moves. */
function setUp(scenario: Scenario) {
	const host = new HostInThisThread();
	const clock = new HandClock();
	const run = new LabRun(new Conversation(host), tenSlots, scenario, {
		clock: clock.next,
		isStill: () => true
	});
	return { run, host, clock };
}

async function shown(scenario: Scenario, seconds = 0) {
	const parts = setUp(scenario);
	await parts.run.load(tenSlots, scenario, tenSlots.speed, seconds);
	return parts;
}

function preset(id: string) {
	const found = STRATEGIES.presetById(id);
	if (found === undefined) throw new RangeError(`there is no preset ${id}`);
	return found;
}

/** Lets a number of answers of the engine arrive. */
async function answers(number: number): Promise<void> {
	for (let answer = 0; answer < number; answer++) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

class HostInThisThread {
	isDead = false;
	deathsToCome = 0;
	#engine = newEngine();

	async ask<T>(question: Question<T>): Promise<T> {
		await answers(1);
		if (this.isDead || this.deathsToCome-- > 0) throw new EngineDiedError('planned');
		// This engine answers as a remote one does, only at once.
		return question(this.#engine as unknown as Comlink.Remote<Engine>);
	}

	bury(): void {
		this.#engine = newEngine();
	}
}

/** A slice is a fixed number of events, whatever the machine. */
function newEngine(): Engine {
	let looks = 0;
	const engine = new LocalEngine(() => looks++);
	return {
		open: (run, scenario, time, window) =>
			engine.open(run, scenario, strategyOf(scenario), time, window),
		travel: (run, target, window) => engine.travel(run, target, window),
		preview: (run, time) => engine.preview(run, time),
		rest: (run) => engine.rest(run),
		history: (run, first) => engine.history(run, first)
	};
}

/** A screen that draws when it is told to. */
class HandClock {
	#now = 0;
	#waiting: ((now: number) => void)[] = [];

	readonly next = (): Promise<number> =>
		new Promise((resolve) => {
			this.#waiting.push(resolve);
		});

	async tick(milliseconds: number): Promise<void> {
		this.#now += milliseconds;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve(this.#now);
		await answers(8);
	}
}
