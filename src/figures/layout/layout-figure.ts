import type { Scenario } from '../../core/scenario/scenario';
import { isWithoutRoom, type LivePlan } from '../live-plan';
import type { FigureLayout } from '../places/figure-layout';
import { layoutAcross } from './layout-across';
import { layoutDown } from './layout-down';

/** Narrower than this, in widths of ordinary type, messages run down the page. */
const NARROW = 600;
/** The same for each station that takes room, so that their words have some too. */
const NARROW_STATION = 96;
const WIDTH_MAX = 1040;

/**
 * Finds a place for everything in a plan, in a block of the given width. `textScale` is the size of
 * the reader's type against 16 px. Pure.
 */
export function layoutFigure(
	plan: LivePlan,
	settings: Scenario,
	width: number,
	textScale = 1
): FigureLayout {
	const stations = plan.stations.filter((station) => !isWithoutRoom(station)).length;
	return width / textScale < Math.max(NARROW, stations * NARROW_STATION)
		? layoutDown(plan, settings, Math.max(width, 240), textScale)
		: layoutAcross(plan, settings, Math.min(width, WIDTH_MAX), textScale);
}
