import { describe, expect, it } from 'vitest';
import { READING_KEYS, type ReadingKey } from '../../../src/core/measures/reading-keys';
import { parseScenario } from '../../../src/core/parse/parse';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { LocalEngine } from '../../../src/engine/engine';
import { readReadings } from '../../../src/engine/frame/read-readings';
import { simulate, startRun, strategyOf } from '../../../src/headless/simulate';

/** One message, offered at 1 s, that takes two seconds: it is done at 3 s. */
const one = {
	version: 1,
	strategy: 'small-buffers',
	duration: 10,
	source: { process: 'trace', times: [1] },
	consumer: { workers: 1, serviceTime: 2, distribution: 'constant' }
};

/** Offered at 0.1, 0.2 … 0.5 s to a worker that takes 0.15 s: done after 0.15, 0.2, 0.25, 0.3, 0.35 s. */
const five = {
	...one,
	source: { process: 'trace', times: [0.1, 0.2, 0.3, 0.4, 0.5] },
	consumer: { workers: 1, serviceTime: 0.15, distribution: 'constant' }
};

function run(scenario: object) {
	return simulate(parseScenario(scenario));
}

function readingsAt(scenario: object, seconds: number) {
	const started = startRun(parseScenario(scenario));
	started.advance(seconds * 1e9);
	const readings = readReadings(started);
	return (key: ReadingKey) => readings[READING_KEYS.indexOf(key)];
}

describe('a message is late', () => {
	const lateWith = (scenario: object) => run({ ...one, ...scenario }).counts.late;

	it('that is done later after its offer than the deadline; at just the deadline it is in time', () => {
		expect(lateWith({ deadline: 2 })).toBe(0);
		expect(lateWith({ deadline: 1.999999999 })).toBe(1);
		expect(lateWith({ deadline: 2.000000001 })).toBe(0);
	});

	it('never where there is no deadline', () => {
		const { counts, rates } = run(one);
		expect(counts).toMatchObject({ completed: 1, inTime: 1, late: 0 });
		expect(rates.goodput).toBe(rates.throughput);
	});

	it.each([
		['before it is done', 2.9, 1],
		['at the instant in which it is done', 3, 1],
		['a nanosecond later', 3.000000001, 0]
	])('by the deadline in force when it is done: turned %s', (_, at, late) => {
		expect(lateWith({ changes: [{ at, set: 'deadline', to: 1 }] })).toBe(late);
		// And the other way: a deadline that is taken away.
		expect(lateWith({ deadline: 1, changes: [{ at, set: 'deadline', to: null }] })).toBe(1 - late);
	});

	it('by the last of several deadlines that were turned at one instant', () => {
		const turns = [1, null, 2].map((to) => ({ at: 3, set: 'deadline', to }));
		expect(lateWith({ changes: turns })).toBe(0);
		expect(lateWith({ changes: turns.slice(0, 1) })).toBe(1);
	});

	it('and counts as done all the same: throughput and goodput part there', () => {
		const { counts, rates, time } = run({ ...five, duration: 1, deadline: 0.25 });
		expect(counts).toMatchObject({ completed: 5, inTime: 3, late: 2 });
		expect([rates.throughput, rates.goodput]).toEqual([5 / time, 3 / time]);
	});
});

describe('a deadline', () => {
	it.each([
		[0, 'deadline must be a number from 0.001 to 3600, or null, got 0'],
		[3601, 'deadline must be a number from 0.001 to 3600, or null, got 3601'],
		['1 s', 'deadline must be a number from 0.001 to 3600, or null, got "1 s"'],
		[{ at: 1 }, 'deadline must be a number from 0.001 to 3600, or null, got {"at":1}']
	])('of %j is refused in one line', (deadline, message) => {
		expect(() => parseScenario({ ...one, deadline })).toThrow(message);
	});

	it('is overdue for what was offered longer ago and is not done', () => {
		const scenario = { ...five, deadline: 0.12 };
		// At 0.42 s two are done; of those offered at 0.3 and 0.4 none is longer ago than 0.12 s.
		expect(readingsAt(scenario, 0.42)('now.overdue')).toBe(0);
		expect(readingsAt(scenario, 0.421)('now.overdue')).toBe(1);
		expect(readingsAt(scenario, 0.63)('now.overdue')).toBe(2);
		expect(readingsAt(scenario, 2)('now.overdue')).toBe(0);
		expect(readingsAt(five, 0.6)('now.overdue')).toBeNaN();
	});

	it.each(STRATEGIES.presets.map(({ id, scenario }) => [id, scenario] as const))(
		'is judged in every preset, and leaves its events alone: %s',
		(_, preset) => {
			const scenario = { ...preset, duration: Math.min(5, preset.duration) };
			const plain = simulate(scenario);
			const judged = simulate({ ...scenario, deadline: 0.001 });
			expect(judged.eventHash).toBe(plain.eventHash);
			expect(judged.counts.inTime + judged.counts.late).toBe(plain.counts.completed);
		}
	);
});

