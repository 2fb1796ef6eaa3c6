import type { Nanoseconds } from '../../core/kernel/time';
import type { LevelKey } from '../../core/measures/series';
import type { Story } from '../../engine/story/story';
import type { Look } from '../lines/line';
import { type Step, stepAt } from '../lines/steps';

/** Something that the values of a chart are compared with. It is known before anything happens. */
export interface Level {
	readonly name: string;
	readonly look: Look;
	/** In time order; before the first there is none. */
	readonly steps: readonly Step[];
	/** What it means to lie above it, to be written along the line. */
	readonly remark?: string;
}

/** From when to when a level holds one value. */
export interface Stretch {
	readonly from: Nanoseconds;
	readonly to: Nanoseconds;
	readonly value: number;
}

// Ink, not the red of loss: late is not lost.
const DEADLINE: Look = { state: 'message', isDashed: false, isThin: true };
const LIMIT: Look = { state: 'lost', isDashed: true, isThin: false };
const RESUME: Look = { state: 'lost', isDashed: true, isThin: true };

/**
 * A level joins the axis once the values have come to such a part of it: before, one would see nothing
 * else.
 */
const REACH = 10;

/** Whether there was ever a deadline, so that done messages are told apart by it. */
export function hasDeadline({ levels }: Story): boolean {
	return levels.some(({ key }) => key === 'deadline');
}

/** The time since offered, in seconds, above which a message is late. */
export function deadlineLevels(story: Story): readonly Level[] {
	if (!hasDeadline(story)) return [];
	const steps = story.levels.filter(({ key }) => key === 'deadline');
	return [{ name: 'deadline', look: DEADLINE, steps, remark: 'late above this line' }];
}

/** The lag above which a gate shuts and, where it differs, the one at which it opens again. */
export function lagLevels({ levels }: Story): readonly Level[] {
	const stepsOf = (key: LevelKey) => levels.filter((change) => change.key === key);
	const limit = stepsOf('lagLimit');
	const resume = stepsOf('lagResume');
	if (limit.length === 0) return [];
	const times = [...new Set([...limit, ...resume].map(({ time }) => time))].sort((a, b) => a - b);
	const apart = times.map((time) => {
		const value = stepAt(resume, time);
		return { time, value: value === stepAt(limit, time) ? Number.NaN : value };
	});
	const hasHysteresis = apart.some(({ value }) => !Number.isNaN(value));
	return [
		{ name: 'limit', look: LIMIT, steps: limit },
		...(hasHysteresis ? [{ name: 'resume', look: RESUME, steps: apart }] : [])
	];
}

/** What holds of a level at a time; NaN if nothing does. */
export function levelAt({ steps }: Level, time: Nanoseconds): number {
	return stepAt(steps, time);
}

/** The last stretch of a level up to `end` whose value is at most `top`; null if there is none. */
export function lastStretch({ steps }: Level, top: number, end: Nanoseconds): Stretch | null {
	const last = steps.findLastIndex(({ time, value }) => time < end && value <= top);
	const step = steps[last];
	if (step === undefined) return null;
	return { from: step.time, to: Math.min(steps[last + 1]?.time ?? end, end), value: step.value };
}

/**
 * What an axis has to hold: the largest value, and every level, at any time, that the values have come
 * near.
 */
export function largestWith(levels: readonly Level[], largest: number): number {
	const values = levels.flatMap(({ steps }) => steps.map(({ value }) => value));
	return Math.max(largest, ...values.filter((value) => value <= REACH * largest));
}
