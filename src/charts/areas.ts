import { area, curveStepBefore, range } from 'd3';
import type { Story } from '../engine/story';
import { columnEnd } from './columns';
import type { ChartScales } from './line';
import { FEWEST_COLUMNS, type Rates } from './rates';

type Bound = (column: number) => number;

/** An area between two curves of rates, drawn up to the end of the last column. */
function between(
	rates: Rates,
	story: Story,
	{ x, y }: ChartScales,
	lower: Bound,
	upper: Bound
): string {
	const shape = area<number>()
		.x((column) => x(columnEnd(story, column)))
		.y0((column) => y(lower(column)))
		.y1((column) => y(upper(column)))
		.digits(1);
	return shape(range(FEWEST_COLUMNS - 1, rates.columns)) ?? '';
}

/**
 * The area where more is offered than leaves. Its integral is what joins the backlog. (Where the
 * curves cross inside a column both areas are cut off straight, less than a pixel wide.)
 */
export function fillingArea(rates: Rates, story: Story, scales: ChartScales): string {
	const offered: Bound = (column) => rates.offered[column] ?? 0;
	const leaving: Bound = (column) => rates.leaving[column] ?? 0;
	const upper: Bound = (column) => Math.max(offered(column), leaving(column));
	return between(rates, story, scales, leaving, upper);
}

/** The area where more leaves than is offered. Its integral is what leaves the backlog. */
export function drainingArea(rates: Rates, story: Story, scales: ChartScales): string {
	const offered: Bound = (column) => rates.offered[column] ?? 0;
	const leaving: Bound = (column) => rates.leaving[column] ?? 0;
	const upper: Bound = (column) => Math.max(offered(column), leaving(column));
	return between(rates, story, scales, offered, upper);
}

/** The area of what leaves without being done: refused, dropped or lost. */
export function goneArea(rates: Rates, story: Story, scales: ChartScales): string {
	const done: Bound = (column) => rates.done[column] ?? 0;
	const leaving: Bound = (column) => rates.leaving[column] ?? 0;
	return between(rates, story, scales, done, leaving);
}

/** The area under the backlog: the stock itself. */
export function stockArea(story: Story, { x, y }: ChartScales): string {
	if (story.columns === 0) return '';
	const { backlogLast } = story.series;
	const shape = area<number>()
		.x((column) => x(column < 0 ? 0 : columnEnd(story, column)))
		.y0(y(0))
		.y1((column) => y(column < 0 ? 0 : (backlogLast[column] ?? 0)))
		.digits(1);
	return shape(range(-1, story.columns)) ?? '';
}

/** From the smallest to the largest backlog of each column, so that no spike is lost. */
export function spreadArea(story: Story, { x, y }: ChartScales): string {
	if (story.columns === 0) return '';
	const { backlogMin, backlogMax } = story.series;
	const shape = area<number>()
		.curve(curveStepBefore)
		.x((column) => x(column < 0 ? 0 : columnEnd(story, column)))
		.y0((column) => y(backlogMin[Math.max(column, 0)] ?? 0))
		.y1((column) => y(backlogMax[Math.max(column, 0)] ?? 0))
		.digits(1);
	return shape(range(-1, story.columns)) ?? '';
}
