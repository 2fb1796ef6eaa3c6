import type { Nanoseconds } from '../../core/kernel/time';
import type { Story } from '../../engine/story/story';

/** A vertical mark on every chart: a turned knob, or the consumer's death. */
export interface ChartMark {
	readonly time: Nanoseconds;
	readonly label: string;
	readonly isDeath: boolean;
}

/** A turn of a knob as the charts show it, for example "rate 400 /s". */
export interface ChartChange {
	readonly time: Nanoseconds;
	readonly label: string;
}

/** All marks, in time order. */
export function chartMarks(story: Story, changes: readonly ChartChange[]): readonly ChartMark[] {
	const marks: ChartMark[] = changes.map((change) => ({ ...change, isDeath: false }));
	const died = story.moments.find((moment) => moment.key === 'consumer-died');
	if (died !== undefined) marks.push({ time: died.time, label: 'consumer died', isDeath: true });
	return marks.sort((a, b) => a.time - b.time);
}
