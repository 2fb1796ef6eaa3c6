import type { Scenario } from '../../../src/core/scenario/scenario';
import type { Preset } from '../../../src/core/strategies/preset';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import type { AskedEngine, Connection, Question } from '../../../src/engine/connection/connection';
import { EngineDiedError, EngineFaultError } from '../../../src/engine/connection/failures';
import { LocalEngine } from '../../../src/engine/engine';
import { strategyOf } from '../../../src/headless/simulate';
import { Edits } from '../../../src/state/edits.svelte';
import { Conversation } from '../../../src/state/host/conversation';
import { EngineHost } from '../../../src/state/host/engine-host';
import { Playback } from '../../../src/state/player/playback.svelte';
import { PlayedRun } from '../../../src/state/player/played-run.svelte';

/** The preset of that name. */
export function preset(id: string): Preset {
	const found = STRATEGIES.presetById(id);
	if (found === undefined) throw new RangeError(`there is no preset ${id}`);
	return found;
}

/** Lets a number of answers of the engine arrive. */
export async function answers(number: number): Promise<void> {
	for (let answer = 0; answer < number; answer++) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** What an engine of the tests does to a question before it answers; it may throw. */
export type Mishap = (call: keyof AskedEngine) => void;

/** An engine in this thread that answers as a remote one does, only at once. */
export class EngineInThisThread implements Connection {
	readonly #engine: AskedEngine;
	readonly #mishap: Mishap;
	/** What was asked, in order. */
	readonly calls: (keyof AskedEngine)[] = [];
	isEnded = false;

	/** @param slices looks at the clock that make one slice: the fewer, the slower the engine */
	constructor(slices = 8, mishap: Mishap = () => {}) {
		let looks = 0;
		const engine = new LocalEngine(() => (looks++ * 8) / slices);
		this.#mishap = mishap;
		this.#engine = {
			prepare: async () => this.#happen('prepare'),
			open: async (run, scenario, ...rest) => {
				this.#happen('open');
				return engine.open(run, scenario, strategyOf(scenario), ...rest);
			},
			close: async (run) => {
				this.#happen('close');
				engine.close(run);
			},
			travel: async (...traveling) => {
				this.#happen('travel');
				return engine.travel(...traveling);
			},
			preview: async (...looking) => {
				this.#happen('preview');
				return engine.preview(...looking);
			},
			glimpse: async (...glimpsing) => {
				this.#happen('glimpse');
				return engine.glimpse(...glimpsing);
			},
			rest: async (...resting) => {
				this.#happen('rest');
				return engine.rest(...resting);
			},
			history: async (...telling) => {
				this.#happen('history');
				return engine.history(...telling);
			}
		};
	}

	async ask<T>(question: Question<T>): Promise<T> {
		await answers(1);
		if (this.isEnded) throw new EngineDiedError('it was ended', false);
		try {
			return await question(this.#engine);
		} catch (error) {
			if (error instanceof EngineDiedError) throw error;
			throw new EngineFaultError(error instanceof Error ? error.message : String(error));
		}
	}

	askPatiently<T>(question: Question<T>): Promise<T> {
		return this.ask(question);
	}

	dispose(): void {
		this.isEnded = true;
	}

	#happen(call: keyof AskedEngine): void {
		this.calls.push(call);
		this.#mishap(call);
	}
}

/** A screen that draws when it is told to. */
class HandClock {
	#now = 0;
	#waiting: ((now: number) => void)[] = [];

	readonly next = (): Promise<number> =>
		new Promise((resolve) => {
			this.#waiting.push(resolve);
		});

	/** Draws once, so many milliseconds later, and lets the engine answer. */
	async tick(milliseconds: number): Promise<void> {
		this.#now += milliseconds;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve(this.#now);
		await answers(8);
	}
}

/** A host whose engines are the ones that `start` makes, one after the other. */
export function hostOf(start: () => Connection): EngineHost {
	return new EngineHost([{ start, notice: null }]);
}

/** What a run of a test is, and whose engine it has. */
export interface Playing {
	readonly scenario: Scenario;
	readonly host: EngineHost;
	readonly preset?: Preset;
}

/** Runs on one clock that a test moves. */
export function playerOf(playing: readonly Playing[], speed = 1) {
	const clock = new HandClock();
	const runs = playing.map(
		({ scenario, host, preset: from = preset('ten-slots') }) =>
			new PlayedRun(new Conversation(host), from, scenario)
	);
	const playback = new Playback(runs, speed, { clock: clock.next, isStill: () => true });
	const open = (seconds = 0) =>
		playback.open(
			playing.map(({ scenario }, index) => ({ run: runs[index] as PlayedRun, scenario })),
			seconds * 1e9
		);
	return { clock, runs, playback, edits: new Edits(playback), open };
}
