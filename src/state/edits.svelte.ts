import { type Nanoseconds, toSeconds } from '../core/kernel/time';
import type { MistakeKey } from '../core/scenario/mistakes';
import { parameter } from '../core/scenario/parameters';
import type { ParameterKey, ParameterValue, Scenario } from '../core/scenario/scenario';
import { asBegun, withChange } from '../core/scenario/with-change';
import type { Preset } from '../core/strategies/preset';
import type { LabRun } from './lab-run.svelte';
import { reasonAgainst } from './reason-against';

/** Where undo leads back to. */
interface UndoState {
	readonly preset: Preset;
	readonly scenario: Scenario;
	readonly speed: number;
	readonly time: Nanoseconds;
}

/** Everything that changes a run, as one step of undo each. */
export class Edits {
	#undoStates: readonly UndoState[] = $state.raw([]);
	readonly canUndo = $derived(this.#undoStates.length > 0);

	readonly #run: LabRun;
	/** While a slider is dragged: how things stood when the drag began. */
	#drag: UndoState | null = null;
	#pendingPreview: (() => Promise<void>) | null = null;

	constructor(run: LabRun) {
		this.#run = run;
	}

	/** Turns a knob now, and ends the drag of its slider. */
	async turn(key: ParameterKey, to: ParameterValue): Promise<void> {
		const from = this.#drag ?? this.#present();
		this.#drag = null;
		this.#pendingPreview = null;
		await this.#turnFrom(from, key, to, true);
	}

	/** Shows what a turn would do, while a slider is dragged; `turn` makes it so. */
	async preview(key: ParameterKey, to: ParameterValue): Promise<void> {
		this.#drag ??= this.#present();
		const from = this.#drag;
		const isIdle = this.#pendingPreview === null;
		this.#pendingPreview = () => this.#turnFrom(from, key, to, false);
		if (!isIdle) return;
		// The latest wins: values that come while one is being shown replace each other.
		while (this.#pendingPreview !== null) {
			const show: () => Promise<void> = this.#pendingPreview;
			await show();
			if (this.#pendingPreview === show) this.#pendingPreview = null;
		}
	}

	/** Writes the strategy with these mistakes; the run begins anew, with the knobs as they stand. */
	async switchMistakes(mistakes: readonly MistakeKey[]): Promise<void> {
		const { scenario, time } = this.#remember();
		await this.#run.show({ ...asBegun(scenario, toSeconds(time)), mistakes }, 0);
	}

	/** Back to time 0, with the knobs as they stand. */
	async reset(): Promise<void> {
		const { scenario, time } = this.#remember();
		await this.#run.show(asBegun(scenario, toSeconds(time)), 0);
	}

	/** Begins a preset, with its own knobs and, if it is another one, its own speed. */
	async choose(preset: Preset): Promise<void> {
		this.#remember();
		const run = this.#run;
		if (preset !== run.preset) run.speed = preset.speed;
		run.preset = preset;
		await run.show(preset.scenario, 0);
	}

	/** Takes back the last turned knob, reset or choice of a preset. */
	async undo(): Promise<void> {
		const state = this.#undoStates.at(-1);
		if (state === undefined) return;
		this.#undoStates = this.#undoStates.slice(0, -1);
		this.#drag = null;
		this.#run.preset = state.preset;
		this.#run.speed = state.speed;
		await this.#run.show(state.scenario, state.time);
	}

	/** Nothing that was before can be taken back. */
	forget(): void {
		this.#undoStates = [];
		this.#drag = null;
	}

	async #turnFrom(from: UndoState, key: ParameterKey, to: ParameterValue, isFinal: boolean) {
		const run = this.#run;
		const scenario = withChange(from.scenario, key, to, toSeconds(from.time));
		const reason = reasonAgainst(scenario);
		run.trouble = reason;
		if (reason !== null) {
			if (run.scenario !== from.scenario) await run.show(from.scenario, from.time);
			return;
		}
		if (isFinal && !isSame(scenario, from.scenario)) this.#push(from);
		await run.show(scenario, parameter(key).live ? (run.frame?.time ?? 0) : 0);
	}

	#present(): UndoState {
		const { preset, scenario, speed, frame } = this.#run;
		return { preset, scenario, speed, time: frame?.time ?? 0 };
	}

	/** Makes how things stand a state to come back to, and ends any drag. */
	#remember(): UndoState {
		const state = this.#present();
		this.#drag = null;
		this.#push(state);
		return state;
	}

	#push(state: UndoState): void {
		this.#undoStates = [...this.#undoStates, state];
	}
}

function isSame(one: Scenario, other: Scenario): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
