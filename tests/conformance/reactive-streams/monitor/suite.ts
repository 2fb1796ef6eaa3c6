import { expect } from 'vitest';
import { Simulation } from '../../../../src/core/kernel/simulation';
import { Monitor } from '../../../../src/core/reactive/monitor';
import type { Suite } from '../../rule';
import { monitored, Notes } from '../kits';
import { BROKEN, idle } from './broken';

/** What the monitor of every run finds. */
const FINDS: Suite = [
	...BROKEN.map(([rule, what, act]) => ({
		name: `finds rule ${rule} broken: ${what}`,
		check: () => expect(act).toThrow(`rule ${rule}: `)
	})),
	...(['onSubscribe', 'onNext', 'onError'] as const).map((signal) => ({
		name: `finds a null in ${signal}`,
		check() {
			const monitor = monitored(new Simulation(), new Notes());
			expect(() => monitor[signal](null as never)).toThrow(TypeError);
		}
	}))
];

const LETS_PASS: Suite = [
	{
		name: 'lets pass what was on its way when the subscriber canceled, for one round trip',
		check() {
			const world = new Simulation();
			const monitor = monitored(world, new Notes(), 10);
			monitor.onSubscribe(idle);
			monitor.request(5);
			monitor.cancel();
			world.now = 10;
			monitor.onNext(1);
			world.now = 11;
			expect(() => monitor.onNext(2)).toThrow('rule 1.8');
		}
	},
	{
		name: 'lets pass what was on its way when the publisher completed, for one round trip',
		check() {
			const world = new Simulation();
			const monitor = monitored(world, new Notes(), 0, 10);
			monitor.onSubscribe(idle);
			monitor.onComplete();
			world.now = 10;
			monitor.request(1);
			world.now = 11;
			expect(() => monitor.request(1)).toThrow('rule 2.4');
		}
	},
	{
		name: 'lets pass a rule that is waived, and only that one',
		check() {
			const monitor = new Monitor(new Simulation(), new Notes(), {
				fromPublisher: 0,
				fromSubscriber: 0,
				waived: ['1.1']
			});
			monitor.onSubscribe(idle);
			monitor.onNext(1);
			expect(monitor.delivered).toBe(1);
			monitor.onComplete();
			expect(() => monitor.onNext(2)).toThrow('rule 1.7');
		}
	}
];

export const suite: Suite = [...FINDS, ...LETS_PASS];
