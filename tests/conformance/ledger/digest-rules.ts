import { expect } from 'vitest';
import { Digest } from '../../../src/core/ledger/digest';
import type { Suite } from '../rule';

type Event = [time: number, kind: number, message: number, station: number];

const events: readonly Event[] = [
	[1e9, 1, 0, 0],
	[1e9, 2, 0, 1],
	[2e12, 5, 1, 3],
	[9e15, 3, 4_000_000, 2]
];

function digestOf(list: readonly Event[]): string {
	const digest = new Digest();
	for (const event of list) digest.add(...event);
	return digest.hex();
}

export const DIGEST_RULES: Suite = [
	{
		name: 'the digest is the same for the same events',
		check() {
			expect(digestOf(events)).toBe(digestOf(events));
			expect(digestOf(events)).toMatch(/^[0-9a-f]{16}$/);
		}
	},
	{
		name: 'the digest changes when two events swap',
		check() {
			for (let n = 1; n < events.length; n++) {
				const swapped = [...events];
				const [one, other] = [swapped[n - 1], swapped[n]];
				if (one === undefined || other === undefined) throw new RangeError('two events swap');
				[swapped[n - 1], swapped[n]] = [other, one];
				expect(digestOf(swapped)).not.toBe(digestOf(events));
			}
		}
	},
	{
		name: 'the digest changes when any field of any event changes by one',
		check() {
			const seen = new Set([digestOf(events)]);
			events.forEach((event, index) => {
				event.forEach((_, field) => {
					const changed = events.map((other) => [...other] as Event);
					const target = changed[index];
					if (target !== undefined) target[field] = (target[field] ?? 0) + 1;
					seen.add(digestOf(changed));
				});
			});
			expect(seen.size).toBe(1 + 4 * events.length);
		}
	},
	{
		name: 'the digest changes when an event is missing',
		check() {
			for (let n = 0; n < events.length; n++) {
				expect(digestOf(events.toSpliced(n, 1))).not.toBe(digestOf(events));
			}
		}
	}
];
