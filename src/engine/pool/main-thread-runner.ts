import type { LocalRunner } from './local-runner';
import type { MortalRunner } from './member';
import type { Code, CodeName, Job, Slice } from './runner';

/** A runner in the page's own thread. The core is fetched only when it is first asked for. */
export class MainThreadRunner implements MortalRunner {
	#runner: LocalRunner | null = null;

	async fetchCode(name: CodeName): Promise<Code> {
		try {
			const { LocalRunner } = await import('./local-runner');
			this.#runner ??= new LocalRunner(() => performance.now());
		} catch {
			return 'unreachable';
		}
		return this.#runner.fetchCode(name);
	}

	async work(jobs: readonly Job[], milliseconds: number): Promise<Slice> {
		return this.#runner?.work(jobs, milliseconds) ?? { over: [], begun: null };
	}

	forget(): void {
		this.#runner?.forget();
	}

	dispose(): void {
		this.#runner = null;
	}
}
