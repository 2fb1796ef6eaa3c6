import type { Nanoseconds } from '../core/kernel/time';
import type { LevelKey } from '../core/measures/series';
import type { Story } from '../engine/story';
import type { Look } from './line';
import { type Step, stepAt } from './steps';

/** Something that the values of a chart are compared with. It is known before anything happens. */
export interface Level {
	readonly name: string;
	readonly look: Look;
	/** In time order, the first at 0. */
	readonly steps: readonly Step[];
}

const LIMIT: Look = { state: 'lost', isDashed: true, isThin: false };
const RESUME: Look = { state: 'lost', isDashed: true, isThin: true };

/** The lag above which a gate shuts and, where it differs, the one at which it opens again. */
export function lagLevels({ levels }: Story): readonly Level[] {
	const stepsOf = (key: LevelKey) => levels.filter((change) => change.key === key);
	const limit = stepsOf('lagLimit');
	const resume = stepsOf('lagResume');
	if (limit.length === 0) return [];
	const times = [...new Set(levels.map(({ time }) => time))];
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

/** The largest that a level ever is, of what is at most `most`; 0 if nothing is. */
export function largestLevel(levels: readonly Level[], most: number): number {
	const values = levels.flatMap(({ steps }) => steps.map(({ value }) => value));
	return Math.max(0, ...values.filter((value) => value <= most));
}