describe('a deadline that is looked at', () => {
	const turned = {
		...five,
		duration: 1,
		deadline: 0.3,
		changes: [
			{ at: 0.42, set: 'deadline', to: 0.2 },
			{ at: 0.8, set: 'deadline', to: null }
		]
	};

	/** The whole history of a scenario. */
	function historyOf(json: object) {
		const scenario = parseScenario(json);
		const engine = new LocalEngine(() => 0);
		engine.open(1, scenario, strategyOf(scenario), scenario.duration * 1e9, 0);
		return engine.history(1, 0);
	}

	it('is a level with a step at the time of each turn', () => {
		expect(historyOf(turned).levels).toEqual([
			{ key: 'deadline', time: 0, value: 0.3 },
			{ key: 'deadline', time: 0.42e9, value: 0.2 },
			{ key: 'deadline', time: 0.8e9, value: Number.NaN }
		]);
	});

	it('is no level where there is none', () => {
		expect(historyOf(five).levels).toEqual([]);
	});

	it('has a moment for the first message that is late, and none for its turns', () => {
		const { moments } = historyOf(turned);
		// The third is done at 0.55 s, 0.25 s after its offer.
		expect(moments.map(({ key, time }) => [key, time])).toEqual([['first-late', 0.55e9]]);
		expect(historyOf(five).moments).toEqual([]);
	});

	it('tells the late ones of each column apart, and they add up', () => {
		const { series, columns, values } = historyOf({ ...five, duration: 1, deadline: 0.25 });
		const late = values.slice(series.indexOf('late') * columns).slice(0, columns);
		expect(late.reduce((sum, count) => sum + count, 0)).toBe(2);
		expect([...late].flatMap((count, column) => (count > 0 ? [column] : []))).toEqual([699, 849]);
	});
});

describe('how a change is felt, and how it is got over', () => {
	/** A worker that takes 100 a second, and a source that is turned up and down again. */
	const surge = {
		version: 1,
		strategy: 'small-buffers',
		duration: 20,
		source: { process: 'constant', rate: 50 },
		consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' },
		buffer: { capacity: 5 },
		changes: [
			{ at: 5, set: 'source.rate', to: 150 },
			{ at: 7, set: 'source.rate', to: 50 }
		]
	};

	it('the backlog grows by 50 a second for 2 s and falls by 50: back after 2 s more', () => {
		const { recovered } = run(surge).backlog;
		expect(Math.abs((recovered ?? 0) - 2)).toBeLessThan(0.03);
	});

	it('while it has not recovered it is null, and so it is where nothing was turned', () => {
		expect(run({ ...surge, duration: 8 }).backlog.recovered).toBeNull();
		expect(run({ ...surge, changes: [] }).backlog.recovered).toBeNull();
	});

	it('where all that is too much is dropped there is soon nothing to recover from', () => {
		const dropping = { ...surge, buffer: { capacity: 5, whenFull: 'drop-newest' } };
		const { backlog, producer } = run(dropping);
		expect(backlog.recovered).toBeLessThanOrEqual(0.1);
		// Nobody tells a producer whose messages are thrown away.
		expect(producer.felt).toBeNull();
	});

	it('the producer feels the last change, not the one before', () => {
		const [first] = surge.changes;
		// After the rise 50 a second more come than go: five slots are full after about a tenth.
		const { felt } = run({ ...surge, changes: [first] }).producer;
		expect(felt).toBeGreaterThan(0.1);
		expect(felt).toBeLessThan(0.15);
		// After the fall it is held back until the source is empty, and each time anew.
		expect(run(surge).producer.felt).toBeLessThan(0.02);
		expect(run({ ...surge, changes: [] }).producer.felt).toBeNull();
	});

	it.each([
		['a full buffer that refuses', { buffer: { capacity: 5, whenFull: 'fail' } }, 0.1, 0.15],
		[
			'and is tried again',
			{ buffer: { capacity: 5, whenFull: 'fail' }, refused: { then: 'retry' } },
			0.1,
			0.15
		],
		[
			'an empty bucket',
			{ strategy: 'producer-throttling', bucket: { rate: 100, capacity: 10 } },
			0.15,
			0.25
		],
		[
			'a topic that is too far behind',
			{ strategy: 'producer-throttling', lag: { limit: 20 } },
			0.35,
			0.45
		]
	])('a refusal is felt: %s', (_, part, least, most) => {
		const { felt, firstHeldBackAt } = run({
			...surge,
			...part,
			changes: surge.changes.slice(0, 1)
		}).producer;
		expect(felt).toBeGreaterThan(least);
		expect(felt).toBeLessThan(most);
		// What is given up at once never was in the way.
		if (!('refused' in part)) expect(firstHeldBackAt).toBeNull();
	});

	it('a message that was refused before the change is felt when it is refused again', () => {
		const stuck = {
			...one,
			source: { process: 'trace', times: [0.1, 1] },
			consumer: { workers: 1, serviceTime: 10, distribution: 'constant' },
			buffer: { capacity: 0, whenFull: 'fail' },
			refused: { then: 'retry', after: 1 }
		};
		expect(run(stuck).producer.felt).toBe(1);
		const turned = { ...stuck, changes: [{ at: 1.5, set: 'source.rate', to: 100 }] };
		expect(run(turned).producer.felt).toBe(0.5);
	});

	it.each(['duration', 'deadline'])(
		'a turned %s is no change: nothing goes otherwise because of it',
		(set) => {
			const turns = [4, 6, 10].map((at) => ({ at, set, to: 15 }));
			const { backlog, producer } = run({ ...surge, changes: [...surge.changes, ...turns] });
			const plain = run(surge);
			expect(backlog.recovered).toBe(plain.backlog.recovered);
			expect(producer.felt).toBe(plain.producer.felt);
			expect(run({ ...surge, changes: turns }).backlog.recovered).toBeNull();
		}
	);
});
