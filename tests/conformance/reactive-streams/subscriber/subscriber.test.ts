import { describe, expect, it } from 'vitest';
import { Interruption } from '../../../../src/core/kernel/processes/interruption';
import type { Process } from '../../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../../src/core/kernel/simulation';
import { Channel } from '../../../../src/core/primitives/channel';
import {
	type ProcessOutlet,
	ProcessPublisher
} from '../../../../src/core/reactive/process-publisher';
import type { Run } from '../../../../src/core/run/run';
import type { ReactiveStreams } from '../../../../src/core/strategies/reactive-streams/reactive-streams';
import { suiteOf, testRules } from '../../rule';
import { gauge } from '../../strategies/lab';
import { mistaken, right, type Start } from '../../strategies/start';
import { testMistakes } from '../../strategies/test-mistakes';
import { testMutants } from '../../test-mutants';
import { monitored } from '../monitored';
import { Notes } from '../notes';
import { SUBSCRIBER_END_MUTANTS } from './end-mutants';
import { SUBSCRIBER_MUTANTS } from './mutants';
import { SUBSCRIBER_RULES } from './rules';

describe('the subscriber of the strategy', () => {
	testRules(SUBSCRIBER_RULES, right);
});

describe('a subscriber that', () => {
	testMutants(SUBSCRIBER_MUTANTS);
	testMutants(SUBSCRIBER_END_MUTANTS);
});

describe('the subscriber of the strategy, written wrong', () => {
	testMistakes(
		[
			['forgets-request', '2.1 '],
			['unbounded-request', '2.1 '],
			['ignores-demand', '3.8 ']
		],
		(start) => suiteOf(SUBSCRIBER_RULES, start)
	);
});

const scenario = {
	strategy: 'reactive-streams',
	duration: 10,
	source: { process: 'constant', rate: 120 },
	consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' }
};

/** Where the messages are at the end of a run of ten seconds at 120/s into 100/s. */
function afterTenSeconds(start: Start) {
	const run: Run = start(scenario);
	run.advance(Infinity);
	const { inbox, buffer } = run.mechanism as ReactiveStreams;
	return {
		inbox: inbox.length,
		buffer: buffer.length,
		completed: run.world.ledger.completed,
		requested: gauge(run, 'now.requested'),
		delivered: gauge(run, 'now.delivered'),
		isHeld: run.world.ledger.heldBack.isHeld
	};
}

describe('the mistakes of the lesson', () => {
	it('none: the inbox holds a window at most, and the producer is held back', () => {
		const { inbox, buffer, isHeld, requested, delivered } = afterTenSeconds(right);
		expect(inbox).toBeLessThanOrEqual(10);
		expect({ buffer, isHeld }).toEqual({ buffer: 10, isHeld: true });
		expect(delivered).toBeLessThanOrEqual(requested);
	});

	it('ignores-demand: the inbox grows, more is delivered than was requested, the run goes on', () => {
		const { inbox, buffer, isHeld, requested, delivered } = afterTenSeconds(
			mistaken('ignores-demand')
		);
		expect({ inbox, buffer, isHeld }).toEqual({ inbox: 200, buffer: 0, isHeld: false });
		expect({ requested, delivered }).toEqual({ requested: 1000, delivered: 1200 });
	});

	it('unbounded-request: the same picture, and nobody breaks a rule', () => {
		const { inbox, buffer, isHeld, requested, delivered } = afterTenSeconds(
			mistaken('unbounded-request')
		);
		expect({ inbox, buffer, isHeld }).toEqual({ inbox: 200, buffer: 0, isHeld: false });
		expect({ requested, delivered }).toEqual({ requested: Infinity, delivered: 1200 });
	});

	it('forgets-request: one window is processed, then silence', () => {
		const { inbox, completed, requested, isHeld } = afterTenSeconds(mistaken('forgets-request'));
		expect({ inbox, completed, requested }).toEqual({ inbox: 0, completed: 10, requested: 10 });
		expect(isHeld).toBe(true);
	});
});

describe('a broken rule stops the run', () => {
	it('that a subscriber breaks', () => {
		const run = right(scenario);
		const subscriber = run.mechanism as ReactiveStreams;
		subscriber.afterProcessed = () => subscriber.subscription?.request(-1);
		subscriber.onError = () => subscriber.subscription?.request(1);
		expect(() => run.advance(Infinity)).toThrow('rule 2.3: request within onError');
	});

	it('that a publisher breaks', () => {
		const simulation = new Simulation();
		const buffer = new Channel<number>(simulation, 'buffer', 10);
		function* publish(outlet: ProcessOutlet<number>): Process {
			for (;;) outlet.next(yield* buffer.receive());
		}
		const publisher = new ProcessPublisher<number>(simulation, (outlet) =>
			simulation.spawn(publish(outlet), 'publisher')
		);
		const asksForTwo = new Notes({ onSubscribe: (subscription) => subscription.request(2) });
		publisher.subscribe(monitored(simulation, asksForTwo));
		for (const item of [1, 2, 3]) buffer.trySend(item);
		expect(() => simulation.settle()).toThrow('rule 1.1: 3 delivered, 2 requested');
		expect(asksForTwo.items).toEqual([1, 2]);
	});

	it('that a publisher breaks by doing nothing', () => {
		const run = right(scenario);
		run.advance(5e9);
		for (const process of run.world.simulation.processes) {
			if (process.name === 'publisher')
				run.world.simulation.interrupt(process, new Interruption('stopped'));
		}
		expect(() => run.advance(Infinity)).toThrow('a message waits beside demand');
	});
});
