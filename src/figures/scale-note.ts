import type { Scenario } from '../core/scenario/scenario';
import type { Station } from '../core/strategies/plan';
import { formatCount } from '../design/format';
import type { Frame } from '../engine/protocol';
import type { FigureLayout } from './layout';
import { packingOf } from './store-view';
import { packRound, SOURCE_INNER_RADIUS } from './sunflower';
import { readingOf } from './words';

/** What one grain at a station stands for, in words; empty while it is one message. Pure. */
export function scaleNote(
	station: Station,
	index: number,
	frame: Frame,
	settings: Scenario,
	layout: FigureLayout
): string {
	const place = layout.stations[index];
	if (station.kind === 'source') {
		return note(packRound(readingOf(frame, 'backlog.max'), SOURCE_INNER_RADIUS).perDot);
	}
	if (station.kind !== 'store' || place === undefined) return '';
	return note(packingOf(station, frame, settings, place, layout.direction).perGrain);
}

function note(perGrain: number): string {
	return perGrain === 1 ? '' : `1 grain = ${formatCount(perGrain)} messages`;
}
