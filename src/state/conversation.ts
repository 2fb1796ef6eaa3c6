import type { Nanoseconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';
import { EngineDiedError } from '../engine/link';
import type { Frame, History, RunId, Target } from '../engine/protocol';
import type { Story } from '../engine/story';
import type { EngineHost, Question } from './engine-host';

/** So many deaths in a row without an answer between them, and the engine is given up. */
const MOST_DEATHS = 3;

/**
 * The talk with the engine about one run at a time. Questions are put one after the other. An
 * engine that dies is replaced and the run is replayed to the event it stood at, so the one who
 * asks notices nothing but the time it takes.
 */
export class Conversation {
	/** Called with one sentence when an engine was replaced. */
	onrevived: (sentence: string) => void = () => {};
	/** Called with one sentence when no engine can be had. No question is answered any more. */
	onlost: (sentence: string) => void = () => {};

	readonly #host: Pick<EngineHost, 'ask' | 'bury'>;
	#run: RunId = 0;
	#scenario: Scenario | null = null;
	#last: Frame | null = null;
	#deaths = 0;
	#line: Promise<unknown> = Promise.resolve();

	constructor(host: Pick<EngineHost, 'ask' | 'bury'>) {
		this.#host = host;
	}

	/** Opens a run and goes toward `time` for one slice. */
	open(scenario: Scenario, time: Nanoseconds, window: Nanoseconds): Promise<Frame> {
		return this.#inLine(async () => {
			this.#scenario = scenario;
			const run = ++this.#run;
			const frame = await this.#ask((engine) => engine.open(run, scenario, time, window));
			this.#last = frame;
			return frame;
		});
	}

	/** Goes toward a target for one slice. */
	travel(target: Target, window: Nanoseconds): Promise<Frame> {
		return this.#inLine(async () => {
			const run = this.#run;
			const frame = await this.#ask((engine) => engine.travel(run, target, window));
			this.#last = frame;
			return frame;
		});
	}

	/** Goes toward what the run would show at `time` with these changes from there on, for a slice. */
	glimpse(time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Promise<Frame> {
		return this.#inLine(() => {
			const run = this.#run;
			return this.#ask((engine) => engine.glimpse(run, time, changes, window));
		});
	}

	preview(time: Nanoseconds): Promise<Frame | null> {
		return this.#inLine(() => {
			const run = this.#run;
			return this.#ask((engine) => engine.preview(run, time));
		});
	}

	/** The columns from `first` on, or all of them if the story is about another run. */
	history(story: Story, first: number): Promise<History> {
		return this.#inLine(() => {
			const run = this.#run;
			const from = story.run === run ? first : 0;
			return this.#ask((engine) => engine.history(run, from));
		});
	}

	/** Gives the engine a slice to get ready while somebody looks at a frame. True when it is ready. */
	rest({ time, event }: Frame): Promise<boolean> {
		return this.#inLine(() => {
			const run = this.#run;
			return this.#ask((engine) => engine.rest(run, time, event));
		});
	}

	/** Waits until every earlier question is answered. A question that failed holds nobody up. */
	#inLine<T>(question: () => Promise<T>): Promise<T> {
		const answer = this.#line.then(question);
		this.#line = answer.catch(() => {});
		return answer;
	}

	async #ask<T>(question: Question<T>): Promise<T> {
		try {
			const answer = await this.#host.ask(question);
			this.#deaths = 0;
			return answer;
		} catch (error) {
			if (!(error instanceof EngineDiedError)) throw error;
			if (++this.#deaths > MOST_DEATHS) return this.#giveUp();
			await this.#revive();
			return this.#ask(question);
		}
	}

	#giveUp(): Promise<never> {
		this.onlost(
			'The engine does not start any more. The address still holds this run: load the page again.'
		);
		return new Promise(() => {});
	}

	/** Starts a new engine and replays the run to where it was last seen. */
	async #revive(): Promise<void> {
		this.#host.bury();
		const scenario = this.#scenario;
		if (scenario === null) return;
		const run = this.#run;
		const last = this.#last?.run === run ? this.#last : null;
		await this.#ask((engine) => engine.open(run, scenario, 0, 0));
		if (last === null) return;
		const replayed = await this.#arrive({ kind: 'event', event: last.event });
		await this.#arrive({ kind: 'time', time: last.time });
		this.onrevived(
			replayed.digest === last.digest
				? 'The engine stopped answering. A new one replayed the run to where it was; nothing is lost.'
				: 'The engine stopped answering. A new one was started, but its replay differs: please report this.'
		);
	}

	async #arrive(target: Target): Promise<Frame> {
		const run = this.#run;
		for (;;) {
			const frame = await this.#ask((engine) => engine.travel(run, target, 0));
			if (frame.arrived || frame.stopped !== null) return frame;
		}
	}
}
