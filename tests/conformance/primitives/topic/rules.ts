import fc from 'fast-check';
import { expect } from 'vitest';
import type { Process } from '../../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../../src/core/kernel/simulation';
import type { Topic, TopicObserver } from '../../../../src/core/primitives/topic';
import type { Rule } from '../../rule';

export type MakeTopic = (simulation: Simulation, observer: TopicObserver<string>) => Topic<string>;

const SEED = 20_261_131;

/** A simulation with a topic, what the topic tells, and processes that poll it. */
function lab(make: MakeTopic) {
	const simulation = new Simulation();
	const told: [number, string][] = [];
	let lag = 0;
	const topic = make(simulation, {
		appended: (record) => told.push([simulation.now, `appended ${record}`]),
		polled: (record) => told.push([simulation.now, `polled ${record}`]),
		lagChanged: (change) => {
			lag += change;
		}
	});
	simulation.onsettled = () => {
		topic.check();
		expect(topic.lag).toBe(topic.logEndOffset - topic.committedOffset);
		expect(lag).toBe(topic.lag);
	};
	const polls: [number, string][] = [];
	function* poll(at: number, maxRecords: number, timeout: number, times: number): Process {
		yield* simulation.sleep(at);
		for (let count = 0; count < times; count++) {
			const records = yield* topic.poll({ maxRecords, timeout });
			polls.push([simulation.now, records.join('')]);
		}
	}
	function* append(at: number, records: readonly string[]): Process {
		yield* simulation.sleep(at);
		for (const record of records) topic.append(record);
	}
	function* commit(at: number, records: readonly string[]): Process {
		yield* simulation.sleep(at);
		for (const record of records) topic.commit(record);
	}
	return {
		simulation,
		topic,
		told,
		polls,
		poll: (at: number, maxRecords = 500, timeout = 100, times = 1) =>
			simulation.spawn(poll(at, maxRecords, timeout, times), 'poller'),
		append: (at: number, records: string) => simulation.spawn(append(at, [...records]), 'producer'),
		commit: (at: number, records: string) => simulation.spawn(commit(at, [...records]), 'worker'),
		offsets: () => [topic.committedOffset, topic.position, topic.logEndOffset]
	};
}

/** Something that happens to a topic some time after the thing before. */
const step = fc.record({
	wait: fc.integer({ min: 0, max: 3 }),
	appends: fc.integer({ min: 0, max: 4 }),
	/** Records of one poll; none for no poll. */
	maxRecords: fc.integer({ min: 0, max: 3 }),
	/** Which of the records under way are done then. */
	done: fc.array(fc.nat({ max: 9 }), { maxLength: 3 })
});

/**
 * The rules of a topic with one partition and one consumer group, after the documentation of Apache
 * Kafka. Two of its do not apply: nothing is ever deleted, so no record is lost unread; and the
 * consumer never crashes, so nothing is delivered again from the committed offset.
 */
