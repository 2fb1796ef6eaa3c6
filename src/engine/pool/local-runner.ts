import { resultOf } from '../../core/run/result';
import { Run } from '../../core/run/run';
import { fetchStrategy } from '../fetch-strategy';
import type { Code, CodeName, Job, Outcome, Runner, Slice } from './runner';

/** Events between two looks at the clock. */
const EVENTS_PER_LOOK = 1000;

/** Runs scenarios in the thread it is created in. Keeps one run at most, that of the job begun. */
export class LocalRunner implements Runner {
	readonly #clock: () => number;
	#job: Job | null = null;
	#run: Run | null = null;

	/** @param clock tells the time in milliseconds */
	constructor(clock: () => number) {
		this.#clock = clock;
	}

	async fetchCode(name: CodeName): Promise<Code> {
		try {
			await fetchStrategy(name);
			return 'ready';
		} catch (error) {
			return error instanceof RangeError ? 'unknown' : 'unreachable';
		}
	}

	async work(jobs: readonly Job[], milliseconds: number): Promise<Slice> {
		const deadline = this.#clock() + milliseconds;
		const over: { id: number; outcome: Outcome }[] = [];
		const waiting = [...jobs];
		do {
			this.#job ??= waiting.shift() ?? null;
			if (this.#job === null) break;
			const outcome = await this.#look(this.#job);
			if (outcome !== null) {
				over.push({ id: this.#job.id, outcome });
				this.forget();
			}
		} while (this.#clock() < deadline);
		return { over, begun: this.#standing() };
	}

	forget(): void {
		this.#job = null;
		this.#run = null;
	}

	/** Works at a job until the next look at the clock; null if that is not the end of it. */
	async #look({ scenario }: Job): Promise<Outcome | null> {
		try {
			this.#run ??= new Run(scenario, await fetchStrategy(scenario));
			const hasEnded = this.#run.advance(Infinity, EVENTS_PER_LOOK);
			if (!hasEnded) return null;
			const { scenario: _, ...result } = resultOf(this.#run);
			return { result };
		} catch (error) {
			return { failure: error instanceof Error ? error.message : String(error) };
		}
	}

	#standing(): Slice['begun'] {
		if (this.#job === null || this.#run === null) return null;
		return { id: this.#job.id, share: this.#run.time / this.#run.end };
	}
}
