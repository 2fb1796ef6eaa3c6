import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { HISTORY_COLUMNS } from '../../../src/engine/protocol';
import { answers, EngineInThisThread, hostOf, playerOf, preset } from './player-fixture';

const tenSlots = preset('ten-slots');
const quietDay = preset('quiet-day');
/** So much to do that the way to the end takes many slices. */
const LONG: Scenario = { ...tenSlots.scenario, duration: 600 };

describe('a run on the page', () => {
	test('a preset that is chosen during a long seek stands at its own start', async () => {
		const { playback, run, edits } = await shown(LONG);
		const seek = playback.seek(600e9);
		await edits.choose(quietDay, run);
		await seek;
		expect(run.frame?.time).toBe(0);
		expect(playback.progress).toBeNull();
	});

	test('a reset while it plays goes on from 0, not from where it was', async () => {
		const { playback, run, edits, clock } = await shown(LONG, 20);
		void playback.play();
		await clock.tick(16);
		await clock.tick(16);
		const reset = edits.reset();
		await clock.tick(16);
		await reset;
		await clock.tick(16);
		expect(playback.playing).toBe(true);
		expect(run.frame?.time).toBeLessThan(0.1e9);
	});

	test('a long way shows a picture before it ends, and a seek ends it', async () => {
		const { playback, run, open } = setUp(LONG);
		const opening = open(600);
		await answers(5);
		expect(run.frame).not.toBeNull();
		expect(playback.progress).toBeGreaterThan(0);
		expect(playback.progress).toBeLessThan(1);
		await playback.seek(1e9);
		await opening;
		expect(run.frame?.time).toBe(1e9);
		expect(playback.progress).toBeNull();
	});

	test('a longer duration holds wherever one looks, so the way back is open', async () => {
		const { playback, run, edits } = await shown(tenSlots.scenario, 5);
		await edits.turn('duration', 60);
		await playback.seek(0);
		expect(playback.duration).toBe(60e9);
		await playback.seek(50e9);
		expect(run.frame?.time).toBe(50e9);
	});

	test('a story that takes more than one reply comes whole', async () => {
		const scenario: Scenario = { ...tenSlots.scenario, strategy: 'producer-throttling' };
		const { run, playback } = await shown(scenario, scenario.duration);
		expect(run.story.columns).toBe(HISTORY_COLUMNS);
		expect(run.story.reached).toBe(playback.duration);
	});

	test('a duration that is already over ends the run where it stands', async () => {
		const { playback, run, edits } = await shown(LONG, 20);
		await edits.turn('duration', 10);
		expect(playback.duration).toBe(20e9);
		expect(run.frame).toMatchObject({ time: 20e9, ended: true });
	});

	test('play stops at the end, and plays again from 0', async () => {
		const { playback, run, clock } = await shown(tenSlots.scenario, 9.999);
		void playback.play();
		for (let n = 0; n < 10; n++) await clock.tick(16);
		expect(playback.playing).toBe(false);
		expect(run.frame).toMatchObject({ time: 10e9, ended: true });
		void playback.play();
		for (let n = 0; n < 10; n++) await clock.tick(16);
		expect(run.frame?.time).toBeLessThan(1e9);
		playback.pause();
	});
});

describe('undo and redo', () => {
	test('bring back knob, preset, speed and time, and take them away again', async () => {
		const { playback, run, edits } = await shown(tenSlots.scenario, 2);
		await edits.choose(quietDay, run);
		await edits.undo();
		expect(run.preset).toBe(tenSlots);
		expect(playback.speed).toBe(tenSlots.speed);
		expect(run.frame?.time).toBe(2e9);
		expect(edits.canUndo).toBe(false);
		await edits.redo();
		expect(run.preset).toBe(quietDay);
		expect(run.scenario).toBe(quietDay.scenario);
		expect(edits.canRedo).toBe(false);
		await edits.undo();
		await edits.turn('source.rate', 100);
		expect(edits.canRedo).toBe(false);
	});

	test('the list of them has an end, however long knobs are turned', async () => {
		const { run, edits } = await shown({ ...tenSlots.scenario, duration: 0.1 });
		for (let rate = 1; rate <= 150; rate++) await edits.turn('source.rate', rate);
		let steps = 0;
		for (; edits.canUndo; steps++) await edits.undo();
		expect(steps).toBe(100);
		expect(run.scenario.source.rate).toBe(50);
	});

	test('a drag is one step, however many values it went through', async () => {
		const { run, edits } = await shown(tenSlots.scenario, 1);
		for (const rate of [700, 800, 900]) await edits.preview('source.rate', rate);
		await edits.turn('source.rate', 900);
		expect(run.settings.source.rate).toBe(900);
		await edits.undo();
		expect(run.settings.source.rate).toBe(600);
		expect(edits.canUndo).toBe(false);
	});

	test.each([0, 1])('a drag at %i s that is taken back was none', async (seconds) => {
		const { run, edits, playback } = await shown(tenSlots.scenario, seconds);
		const { frame } = run;
		for (const rate of [700, 23]) await edits.preview('source.rate', rate);
		await edits.takeBack();
		expect(run.scenario).toEqual(tenSlots.scenario);
		expect(run.frame).toEqual({ ...frame, run: run.frame?.run });
		expect(edits.canUndo).toBe(false);
		// Nor does it come back with the next one.
		await playback.seek(2e9);
		await edits.turn('consumer.workers', 2);
		expect(run.scenario.changes).toEqual([{ at: 2, set: 'consumer.workers', to: 2 }]);
	});
});

/** A run on the page with an engine in this thread and a clock that a test moves. */
function setUp(scenario: Scenario) {
	const host = hostOf(() => new EngineInThisThread());
	const player = playerOf([{ scenario, host }], tenSlots.speed);
	const [run] = player.runs;
	if (run === undefined) throw new RangeError('a player of one run has one');
	return { ...player, run };
}

async function shown(scenario: Scenario, seconds = 0) {
	const player = setUp(scenario);
	await player.open(seconds);
	return player;
}
