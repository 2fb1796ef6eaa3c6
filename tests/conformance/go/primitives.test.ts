import { describe, expect, it } from 'vitest';
import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { SECOND } from '../../../src/core/kernel/time';
import { Semaphore } from '../../../src/core/primitives/semaphore';
import { TokenBucket } from '../../../src/core/primitives/token-bucket';
import {
	type BucketTrace,
	type CountTrace,
	type Outcome,
	readTraces,
	type SemaphoreTrace,
	type SimultaneousTrace
} from './traces';

describe('a semaphore gives its permits as a buffered Go channel does', () => {
	it.each(readTraces<SemaphoreTrace>('semaphore'))('$name', ({ permits, steps }) => {
		const simulation = new Simulation();
		const semaphore = new Semaphore(simulation, 'permits', permits);
		const waiting = new Set<string>();
		let ended: Outcome[] = [];

		function* act(actor: string, action: SemaphoreTrace['steps'][number]['do']): Process {
			waiting.add(actor);
			let result = 'acquired';
			if (action === 'acquire') yield* semaphore.acquire();
			else if (action === 'tryAcquire') result = String(semaphore.tryAcquire());
			else {
				semaphore.release();
				result = 'released';
			}
			waiting.delete(actor);
			ended.push({ actor, result });
		}

		for (const [index, step] of steps.entries()) {
			ended = [];
			simulation.spawn(act(step.actor, step.do), step.actor);
			simulation.settle();
			semaphore.check();
			const what = `after step ${index + 1}: ${step.actor} ${step.do}`;
			expect(inOrder(ended), what).toEqual(step.ended);
			expect([...waiting].sort(), what).toEqual(step.waiting);
			expect(semaphore.held, what).toBe(step.held);
		}
	});
});

describe('a token bucket holds and gives what it does in Go', () => {
	it.each(readTraces<BucketTrace>('token-bucket'))('$name', ({ capacity, rate, steps }) => {
		const clock = { now: 0 };
		const bucket = new TokenBucket(clock, { capacity, rate, initial: capacity });
		const seen = steps.map(({ at, tokens }) => {
			clock.now = at;
			const before = bucket.levelAt(at) * SECOND;
			return { at, tokens, before, consumed: bucket.tryConsume(tokens) };
		});
		expect(seen).toEqual(steps);
	});

	it.each(readTraces<CountTrace>('token-bucket-counts'))(
		'of $capacity at $rate/s admits $admitted of $looks, one each $every ns',
		({ capacity, rate, every, looks, admitted }) => {
			const clock = { now: 0 };
			const bucket = new TokenBucket(clock, { capacity, rate, initial: capacity });
			let count = 0;
			for (; clock.now < looks * every; clock.now += every) if (bucket.tryConsume()) count++;
			expect(count).toBe(admitted);
		}
	);

	it.each(readTraces<SimultaneousTrace>('token-bucket-at-one-instant'))(
		'of $capacity serves $admitted of $goroutines that come at one instant',
		({ capacity, goroutines, admitted }) => {
			const bucket = new TokenBucket({ now: 0 }, { capacity, rate: 10, initial: capacity });
			const served = Array.from({ length: goroutines }, () => bucket.tryConsume());
			expect(served.filter(Boolean)).toHaveLength(admitted);
		}
	);
});

/** What happens at once has no order that Go promises; the traces have it by name. */
function inOrder(outcomes: readonly Outcome[]): Outcome[] {
	return outcomes.toSorted((one, other) => (one.actor < other.actor ? -1 : 1));
}
