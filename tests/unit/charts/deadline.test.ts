import { describe, expect, it } from 'vitest';
import {
	deadlineLevels,
	hasDeadline,
	lagLevels,
	lastStretch,
	levelAt
} from '../../../src/charts/story/levels';
import { ratesOf } from '../../../src/charts/story/rates';
import { latencySentence, ratesSentence } from '../../../src/charts/telling/sentences';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { LevelChange } from '../../../src/engine/protocol';
import type { Story } from '../../../src/engine/story/story';
import { COLUMN, storyOf, storyOfRun } from './fixture';

const END = 100 * COLUMN;

/** Of six messages a column that are offered, five are done and two of them late. */
function storyWith(levels: readonly LevelChange[]): Story {
	return storyOf(100, () => ({ offered: 6, completed: 5, late: 2 }), { levels });
}

function deadlineAt(time: number, value: number): LevelChange {
	return { key: 'deadline', time, value };
}

function limitAt(time: number, value: number): LevelChange {
	return { key: 'lagLimit', time, value };
}

/** Which spaces a number is written with is not for these tests to say. */
function plain(text: string): string {
	return text.replace(/\s/g, ' ');
}

describe('the deadline on a chart', () => {
	it('is one solid line of ink, that says what it means to lie above it', () => {
		const [level, ...others] = deadlineLevels(storyWith([deadlineAt(0, 1)]));
		expect(others).toEqual([]);
		expect(level).toMatchObject({ name: 'deadline', remark: 'late above this line' });
		expect(level?.look).toMatchObject({ state: 'message', isDashed: false });
	});

	it('follows its turns, and is nothing where there is none', () => {
		const turns = [deadlineAt(10 * COLUMN, 1), deadlineAt(30 * COLUMN, Number.NaN)];
		const [level] = deadlineLevels(storyWith([...turns, deadlineAt(60 * COLUMN, 2)]));
		if (level === undefined) throw new RangeError('there is a deadline');
		const values = [0, 9, 10, 29, 30, 59, 60, 99].map((column) => levelAt(level, column * COLUMN));
		const { NaN: none } = Number;
		expect(values).toEqual([none, none, 1, 1, none, none, 2, 2]);
	});

	it('is no part of a chart in whose run there never is one', () => {
		expect(hasDeadline(storyWith([]))).toBe(false);
		expect(deadlineLevels(storyWith([limitAt(0, 100)]))).toEqual([]);
	});

	it('leaves the limits of a lag as they are', () => {
		const limits = [
			limitAt(0, 100),
			{ key: 'lagResume', time: 0, value: 20 } as const,
			limitAt(50 * COLUMN, 200)
		];
		const levels = [deadlineAt(0, 1), ...limits, deadlineAt(70 * COLUMN, 2)];
		expect(lagLevels(storyWith(levels))).toEqual(lagLevels(storyWith(limits)));
	});
});

describe('the last stretch of a level in view', () => {
	const [level] = deadlineLevels(
		storyWith([
			deadlineAt(0, 1),
			deadlineAt(20 * COLUMN, 5),
			deadlineAt(40 * COLUMN, 2),
			deadlineAt(60 * COLUMN, Number.NaN)
		])
	);
	if (level === undefined) throw new RangeError('there is a deadline');

	it.each([
		['ends where the next begins', 2, 100, { from: 40, to: 60, value: 2 }],
		['is an earlier one where the last is beyond the top', 1, 100, { from: 0, to: 20, value: 1 }],
		['ends where the axis ends', 9, 30, { from: 20, to: 30, value: 5 }],
		['begins before the axis ends', 9, 20, { from: 0, to: 20, value: 1 }]
	])('%s', (_, top, end, { from, to, value }) => {
		expect(lastStretch(level, top, end * COLUMN)).toEqual({
			from: from * COLUMN,
			to: to * COLUMN,
			value
		});
	});

	it('is nothing where all are beyond the top', () => {
		expect(lastStretch(level, 0.5, END)).toBeNull();
	});
});

describe('what is done in time', () => {
	it('is what is done less what is late, column by column', () => {
		const { done, inTime, columns } = ratesOf(storyWith([deadlineAt(0, 1)]), END);
		for (let column = 0; column < columns; column++) {
			expect(done[column]).toBeCloseTo(500, 9);
			expect(inTime[column]).toBeCloseTo(300, 9);
		}
	});

	it('falls to nothing in a run in which all become late, while as much is done', () => {
		const scenario: Partial<Scenario> = {
			duration: 10,
			source: { ...defaultScenario('small-buffers').source, process: 'constant' },
			deadline: 0.5
		};
		const story = storyOfRun(scenario);
		const { done, inTime, columns } = ratesOf(story, 10e9);
		expect(inTime[20]).toBe(done[20]);
		expect(inTime[columns - 1]).toBe(0);
		expect(done[columns - 1]).toBeGreaterThan(400);
	});

	it('is told of in words where there is a deadline, and only there', () => {
		const judged = storyWith([deadlineAt(0, 1)]);
		expect(plain(ratesSentence(judged, ratesOf(judged, END), END))).toBe(
			'In 1 s 600 messages were offered and 500 done, 200 of them late. ' +
				'Around 1 s 600 /s offered and 500 /s done, 300 /s in time.'
		);
		const plainStory = storyWith([]);
		expect(ratesSentence(plainStory, ratesOf(plainStory, END), END)).not.toMatch(/late|in time/);
	});

	it('is measured by the deadline of the time that is looked at', () => {
		const story = storyWith([deadlineAt(0, 1), deadlineAt(50 * COLUMN, 0.2)]);
		const shown = { offeredP50: 0.3, offeredP99: 0.9, acceptedP50: 0.02, acceptedP99: 0.03 };
		const told = (column: number) => plain(latencySentence(story, column * COLUMN, shown));
		expect(told(30)).toMatch(/and 30 ms\. Later than 1 s is late\.$/);
		expect(told(80)).toMatch(/and 30 ms\. Later than 0\.20 s is late\.$/);
		expect(plain(latencySentence(storyWith([]), END, shown))).toMatch(/and 30 ms\.$/);
	});
});
