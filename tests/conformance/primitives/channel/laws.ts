import fc from 'fast-check';
import { expect } from 'vitest';
import type { Rule } from '../../rule';
import type { MakeChannel } from './rules';
import { ChannelScript, type Step } from './scripts';

const SEED = 20_261_127;
const RUNS = 600;

const channel = fc.nat(1);
const cases = fc.array(fc.record({ sends: fc.boolean(), channel }), { maxLength: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 12, arbitrary: fc.record({ do: fc.constant('sleep'), span: fc.nat(3) }) },
	{ weight: 15, arbitrary: fc.record({ do: fc.constantFrom('send', 'receive'), channel }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('try to send'), channel }) },
	{ weight: 12, arbitrary: fc.record({ do: fc.constantFrom('select', 'try to select'), cases }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('interrupt'), process: fc.nat(5) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('close'), channel }) }
);

/** What some processes do, each one thing after the other, on two channels of these capacities. */
const scripts = fc.record({
	capacities: fc.tuple(fc.nat(2), fc.nat(2)),
	processes: fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), {
		minLength: 2,
		maxLength: 6
	})
});

/** What holds for channels after every event, whatever processes do with them. */
export const CHANNEL_LAWS: readonly Rule<MakeChannel>[] = [
	{
		name: 'R4 nobody waits beside what it waits for, and nothing is lost, on 600 random scripts',
		check(make) {
			const seen = { waits: 0, selects: 0, failures: 0, interrupts: 0, bothEnds: 0 };
			fc.assert(
				fc.property(scripts, ({ capacities, processes }) => {
					const script = new ChannelScript(make, capacities, processes);
					script.run();
					expect(script.whatIsLost()).toEqual([]);
					for (const key of Object.keys(seen) as (keyof typeof seen)[]) {
						if (script.seen[key] > 0) seen[key]++;
					}
				}),
				{ seed: SEED, numRuns: RUNS }
			);
			// The scripts did reach what could go wrong.
			for (const runs of Object.values(seen)) expect(runs).toBeGreaterThanOrEqual(10);
		}
	},
	{
		name: 'C3 what one process sends reaches another in the order of sending, on 600 random scripts',
		check(make) {
			fc.assert(
				fc.property(scripts, ({ capacities, processes }) => {
					const script = new ChannelScript(make, capacities, processes);
					script.run();
					for (const items of script.conversations.values()) {
						expect(items).toEqual(items.toSorted((one, other) => one - other));
					}
				}),
				{ seed: SEED, numRuns: RUNS }
			);
		}
	},
	{
		name: 'C11 the same script goes the same way again, chance included',
		check(make) {
			fc.assert(
				fc.property(scripts, ({ capacities, processes }) => {
					const logs = [1, 2].map(() => new ChannelScript(make, capacities, processes).run().log);
					expect(logs[0]).toEqual(logs[1]);
				}),
				{ seed: SEED, numRuns: 100 }
			);
		}
	}
];
