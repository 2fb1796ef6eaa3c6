import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import type { Connection } from '../../../src/engine/connection/connection';
import { EngineAbsentError, EngineDiedError } from '../../../src/engine/connection/failures';
import { simulate } from '../../../src/headless/simulate';
import { EngineHost } from '../../../src/state/host/engine-host';
import { sampledRuns } from '../../setup/sample';
import {
	EngineInThisThread,
	hostOf,
	type Mishap,
	playerOf,
	preset
} from '../player/player-fixture';

const SEED = 20_261_128;
const { scenario } = preset('ten-slots');

/** A host that counts its engines; each has the mishap that `mishapOf` gives it. */
function counted(mishapOf: (engine: number) => Mishap) {
	const engines: EngineInThisThread[] = [];
	const host = hostOf(() => {
		const engine = new EngineInThisThread(8, mishapOf(engines.length));
		engines.push(engine);
		return engine;
	});
	return { host, engines };
}

function dies(): never {
	throw new EngineDiedError('planned');
}

describe('an engine that answers with an error', () => {
	test('is not replaced: the error is said, that run stands still, and the others go on', async () => {
		let isBroken = false;
		const broken = counted(() => (call) => {
			if (isBroken && call === 'history') throw new Error('no such column');
		});
		const sound = counted(() => () => {});
		const { runs, playback, edits, clock, open } = playerOf([
			{ scenario, host: broken.host },
			{ scenario, host: sound.host }
		]);
		const [one, other] = runs;
		await open(1);
		isBroken = true;
		void playback.play();
		for (let n = 0; n < 60; n++) await clock.tick(16);
		expect(playback.playing).toBe(true);
		expect(one?.trouble).toMatch(/could not answer: no such column\. This run stands still/);
		expect(one?.hasFailed).toBe(true);
		expect(other?.trouble).toBeNull();
		expect(other?.frame?.time).toBeGreaterThan(1.5e9);
		expect(broken.engines).toHaveLength(1);
		expect(broken.engines[0]?.calls.filter((call) => call === 'history').length).toBeLessThan(10);

		isBroken = false;
		await edits.reset();
		expect(runs.map(({ frame, trouble }) => [frame?.time, trouble])).toEqual([
			[0, null],
			[0, null]
		]);
	});

	test('answers again when it is asked again, if it can', async () => {
		let isBroken = false;
		const { host, engines } = counted(() => (call) => {
			if (isBroken && call === 'travel') throw new Error('a bug');
		});
		const { runs, playback, open } = playerOf([{ scenario, host }]);
		await open(2);
		const digest = runs[0]?.frame?.digest;
		isBroken = true;
		await playback.seek(3e9);
		expect(runs[0]).toMatchObject({ hasFailed: true });
		expect(runs[0]?.frame?.time).toBe(2e9);
		isBroken = false;
		await playback.seek(3e9);
		await playback.seek(2e9);
		expect(runs[0]).toMatchObject({ hasFailed: false, trouble: null });
		expect(runs[0]?.frame?.digest).toBe(digest);
		expect(engines).toHaveLength(1);
	});
});

