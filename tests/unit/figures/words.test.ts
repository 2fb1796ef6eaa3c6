import { describe, expect, it } from 'vitest';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import { formatCount } from '../../../src/design/format';
import { livePlan } from '../../../src/figures/live-plan';
import { mostSoFar } from '../../../src/figures/stations/most-so-far';
import { fillSignalWords, fillWords } from '../../../src/figures/words/fill-words';
import { sayingsOf, signalSentence, summaryOf } from '../../../src/figures/words/summary';
import { wrapWords } from '../../../src/figures/words/wrap-words';
import {
	BOUNDED_CONCURRENCY,
	frameWith,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	settingsWith
} from './fixture';

const SPACE = '\u00A0';

describe('the words of a station', () => {
	it('fill in readings, parameters and the count of the station itself', () => {
		const frame = frameWith({
			counts: [0, 0, 4_986, 0, 0],
			readings: { 'now.oldestQueued': 0.02 }
		});
		const fill = (words: string) => fillWords(words, frame, settingsWith(), 2);
		expect(fill('{here} of {limit}, {buffer.capacity}')).toBe(`${formatCount(4_986)} of 10, 10`);
		expect(fill('oldest has waited {now.oldestQueued}')).toBe(`oldest has waited 20${SPACE}ms`);
		expect(fill('{source.rate}, {consumer.serviceTime}')).toBe(`600${SPACE}/s, 8${SPACE}ms`);
	});

	it('name one thing in the singular', () => {
		const one = settingsWith({ 'consumer.workers': 1 });
		const fill = (settings: typeof one) =>
			fillWords(
				'{consumer.workers} workers, {now.busy} busy',
				frameWith({ readings: { 'now.busy': 0 } }),
				settings,
				3
			);
		expect(fill(one)).toBe(`1 worker, 0${SPACE}% busy`);
		expect(fill(settingsWith())).toBe(`4 workers, 0${SPACE}% busy`);
	});

	it('say how the lag changes, and that what has no end is unbounded', () => {
		const say = (readings: Parameters<typeof frameWith>[0]['readings'], words: string) =>
			fillWords(words, frameWith({ ...(readings && { readings }) }), settingsWith(), 0);
		const trend = (slope: number) => say({ 'now.lagSlope': slope }, '{trend of now.lagSlope}');
		expect([67.3, -1_600, 0.4, Number.NaN].map(trend)).toEqual([
			`growing by 67${SPACE}/s`,
			`shrinking by ${formatCount(1_600)}${SPACE}/s`,
			'steady',
			'steady'
		]);
		expect(say({ 'now.demand': Infinity }, '{now.demand} left')).toBe('unbounded left');
		expect(
			say(
				{ 'now.tokens': 0, 'now.bucketCapacity': 1 },
				'{now.tokens} of {now.bucketCapacity} tokens'
			)
		).toBe('0 of 1 token');
	});

	it('leave a name that nobody knows as it is', () => {
		expect(fillWords('{nobody.knows}', frameWith({}), settingsWith(), 0)).toBe('{nobody.knows}');
	});
});

describe('the signal lane', () => {
	it('says what travels upstream under the settings in force, or that nothing does', () => {
		const sentence = (whenFull: string) =>
			signalSentence(SMALL_BUFFERS, frameWith({}), settingsWith({ 'buffer.whenFull': whenFull }));
		expect(sentence('block')).toBe('a full channel makes send wait');
		expect(sentence('drop-newest')).toBe(SMALL_BUFFERS.silence);
	});
});

describe('the word of a signal', () => {
	it('says what the latest of its kind said, or n', () => {
		const signals = [
			[0, 1, 10],
			[0, 2, 5],
			[1, 3, 1]
		] as const;
		const settings = settingsWith();
		const say = (saying: Parameters<typeof frameWith>[0]) =>
			fillSignalWords(REACTIVE_STREAMS, 0, 'word', frameWith(saying, REACTIVE_STREAMS), settings);
		expect(say({ signals })).toBe('request(5)');
		expect(say({})).toBe('request(n)');
		expect(say({ signals: [[0, 1, Infinity]] })).toBe('request(unbounded)');
	});

	it('tells a reading, or that nobody knows it', () => {
		const say = (lag: number, gate: number) => {
			const readings = { 'now.lagSeen': lag, 'now.gateOpen': gate };
			const frame = frameWith({ readings }, PRODUCER_THROTTLING);
			return fillSignalWords(PRODUCER_THROTTLING, 0, 'word', frame, settingsWith());
		};
		expect(say(84_310, 1)).toBe(`lag ${formatCount(84_310)}: open`);
		expect(say(Number.NaN, 0)).toBe('lag unknown: shut');
	});

	it('wraps at spaces that may break, and nowhere else', () => {
		expect(wrapWords(`lag 84${SPACE}310: open`, 11)).toEqual([`lag 84${SPACE}310:`, 'open']);
		expect(wrapWords('request(unbounded)', 8)).toEqual(['request(unbounded)']);
	});
});

describe('the summary', () => {
	const told = (plan: StrategyPlan, saying: Parameters<typeof frameWith>[0]) => {
		const frame = frameWith(saying, plan);
		const settings = settingsWith({ strategy: plan.id });
		return summaryOf(plan, frame, settings, sayingsOf(plan, frame, settings));
	};

	it('tells what has come to a stop, in the words of the plan', () => {
		const gate = (shut: readonly string[]) => told(PRODUCER_THROTTLING, { shut });
		expect(gate(['bucket'])).toContain('The gate is shut.');
		expect(gate([])).not.toContain('shut.');
		const leaks = (permits: number) =>
			told(BOUNDED_CONCURRENCY, { kept: { permits }, readings: { 'now.permitsLeaked': permits } });
		expect(leaks(3)).toContain('3 permits are never given back.');
		expect(leaks(1)).toContain('1 permit is never given back.');
		expect(leaks(0)).not.toContain('never');
		const demand = (dead: readonly string[]) => told(REACTIVE_STREAMS, { dead });
		expect(demand(['demand'])).toContain('Nobody will ask for more.');
		expect(demand([])).not.toContain('Nobody will');
		expect(told(NO_BACKPRESSURE, { dead: ['consumer'] })).toContain('out of memory and dead.');
	});

	it('tells every station, what is gone, and that the producer is blocked', () => {
		const frame = frameWith({
			counts: [138, 1, 10, 4, 4_986],
			readings: { 'now.heldBackFor': 0.002, 'counts.dropped': 12 }
		});
		const settings = settingsWith();
		const summary = summaryOf(
			SMALL_BUFFERS,
			frame,
			settings,
			sayingsOf(SMALL_BUFFERS, frame, settings)
		);
		for (const part of ['138 waiting here', '10 of 10', '12 dropped', 'The producer is blocked']) {
			expect(summary).toContain(part);
		}
	});
});

describe('the most that was at a station', () => {
	const most = (plan: StrategyPlan, capacity: number) => {
		const settings = settingsWith({ 'buffer.capacity': capacity });
		const frame = frameWith({ readings: { 'backlog.max': 150 } }, plan, settings);
		return mostSoFar(livePlan(plan, frame), frame, 0);
	};

	it('is what the stores cannot have held, at the source', () => {
		expect([most(SMALL_BUFFERS, 10), most(SMALL_BUFFERS, 40)]).toEqual([140, 110]);
		expect(most(NO_BACKPRESSURE, 10)).toBe(0);
	});
});
