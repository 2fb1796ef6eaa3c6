import { describe, expect, it } from 'vitest';
import { formatCount } from '../../src/design/format';
import { mostSoFar } from '../../src/figures/most-so-far';
import { sayingsOf, signalSentence, summaryOf } from '../../src/figures/summary';
import { fillWords } from '../../src/figures/words';
import { frameWith, NO_BACKPRESSURE, SMALL_BUFFERS, settingsWith } from './figures-fixture';

const SPACE = '\u00A0';

describe('the words of a station', () => {
	it('fill in readings, parameters and the count of the station itself', () => {
		const frame = frameWith({
			counts: [0, 0, 4_986, 0, 0],
			readings: { 'now.oldestQueued': 0.02 }
		});
		const fill = (words: string) => fillWords(words, frame, settingsWith(), 2);
		expect(fill('{here} of {buffer.capacity}')).toBe(`${formatCount(4_986)} of 10`);
		expect(fill('oldest has waited {now.oldestQueued}')).toBe(`oldest has waited 20${SPACE}ms`);
		expect(fill('{source.rate}, {consumer.serviceTime}')).toBe(`600${SPACE}/s, 8${SPACE}ms`);
	});

	it('name one thing in the singular', () => {
		const one = settingsWith({ 'consumer.workers': 1 });
		const fill = (settings: typeof one) =>
			fillWords('{consumer.workers} workers, {consumer.busy} busy', frameWith({}), settings, 3);
		expect(fill(one)).toBe(`1 worker, 0${SPACE}% busy`);
		expect(fill(settingsWith())).toBe(`4 workers, 0${SPACE}% busy`);
	});

	it('leave a name that nobody knows as it is', () => {
		expect(fillWords('{nobody.knows}', frameWith({}), settingsWith(), 0)).toBe('{nobody.knows}');
	});
});

describe('the signal lane', () => {
	it('says what travels upstream under the settings in force, or that nothing does', () => {
		const sentence = (whenFull: string) =>
			signalSentence(SMALL_BUFFERS, settingsWith({ 'buffer.whenFull': whenFull }));
		expect(sentence('block')).toBe('a full channel makes send wait');
		expect(sentence('drop-newest')).toBe(SMALL_BUFFERS.silence);
	});
});

describe('the summary', () => {
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
	it('is what the channel cannot have held, at the source', () => {
		const frame = frameWith({ readings: { 'backlog.max': 150 } });
		expect(mostSoFar(SMALL_BUFFERS, settingsWith(), frame, 0)).toBe(140);
		expect(mostSoFar(NO_BACKPRESSURE, settingsWith(), frame, 0)).toBe(0);
	});
});
