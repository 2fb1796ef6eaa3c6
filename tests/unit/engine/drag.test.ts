import { describe, expect, test } from 'vitest';
import { withChange } from '../../../src/core/scenario/with-change';
import { EngineInThisThread, hostOf, playerOf, preset } from '../player/player-fixture';
import { frameAt } from './timeline-fixture';

const KEY = 'consumer.serviceTime';
const SECOND = 1e9;
const slowDatabase = preset('slow-database').scenario;

function turned(to: number, at = 28) {
	return withChange(slowDatabase, KEY, to, at);
}

/** A run that has been played up to a time, and its player. */
async function shown(seconds: number) {
	const engine = new EngineInThisThread();
	const host = hostOf(() => engine);
	const player = playerOf([{ scenario: slowDatabase, host, preset: preset('slow-database') }]);
	await player.open(seconds);
	const [run] = player.runs;
	if (run === undefined) throw new RangeError('a player of one run has a run');
	/** How often the engine was asked for a glimpse since it was last asked how often. */
	const glimpses = () => engine.calls.splice(0).filter((call) => call === 'glimpse').length;
	return { ...player, run, glimpses };
}

describe('a knob that is dragged while the run stands still', () => {
	test('is followed: each value is shown as a replay shows it, in one slice', async () => {
		const { edits, glimpses, playback, run } = await shown(28);
		for (const value of [0.02, 0.05, 0.3, 0.2]) {
			glimpses();
			await edits.preview(KEY, value);
			expect(glimpses()).toBe(1);
			expect(run.frame?.digest).toBe(frameAt(turned(value), 28 * SECOND).digest);
			expect(run.settings.consumer.serviceTime).toBe(value);
		}
		await edits.turn(KEY, 0.2);
		await playback.seek(29 * SECOND);
		expect(run.frame?.digest).toBe(frameAt(turned(0.2), 29 * SECOND).digest);
		await edits.undo();
		expect(edits.canUndo).toBe(false);
		expect(run.scenario).toEqual(slowDatabase);
	});

	test('shows the latest value when the engine cannot follow', async () => {
		const { edits, glimpses, playback, run } = await shown(29);
		await playback.seek(15 * SECOND);
		glimpses();
		const values = [0.1, 0.2, 0.3, 0.4];
		await Promise.all(values.map((value) => edits.preview(KEY, value)));
		expect(run.frame?.digest).toBe(frameAt(turned(0.4, 15), 15 * SECOND).digest);
		// Whatever is wanted in the end, the way there is gone once.
		expect(glimpses()).toBeLessThan(60);
	});

	test('changes nothing before it is released: play goes on with the run as it is', async () => {
		const { clock, edits, playback, run } = await shown(28);
		const before = run.frame;
		await edits.preview(KEY, 0.5);
		expect(run.frame?.digest).not.toBe(before?.digest);
		void playback.play();
		for (let tick = 0; tick < 20; tick++) await clock.tick(16);
		playback.pause();
		expect(run.scenario).toBe(slowDatabase);
		expect(playback.time).toBeGreaterThan(28 * SECOND);
		await playback.seek(playback.time);
		expect(run.frame?.digest).toBe(frameAt(slowDatabase, playback.time).digest);
	});

	test('shows the run as it is for a value that cannot be, and says why', async () => {
		const { edits, run } = await shown(28);
		const before = run.frame;
		await edits.preview('duration', 86_400);
		expect(run.trouble).toMatch(/messages/);
		expect(run.frame?.digest).toBe(before?.digest);
	});

	test('of a board is shown in all runs at one time', async () => {
		const host = hostOf(() => new EngineInThisThread());
		const scenarios = [slowDatabase, { ...slowDatabase, seed: 7 }];
		const { edits, open, playback, runs } = playerOf(
			scenarios.map((scenario) => ({ scenario, host }))
		);
		await open(12);
		await edits.preview(KEY, 0.3);
		runs.forEach((run, index) => {
			const scenario = withChange(scenarios[index] ?? slowDatabase, KEY, 0.3, 12);
			expect(run.frame?.digest).toBe(frameAt(scenario, 12 * SECOND).digest);
		});
		expect(playback.time).toBe(12 * SECOND);
	});
});
