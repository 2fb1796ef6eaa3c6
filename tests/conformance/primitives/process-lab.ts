import { Interruption } from '../../../src/core/kernel/processes/interruption';
import type { Process, Steps } from '../../../src/core/kernel/processes/operation';
import type { RunningProcess } from '../../../src/core/kernel/processes/running-process';
import { Simulation } from '../../../src/core/kernel/simulation';
import { ChannelError } from '../../../src/core/primitives/channel';

/** A simulation whose processes write down what happens to them, and when. */
export class ProcessLab {
	readonly simulation = new Simulation();
	readonly log: [at: number, what: string][] = [];

	/** What was written down, without the times. */
	get said(): readonly string[] {
		return this.log.map(([, what]) => what);
	}

	note(what: unknown): void {
		this.log.push([this.simulation.now, String(what)]);
	}

	/** Starts a process at a time; it writes down why it failed or was interrupted. */
	go(at: number, body: () => Steps, name = 'process'): RunningProcess {
		return this.simulation.spawn(this.#run(at, body), name);
	}

	/** Runs until nothing can happen any more. */
	run(): this {
		this.simulation.advance(Infinity);
		return this;
	}

	*#run(at: number, body: () => Steps): Process {
		yield* this.simulation.sleep(at - this.simulation.now);
		try {
			yield* body();
		} catch (error) {
			if (!(error instanceof ChannelError || error instanceof Interruption)) throw error;
			this.note(error.message);
		}
	}
}
