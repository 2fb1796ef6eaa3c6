import type { Nanoseconds } from '../../core/kernel/time';
import type { Change, Scenario } from '../../core/scenario/scenario';
import type { Connection, Question } from '../../engine/connection/connection';
import {
	EngineAbsentError,
	EngineDiedError,
	EngineFaultError
} from '../../engine/connection/failures';
import type { Frame, History, RunId, Target } from '../../engine/protocol';
import type { Story } from '../../engine/story/story';
import type { EngineHost } from './engine-host';

/** An engine that dies so often at one question is not asked it again by itself. */
const MOST_DEATHS = 3;

/**
 * The talk with the engine about one run. Questions are put one after the other. An engine that dies
 * is replaced and the run is replayed to the event it stood at, so the one who asks notices nothing
 * but the time it takes. Every question may be asked again after it has failed.
 *
 * Every question throws `EngineDiedError` if engines died at it three times, `EngineFaultError` if the
 * engine answered that it cannot, and `EngineAbsentError` if there is no engine to be had.
 */
export class Conversation {
	/** Called with one sentence when an engine was replaced. */
	onrevived: (sentence: string) => void = () => {};

	readonly #host: EngineHost;
	#run: RunId;
	#scenario: Scenario | null = null;
	/** What was shown last of this run, to come back to. */
	#last: Frame | null = null;
	/** The engine in which the run is open, and the one in which it was open before. */
	#openIn: Connection | null = null;
	#openedIn: Connection | null = null;
	#line: Promise<unknown> = Promise.resolve();

	constructor(host: EngineHost) {
		this.#host = host;
		this.#run = host.newRun();
	}

	/** Sees to it that the code of a scenario is there. The run that is open stays as it is. */
	prepare(scenario: Scenario): Promise<void> {
		return this.#inLine(() =>
			this.#persist((connection) => connection.askPatiently((engine) => engine.prepare(scenario)))
		);
	}

	/** Opens a run in place of the one before and goes toward `time` for one slice. */
	open(scenario: Scenario, time: Nanoseconds, window: Nanoseconds): Promise<Frame> {
		return this.#inLine(async () => {
			const replaced = this.#scenario === null ? null : this.#run;
			this.#scenario = scenario;
			this.#run = this.#host.newRun();
			this.#last = null;
			return this.#remember(
				await this.#persist(async (connection) => {
					await connection.askPatiently((engine) => engine.prepare(scenario));
					const known = this.#openIn === connection ? replaced : null;
					const frame = await this.#askOfRun(connection, (engine) =>
						engine.open(this.#run, scenario, time, window, known)
					);
					this.#openIn = this.#openedIn = connection;
					return frame;
				})
			);
		});
	}

	/** Goes toward a target for one slice. */
	travel(target: Target, window: Nanoseconds): Promise<Frame> {
		return this.#inLine(async () => {
			return this.#remember(await this.#ask((engine) => engine.travel(this.#run, target, window)));
		});
	}

	/** Goes toward what the run would show at `time` with these changes from there on, for a slice. */
	glimpse(time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Promise<Frame> {
		return this.#inLine(() => {
			return this.#ask((engine) => engine.glimpse(this.#run, time, changes, window));
		});
	}

	preview(time: Nanoseconds): Promise<Frame | null> {
		return this.#inLine(() => this.#ask((engine) => engine.preview(this.#run, time)));
	}

	/** The columns from `first` on, or all of them if the story is about another run. */
	history(story: Story, first: number): Promise<History> {
		return this.#inLine(() => {
			const from = story.run === this.#run ? first : 0;
			return this.#ask((engine) => engine.history(this.#run, from));
		});
	}

	/** Gives the engine a slice to get ready while somebody looks at a frame. True when it is ready. */
	rest({ time, event }: Frame): Promise<boolean> {
		return this.#inLine(() => this.#ask((engine) => engine.rest(this.#run, time, event)));
	}

	/** Ends the run. Nothing more is asked about it. */
	close(): Promise<void> {
		return this.#inLine(async () => {
			const connection = this.#openIn;
			this.#openIn = null;
			// An engine that is dead has forgotten it.
			await connection?.ask((engine) => engine.close(this.#run)).catch(() => {});
		});
	}

	/** Waits until every earlier question is answered. A question that failed holds nobody up. */
	#inLine<T>(question: () => Promise<T>): Promise<T> {
		const answer = this.#line.then(question);
		this.#line = answer.catch(() => {});
		return answer;
	}

	#remember(frame: Frame): Frame {
		this.#last = frame;
		return frame;
	}

	/** Asks about the run that is open; in an engine that does not know it, it is opened first. */
	#ask<T>(question: Question<T>): Promise<T> {
		return this.#persist(async (connection) => {
			if (this.#openIn !== connection) await this.#reopen(connection);
			return this.#askOfRun(connection, question);
		});
	}

	/** Who knows how a run stands after a fault: the next question opens it afresh. */
	async #askOfRun<T>(connection: Connection, question: Question<T>): Promise<T> {
		try {
			return await connection.ask(question);
		} catch (error) {
			if (error instanceof EngineFaultError) {
				this.#openIn = null;
				void connection.ask((engine) => engine.close(this.#run)).catch(() => {});
			}
			throw error;
		}
	}

	/** Tries with the present engine, and with another when that dies, three times at most. */
	async #persist<T>(attempt: (connection: Connection) => Promise<T>): Promise<T> {
		for (let deaths = 0; ; ) {
			const connection = await this.#host.engine();
			try {
				return await attempt(connection);
			} catch (error) {
				if (error instanceof EngineAbsentError) await this.#host.climbDown(connection, error);
				else if (error instanceof EngineDiedError) {
					this.#host.bury(connection);
					if (error.isCulprit && ++deaths === MOST_DEATHS) throw error;
				} else throw error;
			}
		}
	}

	/** Opens the run in an engine that does not know it, and replays it to where it was last seen. */
	async #reopen(connection: Connection): Promise<void> {
		const scenario = this.#scenario;
		if (scenario === null) throw new RangeError('no run was opened');
		await connection.askPatiently((engine) => engine.prepare(scenario));
		await connection.ask((engine) => engine.open(this.#run, scenario, 0, 0, null));
		const last = this.#last;
		if (last !== null) {
			const replayed = await this.#arrive(connection, { kind: 'event', event: last.event });
			await this.#arrive(connection, { kind: 'time', time: last.time });
			// An engine that only failed to answer is still the same.
			if (connection !== this.#openedIn) this.onrevived(revival(replayed.digest === last.digest));
		}
		this.#openIn = this.#openedIn = connection;
	}

	async #arrive(connection: Connection, target: Target): Promise<Frame> {
		for (;;) {
			const frame = await connection.ask((engine) => engine.travel(this.#run, target, 0));
			if (frame.arrived || frame.stopped !== null) return frame;
		}
	}
}

function revival(isTheSame: boolean): string {
	return isTheSame
		? 'The engine stopped answering. A new one replayed the run to where it was; nothing is lost.'
		: 'The engine stopped answering. A new one was started, but its replay differs: please report this.';
}
