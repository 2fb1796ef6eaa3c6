import { type Nanoseconds, toSeconds } from '../core/kernel/time';
import { parameter } from '../core/scenario/parameters';
import type { MistakeKey, ParameterKey, ParameterValue, Scenario } from '../core/scenario/scenario';
import { asBegun, withChange } from '../core/scenario/with-change';
import type { Preset } from '../core/strategies/preset';
import type { Opening, Playback } from './player/playback.svelte';
import type { PlayedRun } from './player/played-run.svelte';
import { reasonAgainst } from './reason-against';

/** So many steps back are kept: more than anybody goes, and an end to what a page holds on to. */
const MOST_STATES = 100;

/** One run as it stood. */
interface RunState {
	readonly run: PlayedRun;
	readonly preset: Preset;
	readonly scenario: Scenario;
}

/** How the runs of a player stood together, to come back to. */
interface BoardState {
	readonly runs: readonly RunState[];
	readonly speed: number;
	readonly time: Nanoseconds;
}

/**
 * Everything that changes the runs of a player, one step of undo each, however many runs it changes. A
 * drag of a slider is one step.
 */
export class Edits {
	#past: readonly BoardState[] = $state.raw([]);
	#future: readonly BoardState[] = $state.raw([]);
	readonly canUndo = $derived(this.#past.length > 0);
	readonly canRedo = $derived(this.#future.length > 0);

	readonly #playback: Playback;
	/** While a slider is dragged: how things stood when the drag began. */
	#drag: BoardState | null = null;
	#pendingPreview: (() => Promise<void>) | null = null;

	constructor(playback: Playback) {
		this.#playback = playback;
	}

	/** Turns a knob of these runs now, and ends the drag of its slider. */
	async turn(
		key: ParameterKey,
		to: ParameterValue,
		runs: readonly PlayedRun[] = this.#playback.runs
	): Promise<void> {
		if (!this.#playback.mayMove()) return;
		const from = this.#drag ?? this.#present();
		this.#drag = null;
		this.#pendingPreview = null;
		await this.#turnFrom(from, key, to, runs, true);
	}

	/** Shows what a turn would do, while a slider is dragged; `turn` makes it so. */
	async preview(
		key: ParameterKey,
		to: ParameterValue,
		runs: readonly PlayedRun[] = this.#playback.runs
	): Promise<void> {
		if (!this.#playback.mayMove()) return;
		this.#drag ??= this.#present();
		const from = this.#drag;
		if (parameter(key).live && from.time > 0 && !this.#playback.playing) {
			await this.#glimpseFrom(from, key, to, runs);
			return;
		}
		const isIdle = this.#pendingPreview === null;
		this.#pendingPreview = () => this.#turnFrom(from, key, to, runs, false);
		if (!isIdle) return;
		// The latest wins: values that come while one is being shown replace each other.
		while (this.#pendingPreview !== null) {
			const show: () => Promise<void> = this.#pendingPreview;
			await show();
			if (this.#pendingPreview === show) this.#pendingPreview = null;
		}
	}

	/** Ends a drag as if it had never been: the finger was to scroll the page. */
	async takeBack(): Promise<void> {
		const from = this.#drag;
		this.#drag = null;
		this.#pendingPreview = null;
		if (from !== null) await this.#playback.open(from.runs, from.time);
	}

	/** Writes the strategies with these mistakes; the runs begin anew, with the knobs as they stand. */
	async switchMistakes(
		mistakes: readonly MistakeKey[],
		runs: readonly PlayedRun[] = this.#playback.runs
	): Promise<void> {
		if (!this.#playback.mayMove()) return;
		const { time } = this.#remember();
		await this.#begin(runs, (scenario) => ({ ...asBegun(scenario, toSeconds(time)), mistakes }));
	}

	/** Back to time 0, with the knobs as they stand. */
	async reset(): Promise<void> {
		if (!this.#playback.mayMove()) return;
		const { time } = this.#remember();
		await this.#begin(this.#playback.runs, (scenario) => asBegun(scenario, toSeconds(time)));
	}

	/**
	 * Begins a preset in a run, with its own speed if it is another one.
	 * @param scenario with its own knobs, unless some are to be otherwise
	 */
	async choose(preset: Preset, run: PlayedRun, scenario = preset.scenario): Promise<void> {
		if (!this.#playback.mayMove()) return;
		this.#remember();
		if (preset !== run.preset) this.#playback.setSpeed(preset.speed);
		run.preset = preset;
		await this.#begin([run], () => scenario);
	}

	/** Takes back the last turned knob, reset or choice. */
	async undo(): Promise<void> {
		const state = this.#past.at(-1);
		if (state === undefined || !this.#playback.mayMove()) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, this.#present()];
		await this.#restore(state);
	}

	/** Makes what was taken back last so again. */
	async redo(): Promise<void> {
		const state = this.#future.at(-1);
		if (state === undefined || !this.#playback.mayMove()) return;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, this.#present()];
		await this.#restore(state);
	}

	/** Nothing that was before can be taken back. */
	forget(): void {
		this.#past = [];
		this.#future = [];
		this.#drag = null;
	}

	async #turnFrom(
		from: BoardState,
		key: ParameterKey,
		to: ParameterValue,
		runs: readonly PlayedRun[],
		isFinal: boolean
	): Promise<void> {
		const turned = turnedFrom(from, key, to, runs);
		if (isRefused(turned)) {
			const moved = from.runs.filter(({ run, scenario }) => run.scenario !== scenario);
			if (moved.length > 0) await this.#playback.open(moved, from.time);
			return;
		}
		const before = new Map(from.runs.map(({ run, scenario }) => [run, scenario]));
		const isNew = turned.some(({ run, scenario }) => !isSame(scenario, before.get(run)));
		if (isFinal && isNew) this.#push(from);
		await this.#playback.open(turned, parameter(key).live ? this.#playback.time : 0);
	}

	/** While the runs stand still, what a turn would do is seen without making it so. */
	async #glimpseFrom(
		from: BoardState,
		key: ParameterKey,
		to: ParameterValue,
		runs: readonly PlayedRun[]
	): Promise<void> {
		const turned = turnedFrom(from, key, to, runs);
		const shown = isRefused(turned) ? from.runs.filter(({ run }) => runs.includes(run)) : turned;
		const wish = new Map(shown.map(({ run, scenario }) => [run, scenario]));
		await this.#playback.glimpse(wish, from.time);
	}

	#begin(runs: readonly PlayedRun[], scenarioOf: (scenario: Scenario) => Scenario): Promise<void> {
		const openings = runs.map((run) => ({ run, scenario: scenarioOf(run.scenario) }));
		return this.#playback.open(openings, 0);
	}

	async #restore({ runs, speed, time }: BoardState): Promise<void> {
		this.#drag = null;
		for (const { run, preset } of runs) run.preset = preset;
		this.#playback.setSpeed(speed);
		await this.#playback.open(runs, time);
	}

	#present(): BoardState {
		const { runs, speed, time } = this.#playback;
		return {
			runs: runs.map((run) => ({ run, preset: run.preset, scenario: run.scenario })),
			speed,
			time
		};
	}

	/** Makes how things stand a state to come back to, and ends any drag. */
	#remember(): BoardState {
		const state = this.#present();
		this.#drag = null;
		this.#push(state);
		return state;
	}

	#push(state: BoardState): void {
		this.#past = [...this.#past, state].slice(-MOST_STATES);
		this.#future = [];
	}
}

/** What these runs would be if the knob had been turned where they stood. */
function turnedFrom(
	from: BoardState,
	key: ParameterKey,
	to: ParameterValue,
	runs: readonly PlayedRun[]
): readonly Opening[] {
	return from.runs
		.filter(({ run }) => runs.includes(run))
		.map(({ run, scenario }) => {
			return { run, scenario: withChange(scenario, key, to, toSeconds(from.time)) };
		});
}

/** Whether a rule speaks against any of them, which is said beside that run. */
function isRefused(turned: readonly Opening[]): boolean {
	for (const { run, scenario } of turned) run.trouble = reasonAgainst(scenario);
	return turned.some(({ run }) => run.trouble !== null);
}

function isSame(one: Scenario, other: Scenario | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
