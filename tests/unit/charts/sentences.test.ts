import { describe, expect, it } from 'vitest';
import { chartMarks } from '../../../src/charts/labels/marks';
import { ratesOf } from '../../../src/charts/story/rates';
import {
	backlogSentence,
	latencySentence,
	marksSentence,
	ratesSentence
} from '../../../src/charts/telling/sentences';
import { emptyStory, extendStory } from '../../../src/engine/story/story';
import { COLUMN, historyOf, storyOf } from './fixture';

const END = 100 * COLUMN;

/** Up to 1 412 after 0.8 s, then down by 10 a column. */
const ramp = storyOf(100, (column) => {
	const backlog = column < 80 ? Math.round(((column + 1) / 80) * 1412) : 1412 - 10 * (column - 79);
	return { offered: 6, completed: 5, backlogMax: backlog, backlogLast: backlog, queuedLast: 10 };
});

/** Which spaces a number is written with is not for these tests to say. */
function plain(text: string): string {
	return text.replace(/\s/g, ' ');
}

describe('a chart in words', () => {
	it('tells where the backlog rose to and where it is now', () => {
		expect(plain(backlogSentence(ramp, END, 'in the channel'))).toBe(
			'Backlog rose from 0 to 1 412 messages in 0.80 s, now 1 212; 10 in the channel.'
		);
	});

	it('tells only of what is before the time looked at', () => {
		expect(plain(backlogSentence(ramp, 40 * COLUMN, 'in the channel'))).toBe(
			'Backlog rose from 0 to 706 messages in 0.40 s; 10 in the channel.'
		);
	});

	it('says so when nothing ever waited', () => {
		const idle = storyOf(100, () => ({}));
		expect(plain(backlogSentence(idle, END, 'in the channel'))).toBe(
			'Backlog stayed at 0 messages for 1 s.'
		);
	});

	it('counts what was offered, done and lost, and names both rates', () => {
		const story = storyOf(100, () => ({ offered: 6, completed: 4, gone: 1 }));
		expect(plain(ratesSentence(story, ratesOf(story, END), END))).toBe(
			'In 1 s 600 messages were offered and 400 done, and 100 refused, dropped or lost. ' +
				'Around 1 s 600 /s offered and 400 /s done.'
		);
	});

	it('gives both origins of both percentiles', () => {
		const shown = { offeredP50: 2.7, offeredP99: 2.81, acceptedP50: 0.02, acceptedP99: 0.028 };
		expect(plain(latencySentence(ramp, END, shown))).toBe(
			'Of the messages done at 1 s half took at most 2.70 s since offered and ' +
				'20 ms since accepted, and 99 of 100 at most 2.81 s and 28 ms.'
		);
	});

	it('is a sentence before anything has happened, too', () => {
		const empty = emptyStory(1);
		for (const sentence of [
			backlogSentence(empty, 0, 'in the channel'),
			ratesSentence(empty, ratesOf(empty, END), 0)
		]) {
			expect(sentence).toMatch(/nothing has happened yet\.$/);
		}
	});
});

describe('marks', () => {
	it('are the turned knobs and the death of the consumer, in order of time', () => {
		const moments = [{ key: 'consumer-died', time: 3 * COLUMN, event: 9 }] as const;
		const story = extendStory(
			emptyStory(1),
			historyOf(9, () => ({}), { moments })
		);
		const changes = [
			{ time: COLUMN, label: 'rate 600 /s' },
			{ time: 5 * COLUMN, label: 'rate 400 /s' }
		];
		const marks = chartMarks(story, changes);
		expect(marks.map((mark) => mark.label)).toEqual([
			'rate 600 /s',
			'consumer died',
			'rate 400 /s'
		]);
		expect(plain(marksSentence(marks))).toBe(
			' Marked: rate 600 /s at 10 ms, consumer died at 30 ms, rate 400 /s at 50 ms.'
		);
	});
});
