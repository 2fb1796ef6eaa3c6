import { area, range } from 'd3';
import type { Story } from '../engine/story';
import { columnEnd } from './columns';
import { type ChartScales, drawnColumns, type Line, linePath, tenths } from './line';
import { RATE_STRIDE, type Rates } from './rates';

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
		.x((column) => tenths(x(columnEnd(story, column))))
		.y0((column) => tenths(y(lower(column))))
		.y1((column) => tenths(y(upper(column))))
		.digits(null);
	return shape(drawnColumns(rates.columns, RATE_STRIDE)) ?? '';
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

/** The area under a line that sets out from 0: a stock. */
export function stockArea(stock: Line, story: Story, scales: ChartScales): string {
	const edge = linePath(stock, story, scales);
	return edge === '' ? '' : `${edge}V${tenths(scales.y(0))}H${tenths(scales.x(0))}Z`;
}

/** From the smallest to the largest backlog of each column, so that no spike is lost. */
export function spreadArea(story: Story, { x, y }: ChartScales): string {
	const { backlogMin, backlogMax } = story.series;
	const shape = area<number>()
		.x((column) => tenths(x(columnEnd(story, column))))
		.y0((column) => tenths(y(backlogMin[column] ?? 0)))
		.y1((column) => tenths(y(backlogMax[column] ?? 0)))
		.digits(null);
	return shape(range(story.columns)) ?? '';
}
