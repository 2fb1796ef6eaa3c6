import { area, range } from 'd3';
import type { Story } from '../../engine/story/story';
import { columnEnd } from '../story/columns';
import { RATE_STRIDE, type Rates } from '../story/rates';
import { type ChartScales, drawnColumns, type Line, linePath, tenths } from './line';

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

/** The name of a rate. */
type Flow = 'offered' | 'accepted' | 'done' | 'leaving';

/**
 * The area where more flows in than out. Its integral is what joins the stock between the two. (Where
 * the curves cross inside a column, it is cut off straight, less than a pixel wide.)
 */
export function surplusArea(
	rates: Rates,
	inflow: Flow,
	outflow: Flow,
	story: Story,
	scales: ChartScales
): string {
	const lower: Bound = (column) => rates[outflow][column] ?? 0;
	const upper: Bound = (column) => Math.max(rates[inflow][column] ?? 0, lower(column));
	return between(rates, story, scales, lower, upper);
}

/** The area under a line that sets out from 0: a stock. */
export function stockArea(stock: Line, story: Story, scales: ChartScales): string {
	const edge = linePath(stock, story, scales);
	return edge === '' ? '' : `${edge}V${tenths(scales.y(0))}H${tenths(scales.x(0))}Z`;
}

/** From the smallest to the largest value of each column, so that no spike is lost. */
export function spreadArea(
	smallest: ArrayLike<number>,
	largest: ArrayLike<number>,
	story: Story,
	{ x, y }: ChartScales
): string {
	const shape = area<number>()
		.x((column) => tenths(x(columnEnd(story, column))))
		.y0((column) => tenths(y(smallest[column] ?? 0)))
		.y1((column) => tenths(y(largest[column] ?? 0)))
		.digits(null);
	return shape(range(story.columns)) ?? '';
}
