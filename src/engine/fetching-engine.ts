import type { Nanoseconds } from '../core/kernel/time';
import type { Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import { LocalEngine } from './engine';
import { fetchStrategy } from './fetch-strategy';
import type { Engine, Frame, History, RunId, Target } from './protocol';

/** An engine that fetches the strategies of the scenarios it is asked to run. */
export class FetchingEngine implements Engine {
	readonly #engine = new LocalEngine(() => performance.now());
	/** The strategies that are here, by name and mistakes. */
	readonly #strategies = new Map<string, Strategy>();

	async prepare(scenario: Scenario): Promise<void> {
		const name = nameOf(scenario);
		if (!this.#strategies.has(name)) this.#strategies.set(name, await fetchStrategy(scenario));
	}

	/** @throws {RangeError} if the scenario was not prepared. */
	open(
		run: RunId,
		scenario: Scenario,
		time: Nanoseconds,
		window: Nanoseconds,
		replaced: RunId | null
	): Frame {
		const Strategy = this.#strategies.get(nameOf(scenario));
		if (Strategy === undefined) throw new RangeError(`${nameOf(scenario)} was not prepared`);
		return this.#engine.open(run, scenario, Strategy, time, window, replaced);
	}

	close(run: RunId): void {
		this.#engine.close(run);
	}

	travel(run: RunId, target: Target, window: Nanoseconds): Frame {
		return this.#engine.travel(run, target, window);
	}

	preview(run: RunId, time: Nanoseconds): Frame | null {
		return this.#engine.preview(run, time);
	}

	rest(run: RunId): boolean {
		return this.#engine.rest(run);
	}

	history(run: RunId, first: number): History {
		return this.#engine.history(run, first);
	}
}

/** Names the code that a scenario runs on: a strategy with its mistakes. */
function nameOf({ strategy, mistakes }: Scenario): string {
	return [strategy, ...mistakes].join(' with ');
}
