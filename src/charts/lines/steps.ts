import type { Nanoseconds } from '../../core/kernel/time';
import type { Story } from '../../engine/story/story';
import { columnEnd } from '../story/columns';
import { type ChartScales, type Line, tenths } from './line';

/** From `time` on, up to the next step, `value` holds; NaN stands for none. */
export interface Step {
	readonly time: Nanoseconds;
	readonly value: number;
}

/** The steps of a line whose values hold: one for each column that says something new. */
export function stepsOf(line: Line, story: Story): readonly Step[] {
	const steps: Step[] = [];
	let before = Number.NaN;
	for (let column = 0; column < line.columns; column++) {
		const value = line.values[column] ?? Number.NaN;
		if (!Object.is(value, before)) steps.push({ time: columnEnd(story, column), value });
		before = value;
	}
	return steps;
}

/** The value that holds at a time; NaN if none does. */
export function stepAt(steps: readonly Step[], time: Nanoseconds): number {
	return steps.findLast((step) => step.time <= time)?.value ?? Number.NaN;
}

/** The path of steps up to `end`, with gaps where nothing holds. In tenths of a pixel. */
export function stepPath(steps: readonly Step[], end: Nanoseconds, { x, y }: ChartScales): string {
	let path = '';
	let before = Number.NaN;
	for (const { time, value } of steps) {
		const at = tenths(x(time));
		const height = tenths(y(value));
		if (!Number.isNaN(before)) path += `H${at}`;
		if (!Number.isNaN(value)) path += Number.isNaN(before) ? `M${at},${height}` : `V${height}`;
		before = value;
	}
	return Number.isNaN(before) ? path : `${path}H${tenths(x(end))}`;
}
