import type { Nanoseconds } from '../../core/kernel/time';
import type { Story } from '../../engine/story/story';
import type { ChartChange } from '../labels/marks';

/** What every chart is given. */
export interface ChartProps {
	readonly story: Story;
	/** Where the time axis ends. */
	readonly duration: Nanoseconds;
	/** Where the learner stands in the run. What is known beyond is drawn faded. */
	readonly now: Nanoseconds;
	/** The time under inspection, shared by all charts; null for none. */
	readonly cursor: Nanoseconds | null;
	readonly oncursor: (time: Nanoseconds | null) => void;
	/** Turns of knobs, in time order. */
	readonly changes: readonly ChartChange[];
	/** Whether the marks are labelled. Of charts that stand together only the first says it. */
	readonly namesMarks?: boolean;
}
