import type { MutantCatalogue } from '../../mutant';

const semaphore = 'core/primitives/semaphore.ts';
const queue = 'core/kernel/processes/wait-queue.ts';

const MAY_SERVE = 'if (first === null || !this.#hasFree(wanted(first))) return;';
const SERVES = '() => this.#serve()';

/** The bugs that people write into semaphores. */
export const SEMAPHORE_MUTANTS: MutantCatalogue = {
	name: 'semaphore',
	suite: 'primitives/semaphore/suite.ts',
	mutants: [
		{
			bug: 'lets an attempt overtake those who wait',
			file: semaphore,
			text: "if (this.#waiters.length > 0 || !this.#hasFree(checkedCount('permits', permits))) return false;",
			instead: "if (!this.#hasFree(checkedCount('permits', permits))) return false;",
			killedBy: 'S1 '
		},
		{
			bug: 'serves whoever fits, and starves those who ask for many',
			file: semaphore,
			text: `
			const { first } = this.#waiters;
			${MAY_SERVE}`,
			instead: `
			const first = [...this.#waiters].find((waiter) => this.#hasFree(wanted(waiter)));
			if (first === undefined) return;`,
			killedBy: 'S2 one that asks for many'
		},
		{
			bug: 'passes over the first that does not fit',
			file: semaphore,
			text: `
			const { first } = this.#waiters;
			${MAY_SERVE}`,
			instead: `
			const [one, other] = this.#waiters;
			const first = one !== undefined && this.#hasFree(wanted(one)) ? one : other;
			if (first === undefined || !this.#hasFree(wanted(first))) return;`,
			killedBy: 'S2 those who wait'
		},
		{
			bug: 'serves one at each release, however many fit',
			file: semaphore,
			text: 'for (;;) {',
			instead: 'for (let served = 0; served < 1; served++) {',
			killedBy: 'tasks begin'
		},
		{
			bug: 'puts one that asks for more than there are in front of the others',
			file: semaphore,
			text: 'const queue = permits > this.#size ? this.#hopeless : this.#waiters;',
			instead: 'const queue = this.#waiters;',
			killedBy: 'S3 '
		},
		{
			bug: 'forgets those behind one that gives up',
			file: semaphore,
			text: SERVES,
			instead: '() => {}',
			killedBy: 'S4 when the first'
		},
		{
			bug: 'serves the second when one in the middle gives up',
			file: semaphore,
			text: SERVES,
			instead: `() => {
			const [, second] = this.#waiters;
			if (second === undefined || !this.#hasFree(wanted(second))) return;
			this.#waiters.remove(second);
			this.#held += wanted(second);
			simulation.wake(second, undefined);
		}`,
			killedBy: 'S4 when one in the middle'
		},
		{
			bug: 'takes the permits before it looks whether the process was interrupted',
			file: semaphore,
			text: `
		const operation = this.#simulation.begin() as Operation<void>;
		if (this.tryAcquire(permits)) return`,
			instead: `
		const hasPermits = this.tryAcquire(permits);
		const operation = this.#simulation.begin() as Operation<void>;
		if (hasPermits) return`,
			killedBy: 'S5 '
		},
		{
			bug: 'lets its count go below 0',
			file: semaphore,
			text: "if (checkedCount('permits', permits) > this.#held) {",
			instead: 'if (checkedCount("permits", permits) === Infinity) {',
			killedBy: 'S7 '
		},
		{
			bug: 'gives a permit to one that was interrupted before',
			file: queue,
			text: `
		this.remove(waiter);
		this.#onabandoned?.();`,
			instead: `
		this.#onabandoned?.();`,
			killedBy: 'S8 '
		},
		{
			bug: 'has a permit too many',
			file: semaphore,
			text: 'return this.#size - this.#held >= permits;',
			instead: 'return this.#size - this.#held >= permits - 1;',
			killedBy: 'the steps of the test of Go'
		},
		{
			bug: 'loses a permit of each that gives up',
			file: semaphore,
			text: SERVES,
			instead: `() => {
			this.#held++;
			this.#serve();
		}`,
			killedBy: 'whoever is interrupted'
		}
	]
};
