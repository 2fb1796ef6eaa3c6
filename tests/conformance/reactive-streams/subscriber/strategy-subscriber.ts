import { Interruption } from '../../../../src/core/kernel/processes/interruption';
import type { ReactiveStreams } from '../../../../src/core/strategies/reactive-streams/reactive-streams';
import { placeOf } from '../../../../src/core/world/world';
import type { Start } from '../../strategies/start';
import { monitored } from '../monitored';
import type { MakeTested } from './hand-made-publisher';

/** One worker of 10 ms, a window of ten, and a source that offers message 0 and no other. */
const scenario = {
	strategy: 'reactive-streams',
	source: { process: 'trace', times: [0] },
	consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' },
	demand: { window: 10, batch: 4, delay: 0 }
};

/**
 * Tests the subscriber of the strategy, with its inbox and its worker, in a run whose producer is
 * stopped: message 0 stays at the source, and all others come from the test.
 */
export function strategySubscriber(start: Start): MakeTested {
	return () => {
		const run = start(scenario, { items: true });
		const { simulation, ledger } = run.world;
		for (const process of simulation.processes) {
			if (process.name === 'producer') simulation.interrupt(process, new Interruption('stopped'));
		}
		const subscriber = run.mechanism as ReactiveStreams;
		// As it was before the run's own publisher, which has nothing to deliver, called onSubscribe.
		subscriber.subscription = null;
		simulation.advance(0);

		let items = 0;
		return {
			simulation,
			subscriber,
			front: monitored(simulation, subscriber),
			get processed() {
				const done: number[] = [];
				for (let item = 1; item <= items; item++) {
					if (run.items?.outcome[item] === 'done') done.push(item);
				}
				return done;
			},
			get isSubscribed() {
				return subscriber.subscription !== null;
			},
			processes: ['worker 1'],
			makeItem() {
				const message = ++items;
				ledger.offer(message);
				ledger.take(message);
				ledger.accept(message, placeOf(run.world, 'inbox'));
				return message;
			},
			triggerRequest: (n) => subscriber.subscription?.request(n),
			triggerCancel: () => subscriber.subscription?.cancel()
		};
	};
}
