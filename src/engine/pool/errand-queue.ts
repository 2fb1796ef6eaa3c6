import type { Scenario, StrategyId } from '../../core/scenario/scenario';
import type { Batch } from './batch';

/** So many runners may die at one scenario; then it is given up. */
const DEATHS = 3;

/** A scenario of a batch, on its way to its outcome. */
export interface Errand {
	/** Its number in the pool. */
	readonly id: number;
	readonly batch: Batch;
	/** Its place in the batch. */
	readonly index: number;
	readonly scenario: Scenario;
	/** So many runners died with it in hand. */
	deaths: number;
}

/** What nobody has begun yet, in the order in which it is to be begun. */
export class ErrandQueue {
	#errands: Errand[] = [];
	#lastId = 0;

	get length(): number {
		return this.#errands.length;
	}

	get first(): Errand | undefined {
		return this.#errands[0];
	}

	/** Puts the scenarios of a batch behind all others. */
	add(batch: Batch, scenarios: readonly Scenario[]): void {
		for (const [index, scenario] of scenarios.entries()) {
			this.#errands.push({ id: this.#lastId++, batch, index, scenario, deaths: 0 });
		}
	}

	/** Takes the first away. */
	shift(): Errand | undefined {
		return this.#errands.shift();
	}

	/** Puts errands in front again, as far as somebody still wants them. */
	giveBack(errands: readonly Errand[]): void {
		this.#errands.unshift(...errands.filter(({ batch }) => !batch.isOver));
	}

	/** Gives back what a runner had in hand that died of something, or gives it up. */
	giveBackFromDead(errands: readonly Errand[]): void {
		for (const errand of errands) errand.deaths++;
		this.giveBack(errands.filter(({ deaths }) => deaths < DEATHS));
		for (const { batch, index, deaths } of errands) {
			if (deaths < DEATHS) continue;
			const failure = `${DEATHS} Web Workers ended at this run, perhaps for want of memory: lower duration or source.rate`;
			batch.settle(index, { failure });
		}
	}

	/** Says of every errand that wants this strategy why it cannot be run. */
	refuse(strategy: StrategyId, failure: string): void {
		const isRefused = ({ scenario }: Errand) => scenario.strategy === strategy;
		const refused = this.#errands.filter(isRefused);
		this.#errands = this.#errands.filter((errand) => !isRefused(errand));
		for (const { batch, index } of refused) batch.settle(index, { failure });
	}

	/** Drops what nobody wants any more. */
	tidy(): void {
		this.#errands = this.#errands.filter(({ batch }) => !batch.isOver);
	}
}
