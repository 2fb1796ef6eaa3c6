import { describe, expect, it } from 'vitest';
import { Interruption } from '../../src/core/kernel/interruption';
import type { Process } from '../../src/core/kernel/operation';
import { Simulation } from '../../src/core/kernel/simulation';
import { Channel } from '../../src/core/primitives/channel';
import { type ProcessOutlet, ProcessPublisher } from '../../src/core/reactive/process-publisher';
import type { Run } from '../../src/core/run/run';
import type { ReactiveStreams } from '../../src/core/strategies/reactive-streams/reactive-streams';
import { monitored, Notes } from './reactive-streams.kits';
import { SUBSCRIBER_RULES } from './reactive-streams.subscriber-rules';
import { type Mutant, testMutants, testRules } from './rule';
import { gauge, mistaken, planted, right, type Start } from './strategy.lab';

/** The bugs that people write into subscribers. */
const MUTANTS: readonly Mutant<Start>[] = [
	{
		bug: 'asks for one more than it has processed',
		killedBy: '2.1 ',
		make: planted<ReactiveStreams>({
			afterProcessed() {
				this.processed++;
				if (this.processed < this.batch) return;
				this.processed = 0;
				this.subscription?.request(this.batch + 1);
			}
		})
	},
	{ bug: 'forgets to ask again', killedBy: '2.1 ', make: mistaken('forgets-request') },
	{ bug: 'asks for everything', killedBy: '2.1 ', make: mistaken('unbounded-request') },
	{
		bug: 'keeps one message in hand and the rest away',
		killedBy: '2.2',
		make: planted<ReactiveStreams>({
			onNext(message) {
				if (this.inbox.length === 0) this.inbox.trySend(message);
			}
		})
	},
	{
		bug: 'tidies up with a cancel when it is told of the end',
		killedBy: '2.3',
		make: planted<ReactiveStreams>({
			onComplete() {
				this.subscription?.cancel();
			},
			onError() {
				this.subscription?.cancel();
			}
		})
	},
	{
		bug: 'asks for more although all is over',
		killedBy: '2.4',
		make: planted<ReactiveStreams>({ onComplete() {}, onError() {} })
	},
	{
		bug: 'takes a second subscription for its own',
		killedBy: '2.5',
		make: planted<ReactiveStreams>({
			onSubscribe(subscription) {
				this.subscription = subscription;
				subscription.request(this.window);
			}
		})
	},
	{
		bug: 'takes nothing any more once it has canceled',
		killedBy: '2.8',
		make: (scenario, options) => {
			const run = right(scenario, options);
			const { onNext } = run.mechanism as ReactiveStreams;
			return Object.assign(run, {
				mechanism: Object.assign(run.mechanism, {
					onNext(this: ReactiveStreams, message: number) {
						if (run.time > 0) throw new Error('I have left');
						onNext.call(this, message);
					}
				})
			});
		}
	},
	{
		bug: 'has no place for an end before anything has come',
		killedBy: '2.9',
		make: planted<ReactiveStreams>({
			onComplete() {
				if (this.processed === 0 && this.inbox.length === 0) throw new Error('no request yet');
			}
		})
	},
	{
		bug: 'throws what it is told',
		killedBy: '2.10',
		make: planted<ReactiveStreams>({
			onError(...args: readonly unknown[]) {
				throw args[0];
			}
		})
	}
];

describe('the subscriber of the strategy', () => {
	testRules(SUBSCRIBER_RULES, right);
});

describe('a subscriber that', () => {
	testMutants(MUTANTS, SUBSCRIBER_RULES);
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
		const run = planted<ReactiveStreams>({
			afterProcessed() {
				this.subscription?.request(-1);
			},
			onError() {
				this.subscription?.request(1);
			}
		})(scenario);
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