describe('an engine that dies', () => {
	test('is replaced, and the run stands where it stood', async () => {
		let deaths = 0;
		const { host } = counted(() => (call) => {
			if (call === 'travel' && deaths-- > 0) dies();
		});
		const { runs, playback, open } = playerOf([{ scenario, host }]);
		await open(2);
		const digest = runs[0]?.frame?.digest;
		deaths = 1;
		await playback.step();
		await playback.stepBack();
		expect(runs[0]?.frame?.digest).toBe(digest);
		expect(runs[0]?.trouble).toMatch(/replayed the run to where it was/);
	});

	test('three times at one question is not asked it again by itself, and can be asked again', async () => {
		let isDeadly = false;
		const { host, engines } = counted(() => (call) => {
			if (isDeadly && call === 'history') dies();
		});
		const { runs, playback, clock, open } = playerOf([{ scenario, host }]);
		await open(1);
		isDeadly = true;
		const before = engines.length;
		void playback.play();
		for (let n = 0; n < 60; n++) await clock.tick(16);
		expect(engines.length - before).toBe(3 - 1);
		expect(playback.playing).toBe(false);
		expect(runs[0]?.trouble).toMatch(/stopped three times at the same place/);
		isDeadly = false;
		await playback.step();
		expect(runs[0]).toMatchObject({ hasFailed: false });
		expect(runs[0]?.trouble).toMatch(/nothing is lost/);
	});

	test('at the question of one run costs the others nothing but the time', async () => {
		let deaths = 0;
		const { host } = counted(() => (call) => {
			if (call === 'travel' && deaths-- > 0) dies();
		});
		const lanes = STRATEGIES.manifests.map(({ presets }) => ({
			scenario: presets[0].scenario,
			host
		}));
		const { runs, playback, open } = playerOf(lanes);
		await open(1);
		deaths = 2;
		await playback.seek(1.5e9);
		expect(runs.map(({ frame }) => frame?.digest)).toEqual(
			lanes.map((lane) => simulate({ ...lane.scenario, duration: 1.5 }).eventHash)
		);
	});

	test('at any moment of any strategy: the run goes on with the same digest', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...STRATEGIES.presets.filter((one) => one.scenario.duration <= 60)),
				fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 }),
				async (chosen, gaps) => {
					let asked = 0;
					const deaths = gaps.map((_, index) =>
						gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap + 1, 0)
					);
					const { host } = counted(() => () => {
						if (deaths.includes(++asked)) dies();
					});
					const short = { ...chosen.scenario, duration: 1 };
					const { runs, playback, clock, open } = playerOf([{ scenario: short, host }]);
					await open();
					void playback.play();
					for (let n = 0; n < 6; n++) await clock.tick(16);
					await playback.step();
					await playback.stepBack();
					await playback.seek(1e9);
					// A question at which the engine died three times waits until somebody asks again.
					await playback.seek(1e9);
					expect(runs[0]?.frame?.digest).toBe(simulate(short).eventHash);
				}
			),
			{ seed: SEED, numRuns: sampledRuns(150) }
		);
	}, 300_000);
});

describe('an engine that never starts', () => {
	function barred(message: string): Connection {
		return {
			ask: async () => {
				throw new EngineAbsentError(message);
			},
			askPatiently: async () => {
				throw new EngineAbsentError(message);
			},
			dispose() {}
		};
	}

	const ways: readonly (readonly [string, () => Connection])[] = [
		[
			'is refused at once',
			() => {
				throw new Error('no Web Workers here');
			}
		],
		['turns out to be barred', () => barred('no Web Workers here')]
	];

	test.each(ways)(
		'and %s is followed by the next way to have one, which is said',
		async (_, start) => {
			const host = new EngineHost([
				{ start, notice: null },
				{ start: () => new EngineInThisThread(), notice: (reason) => `Fallen back: ${reason}.` }
			]);
			const said = vi.fn();
			host.onfallback = said;
			const lanes = [scenario, scenario].map((one) => ({ scenario: one, host }));
			const { runs, open } = playerOf(lanes);
			await open(1);
			expect(said.mock.calls).toEqual([['Fallen back: no Web Workers here.']]);
			expect(runs.map(({ frame, trouble }) => [frame?.time, trouble])).toEqual([
				[1e9, null],
				[1e9, null]
			]);
		}
	);

	test.each(ways)(
		'and %s in every way: it is said what was in the way, and can be tried again',
		async (_, start) => {
			let isBarred = true;
			const host = new EngineHost([
				{ start: () => (isBarred ? start() : new EngineInThisThread()), notice: null },
				{
					start: () => {
						throw new Error('neither');
					},
					notice: null
				}
			]);
			const { runs, open } = playerOf([{ scenario, host }]);
			await open(1);
			expect(runs[0]?.trouble).toMatch(/could not be started: no Web Workers here\./);
			isBarred = false;
			await open(1);
			expect(runs[0]).toMatchObject({ hasFailed: false });
			expect(runs[0]?.frame?.time).toBe(1e9);
		}
	);
});
