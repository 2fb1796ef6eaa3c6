import type { Scenario } from '../core/scenario/scenario';
import type { Station } from '../core/strategies/plan';
import { formatCount } from '../design/format';
import type { FigureLayout } from './places';
import { packingOf } from './store-view';
import { packRound, SOURCE_INNER_RADIUS } from './sunflower';

/**
 * What one grain at a station stands for, in words, when at most so many messages have been there;
 * empty while it is one message. Pure.
 */
export function scaleNote(
	station: Station,
	index: number,
	most: number,
	settings: Scenario,
	layout: FigureLayout
): string {
	const place = layout.stations[index];
	if (station.kind === 'source') {
		const { perDot } = packRound(most, SOURCE_INNER_RADIUS);
		return perDot === 1 ? '' : `1 grain = ${formatCount(perDot)}`;
	}
	if (station.kind !== 'store' || place === undefined) return '';
	const { perGrain } = packingOf(station, most, settings, place, layout.direction);
	const things = layout.direction === 'right' ? ' messages' : '';
	return perGrain === 1 ? '' : `1 grain = ${formatCount(perGrain)}${things}`;
}
