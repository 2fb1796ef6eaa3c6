import type { Scenario } from '../core/scenario/scenario';
import type { StrategyPlan } from '../core/strategies/plan';
import { layoutAcross } from './layout-across';
import { layoutDown } from './layout-down';
import type { FigureLayout } from './places';

/** Narrower than this, in widths of ordinary type, messages run down the page. */
const NARROW = 600;
const WIDTH_MAX = 1040;

/**
 * Finds a place for everything in a plan, in a block of the given width. `textScale` is the size of
 * the reader's type against 16 px. Pure.
 * @throws {RangeError} if the figure has no drawing for a station of the plan yet.
 */
export function layoutFigure(
	plan: StrategyPlan,
	settings: Scenario,
	width: number,
	textScale = 1
): FigureLayout {
	return width / textScale < NARROW
		? layoutDown(plan, settings, Math.max(width, 240), textScale)
		: layoutAcross(plan, settings, Math.min(width, WIDTH_MAX), textScale);
}
