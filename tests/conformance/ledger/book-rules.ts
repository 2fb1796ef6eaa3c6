import fc from 'fast-check';
import { expect } from 'vitest';
import { Simulation } from '../../../src/core/kernel/simulation';
import { ItemTable } from '../../../src/core/ledger/item-table';
import { Ledger } from '../../../src/core/ledger/ledger';
import { MessageTimes } from '../../../src/core/ledger/message-times';
import type { Suite } from '../rule';

const SEED = 20_261_201;

const PLACES = {
	source: 0,
	producer: 1,
	lastStore: 2,
	beforeService: 2,
	holders: 3,
	done: 4,
	exits: new Map([
		['dropped', 5],
		['refused', 6],
		['lost', 7]
	])
};

/** A book, its clock, which the test turns on, and what it tells those who watch. */
function open() {
	const clock = new Simulation();
	const items = new ItemTable();
	const latencies: [number, number][] = [];
	const ledger = new Ledger(clock, PLACES, {
		items,
		moves: null,
		latencies: { completed: (...both) => latencies.push(both) }
	});
	const at = (time: number) => {
		clock.now = time;
		return ledger;
	};
	return { ledger, at, items, latencies };
}

/** What can happen to a message after its offer, up to its end. */
const ENDS = {
	done: ['take', 'accept', 'start', 'complete'],
	dropped: ['take', 'accept', 'drop'],
	'dropped from the hand': ['take', 'drop'],
	refused: ['take', 'refuse'],
	lost: ['take', 'accept', 'start', 'lose'],
	'in a topic': ['take', 'append'],
	polled: ['take', 'append', 'poll'],
	'in hand': ['take'],
	'at the source': []
} as const;
type Fate = keyof typeof ENDS;

function happen(ledger: Ledger, message: number, what: (typeof ENDS)[Fate][number]): void {
	if (what === 'take') ledger.take(message);
	else if (what === 'accept') ledger.accept(message, 2);
	else if (what === 'append') ledger.append(message, 2);
	else if (what === 'poll') ledger.poll(message, 2, 2);
	else if (what === 'start') ledger.start(message);
	else if (what === 'complete') ledger.complete(message);
	else if (what === 'drop') ledger.drop(message);
	else if (what === 'refuse') ledger.refuse(message);
	else ledger.lose(message, 3);
}

/** Messages are offered and meet their fates one by one; only the last may stay in hand. */
const fates = fc
	.array(fc.constantFrom(...(Object.keys(ENDS) as Fate[])), { minLength: 1, maxLength: 30 })
	.map((list) => [
		...list.filter((fate) => fate !== 'in hand' && fate !== 'at the source'),
		...list.filter((fate) => fate === 'in hand').slice(0, 1),
		...list.filter((fate) => fate === 'at the source')
	]);

/** What a book of messages says, whatever strategy writes into it. */
export const BOOK_RULES: Suite = [
	{
		name: 'the book counts what became of each message, on 300 random lists',
		check() {
			const property = fc.property(fates, (list) => {
				const { ledger, at } = open();
				list.forEach((fate, message) => {
					at(message).offer(message);
					for (const what of ENDS[fate]) happen(ledger, message, what);
				});
				const count = (...these: Fate[]) => list.filter((fate) => these.includes(fate)).length;
				const accepted = count('done', 'dropped', 'lost', 'in a topic', 'polled');
				const waiting = count('in a topic', 'polled', 'in hand', 'at the source');
				expect(ledger).toMatchObject({
					offered: list.length,
					accepted,
					completed: count('done'),
					dropped: count('dropped', 'dropped from the hand'),
					refused: count('refused'),
					lost: count('lost'),
					attempts: count('in a topic', 'polled'),
					hand: count('in hand')
				});
				expect(ledger.backlog.value).toBe(waiting);
				// What is in a topic is on somebody else's disk.
				expect(ledger.memory.value).toBe(count('polled', 'in hand'));
			});
			fc.assert(property, { seed: SEED, numRuns: 300 });
		}
	},
	{
		name: 'the book measures from the offer and from the acceptance, and keeps the times of each',
		check() {
			const { ledger, at, items, latencies } = open();
			at(10).offer(0);
			at(15).offer(1);
			at(20).take(0);
			at(30).accept(0, 2);
			at(35).take(1);
			at(40).start(0);
			at(70).complete(0);
			at(75).refuse(1);
			expect(latencies).toEqual([[60, 40]]);
			expect([ledger.sinceOffered.max, ledger.sinceAccepted.max]).toEqual([60, 40]);
			expect({ ...items }).toEqual({
				offered: [10, 15],
				accepted: [30, null],
				started: [40, null],
				completed: [70, null],
				outcome: ['done', 'refused']
			});
			// One from 10 to 15, two up to 70, one up to 75.
			expect(ledger.backlog.areaUpTo(100)).toBe(5 + 2 * 55 + 5);
		}
	},
	{
		name: 'the book ends a hold when the message leaves the hand, and not when another one goes',
		check() {
			for (const leave of ['accept', 'drop', 'refuse'] as const) {
				const { ledger, at } = open();
				for (const message of [0, 1]) at(0).offer(message);
				happen(ledger, 0, 'take');
				happen(ledger, 0, 'accept');
				happen(ledger, 1, 'take');
				ledger.heldBack.hold(0);
				happen(at(5), 0, 'drop');
				expect([ledger.hand, ledger.heldBack.isHeld]).toEqual([1, true]);
				happen(at(8), 1, leave);
				expect([ledger.hand, ledger.heldBack.totalUpTo(10)]).toEqual([0, 8]);
			}
		}
	},
	{
		name: 'the book has another digest for each thing that can happen to a message',
		check() {
			const things = [...new Set(Object.values(ENDS).flat())];
			const digests = things.map((what) => {
				const { ledger } = open();
				ledger.offer(0);
				happen(ledger, 0, what);
				return ledger.digest.hex();
			});
			// To append is to be accepted, and a poll is a move like any other.
			const same = things.indexOf('append');
			expect(digests[same]).toBe(digests[things.indexOf('accept')]);
			expect(new Set(digests).size).toBe(things.length - 1);
			const { ledger } = open();
			ledger.turnAway(0);
			const { ledger: turned } = open();
			turned.change(1);
			expect(new Set([...digests, ledger.digest.hex(), turned.digest.hex()]).size).toBe(
				things.length + 1
			);
		}
	},
	{
		name: 'times are those of each message, however many there are at once, and in whatever order they go',
		check() {
			const times = new MessageTimes();
			const here = new Set<number>();
			for (let message = 0; message < 6000; message++) {
				times.offer(message, 10 * message);
				here.add(message);
				if (message % 3 !== 0) times.accept(message, 10 * message + 5);
				// At first few are there at once; then the oldest stays and the others pile up behind it.
				if (message < 3000 || message % 2 === 0) {
					const gone = message < 3000 ? message : message - 7;
					times.forget(gone);
					here.delete(gone);
				}
			}
			expect(here.size).toBeGreaterThan(1024);
			for (const message of here) {
				expect(times.offeredAt(message)).toBe(10 * message);
				expect(times.acceptedAt(message)).toBe(message % 3 === 0 ? Number.NaN : 10 * message + 5);
			}
		}
	}
];