export const TOPIC_RULES: readonly Rule<MakeTopic>[] = [
	{
		name: 'gives each record the next offset, from 0, and none again',
		check(make) {
			const { simulation, append, poll, commit, offsets } = lab(make);
			append(1, 'abc');
			poll(2, 2);
			commit(3, 'a');
			append(4, 'd');
			simulation.advance(0);
			expect(offsets()).toEqual([0, 0, 0]);
			simulation.advance(1);
			expect(offsets()).toEqual([0, 0, 3]);
			simulation.advance(2);
			expect(offsets()).toEqual([0, 2, 3]);
			simulation.advance(4);
			expect(offsets()).toEqual([1, 2, 4]);
		}
	},
	{
		name: 'a poll comes back at once when records are there, oldest first, at most max.poll.records',
		check(make) {
			const { simulation, append, poll, polls } = lab(make);
			append(1, 'abcde');
			poll(2, 3);
			poll(3, 3);
			simulation.advance(3);
			expect(polls).toEqual([
				[2, 'abc'],
				[3, 'de']
			]);
		}
	},
	{
		name: 'a poll that waits comes back with the first record, at its instant',
		check(make) {
			const { simulation, append, poll, polls, topic } = lab(make);
			poll(1, 3);
			append(7, 'abc');
			simulation.advance(50);
			expect(polls).toEqual([[7, 'a']]);
			expect(topic.unpolled.length).toBe(2);
		}
	},
	{
		name: 'a poll that waits in vain comes back empty after its timeout, and takes nothing later',
		check(make) {
			const { simulation, append, poll, polls, topic } = lab(make);
			poll(1, 3, 100);
			append(102, 'a');
			simulation.advance(100);
			expect(polls).toEqual([]);
			simulation.advance(200);
			expect(polls).toEqual([[101, '']]);
			expect(topic.unpolled.length).toBe(1);
		}
	},
	{
		name: 'a poll that got a record leaves no timeout behind for the next one',
		check(make) {
			const { simulation, append, poll, polls } = lab(make);
			poll(1, 3, 100, 2);
			append(60, 'a');
			simulation.advance(1000);
			expect(polls).toEqual([
				[60, 'a'],
				[160, '']
			]);
		}
	},
	{
		name: 'tells of each record when it is appended and when it is polled',
		check(make) {
			const { simulation, append, poll, told } = lab(make);
			append(1, 'ab');
			poll(2, 1);
			append(3, 'c');
			poll(3);
			simulation.advance(10);
			expect(told).toEqual([
				[1, 'appended a'],
				[1, 'appended b'],
				[2, 'polled a'],
				[3, 'appended c'],
				[3, 'polled b'],
				[3, 'polled c']
			]);
		}
	},
	{
		name: 'polls that wait are served in the order in which they came',
		check(make) {
			const { simulation, append, poll, polls } = lab(make);
			poll(1);
			poll(2);
			append(5, 'ab');
			simulation.advance(10);
			expect(polls).toEqual([
				[5, 'a'],
				[5, 'b']
			]);
		}
	},
	{
		name: 'the committed offset stays in front of the first record that is not done',
		check(make) {
			const { simulation, append, poll, commit, topic } = lab(make);
			append(1, 'abcd');
			poll(2);
			for (const [index, record] of ['c', 'b', 'd', 'a'].entries()) commit(3 + index, record);
			const committed = [2, 3, 4, 5, 6].map((time) => {
				simulation.advance(time);
				return [topic.committedOffset, topic.oldestUncommitted];
			});
			expect(committed).toEqual([
				[0, 'a'],
				[0, 'a'],
				[0, 'a'],
				[0, 'a'],
				[4, null]
			]);
		}
	},
	{
		name: 'lag is log end offset minus committed offset, whatever was polled',
		check(make) {
			const { simulation, append, poll, commit, topic } = lab(make);
			append(1, 'abcde');
			poll(2, 3);
			commit(3, 'ca');
			const lags = [0, 1, 2, 3].map((time) => {
				simulation.advance(time);
				return topic.lag;
			});
			expect(lags).toEqual([0, 5, 5, 4]);
		}
	},
	{
		name: 'refuses to commit what was never polled, or was done before',
		check(make) {
			const { simulation, append, poll, topic } = lab(make);
			append(1, 'ab');
			poll(2, 1);
			simulation.advance(2);
			topic.commit('a');
			for (const record of ['a', 'b', 'x']) {
				expect(() => topic.commit(record)).toThrow('committed that is not under way');
			}
			expect(topic.committedOffset).toBe(1);
		}
	},
	{
		name: 'refuses to hand over a record before an older one',
		check(make) {
			const { simulation, append, poll, topic } = lab(make);
			append(1, 'ab');
			poll(2);
			simulation.advance(2);
			expect(() => topic.handOver('b')).toThrow('a record overtook another');
		}
	},
	{
		name: 'delivers each record once, in the order of offsets, with 0 ≤ committed ≤ position ≤ end, on 200 random scripts',
		check(make) {
			const property = fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
				const { simulation, topic, polls, poll, append, commit } = lab(make);
				let time = 0;
				let appended = 0;
				const letters = () => polls.map(([, records]) => records).join('');
				const done = new Set<string>();
				for (const { wait, appends, maxRecords, done: places } of steps) {
					time += wait;
					for (let count = 0; count < appends; count++) {
						append(0, String.fromCodePoint(0x100 + appended++));
					}
					if (maxRecords > 0) poll(0, maxRecords, 2);
					const underWay = [...letters()].filter((record) => !done.has(record));
					for (const place of new Set(places)) {
						const record = underWay[place];
						if (record === undefined) continue;
						done.add(record);
						commit(0, record);
					}
					simulation.advance(time);
					const { committedOffset, position, logEndOffset } = topic;
					expect(logEndOffset).toBe(appended);
					expect(position).toBe(letters().length);
					const firstNotDone = [...letters()].findIndex((record) => !done.has(record));
					expect(committedOffset).toBe(firstNotDone < 0 ? position : firstNotDone);
				}
				const inOrder = Array.from(letters(), (_, offset) => String.fromCodePoint(0x100 + offset));
				expect(letters()).toBe(inOrder.join(''));
			});
			fc.assert(property, { seed: SEED, numRuns: 200 });
		}
	}
];
