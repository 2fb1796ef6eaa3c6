import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MoveLog } from '../../../src/core/ledger/move-log';

const SEED = 20_261_209;
const KEPT = 128;
const PLACES = 4;

type Move = readonly [time: number, message: number, from: number, to: number];

/** Moves in time order; many at one instant, and some ways far busier than others. */
const moves: fc.Arbitrary<readonly Move[]> = fc
	.array(
		fc.tuple(
			fc.constantFrom(0, 0, 0, 1, 5),
			fc.constantFrom(0, 0, 0, 0, 1, 2),
			fc.integer({ min: 1, max: 3 })
		),
		{ maxLength: 500, size: 'max' }
	)
	.map((list) => {
		let time = 0;
		return list.map(([gap, from, to], message) => {
			time += gap;
			return [time, message, from, to] as const;
		});
	});

function logOf(list: readonly Move[]): MoveLog {
	const log = new MoveLog(KEPT, PLACES);
	for (const move of list) log.push(...move);
	return log;
}

/** The kept moves later than a time, found by looking at each. */
function keptSince(list: readonly Move[], after: number): readonly Move[] {
	return list.slice(-KEPT).filter(([time]) => time > after);
}

describe('the latest moves', () => {
	it('are counted way by way as one counts them one by one', () => {
		fc.assert(
			fc.property(moves, fc.integer({ min: -1, max: 600 }), (list, after) => {
				const counted = new Map<string, number>();
				logOf(list).countSince(after, (from, to, count) => counted.set(`${from} ${to}`, count));
				const expected = new Map<string, number>();
				for (const [, , from, to] of keptSince(list, after)) {
					expected.set(`${from} ${to}`, (expected.get(`${from} ${to}`) ?? 0) + 1);
				}
				expect(new Map([...counted].sort())).toEqual(new Map([...expected].sort()));
			}),
			{ seed: SEED, numRuns: 300 }
		);
	});

	it('are listed newest first, so many of each way and so many in all', () => {
		fc.assert(
			fc.property(
				moves,
				fc.integer({ min: -1, max: 600 }),
				fc.nat(40),
				fc.nat(10),
				(list, after, most, mostOfBusy) => {
					const mostOf = (from: number) => (from === 0 ? mostOfBusy : 20);
					const listed: Move[] = [];
					logOf(list).visitSince(after, most, mostOf, (...move) => listed.push(move));
					const left = new Map<string, number>();
					const expected = keptSince(list, after)
						.toReversed()
						.filter(([, , from, to]) => {
							const way = `${from} ${to}`;
							left.set(way, (left.get(way) ?? mostOf(from)) - 1);
							return (left.get(way) ?? 0) >= 0;
						});
					expect(listed).toEqual(expected.slice(0, most));
				}
			),
			{ seed: SEED, numRuns: 300 }
		);
	});

	it('have come from somewhere and gone somewhere', () => {
		const log = logOf([[1, 0, 0, 1]]);
		log.push(2, 1, 0, -1);
		const listed: number[] = [];
		log.visitSince(
			0,
			9,
			() => 9,
			(_, message) => listed.push(message)
		);
		expect(listed).toEqual([0]);
	});
});
