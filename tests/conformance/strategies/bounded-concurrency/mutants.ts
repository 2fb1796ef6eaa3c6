import type { MutantCatalogue } from '../../mutant';

const strategy = 'core/strategies/bounded-concurrency/bounded-concurrency.ts';
const mechanism = 'core/strategies/bounded-concurrency/mechanism.ts';
const table = 'core/strategies/bounded-concurrency/permit-table.ts';

const TASK = `
		try {
			const worker = yield* this.workers.hire();
			yield* worker.serve(record);
			this.topic.commit(record);
		} finally {
			this.release(record);
		}`;

/** The bugs that people write into tasks that need a permit each. */
export const BOUNDED_MUTANTS: MutantCatalogue = {
	name: 'bounded-concurrency',
	suite: 'strategies/bounded-concurrency/suite.ts',
	mutants: [
		{
			bug: 'that releases only after work that went well',
			file: strategy,
			text: TASK,
			instead: `
		const worker = yield* this.workers.hire();
		yield* worker.serve(record);
		this.topic.commit(record);
		this.release(record);`,
			killedBy: 'gives the permit back when the task fails in its service'
		},
		{
			bug: 'that waits for a worker outside of try',
			file: strategy,
			text: TASK,
			instead: `
		const worker = yield* this.workers.hire();
		try {
			yield* worker.serve(record);
			this.topic.commit(record);
		} finally {
			this.release(record);
		}`,
			killedBy: 'gives the permit back when the task fails or is stopped before'
		},
		{
			bug: 'that acquires and releases before the work',
			file: strategy,
			text: TASK,
			instead: `
		this.permits.release();
		const worker = yield* this.workers.hire();
		yield* worker.serve(record);
		this.topic.commit(record);
		this.holders.giveBack(record);`,
			killedBy: 'never lets more tasks begin'
		},
		{
			bug: 'that asks for no permit',
			file: strategy,
			text: 'yield* this.permits.acquire();',
			instead: 'this.permits.tryAcquire();',
			killedBy: ['never lets more tasks begin', 'polls no more while a record waits']
		},
		{
			bug: 'that asks for two permits and gives one back',
			file: strategy,
			text: 'yield* this.permits.acquire();',
			instead: 'yield* this.permits.acquire(2);',
			killedBy: 'gives every permit back when all is done'
		},
		{
			bug: 'that polls on and keeps what waits for a permit in a list of its own',
			file: strategy,
			text: `
			for (const record of yield* this.topic.poll(this.topic.pollOptions)) {
				yield* this.permits.acquire();
				this.start(record);
			}`,
			instead: `
			for (const record of yield* this.topic.poll(this.topic.pollOptions)) {
				this.world.simulation.go(this.#later(record), 'task', 2);
			}
		}
	}

	*#later(record: Message): Process {
		yield* this.permits.acquire();
		for (let held = 1; held > 0; held--) {
			this.start(record);`,
			killedBy: 'polls no more while a record waits'
		},
		{
			bug: 'that commits a record before it is done',
			file: strategy,
			text: `
			yield* worker.serve(record);
			this.topic.commit(record);`,
			instead: `
			this.topic.commit(record);
			yield* worker.serve(record);`,
			killedBy: 'commits a record when its work is done'
		},
		{
			bug: 'that never commits',
			file: strategy,
			text: 'this.topic.commit(record);',
			instead: '',
			killedBy: 'commits a record when its work is done'
		},
		{
			bug: 'that does not hear when the permits are changed',
			file: mechanism,
			text: "if (key === 'semaphore.permits') this.permits.resize(this.world.settings.semaphore.permits);",
			instead: '',
			killedBy: 'lets held permits finish when there are to be fewer'
		},
		{
			bug: 'that has a permit more than it was told',
			file: mechanism,
			text: "new Semaphore(world.simulation, 'a permit', world.settings.semaphore.permits)",
			instead: "new Semaphore(world.simulation, 'a permit', world.settings.semaphore.permits + 1)",
			killedBy: ['never lets more tasks begin', 'starts and ends each task']
		},
		{
			bug: 'that tells its table of a permit and not its semaphore',
			file: mechanism,
			text: 'this.permits.release();',
			instead: '',
			killedBy: 'gives every permit back when all is done'
		},
		{
			bug: 'that gives permits back without a word',
			file: mechanism,
			text: "signal(this.world, 'release');",
			instead: '',
			killedBy: 'lets each permit that comes back travel upstream'
		},
		{
			bug: 'whose semaphore serves nobody when there are to be more permits',
			file: 'core/primitives/semaphore.ts',
			text: `
			this.#waiters.push(waiter);
		}
		this.#serve();`,
			instead: `
			this.#waiters.push(waiter);
		}`,
			killedBy: 'lets more begin at once when there are to be more permits'
		},
		{
			bug: 'whose semaphore takes permits away from those who hold them when there are to be fewer',
			file: 'core/primitives/semaphore.ts',
			text: "this.#size = checkedCount('size', size);\n\t\tfor",
			instead: `
		this.#size = checkedCount('size', size);
		this.#held = Math.min(this.#held, size);
		for`,
			killedBy: 'lets held permits finish when there are to be fewer'
		},
		{
			bug: 'whose table forgets those that are held',
			file: table,
			text: 'this.#held.add(1, simulation.now);',
			instead: '',
			killedBy: 'never lets more tasks begin'
		},
		{
			bug: 'whose table forgets for how long they were held',
			file: table,
			text: 'this.#heldFor += heldFor;',
			instead: '',
			killedBy: 'Little: rate × latency'
		},
		{
			bug: 'whose table never forgets how long those of long ago were held',
			file: table,
			text: 'this.#recentlyHeldFor -= this.#recent.shift();',
			instead: 'this.#recent.shift();',
			killedBy: 'Little: permits ÷ latency'
		}
	]
};
