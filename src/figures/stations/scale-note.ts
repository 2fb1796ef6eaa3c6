import { formatCount } from '../../design/format';
import { isLink, type LiveStation } from '../live-plan';
import type { FigureLayout } from '../places/figure-layout';
import { bucketShape, packTokens } from './bucket/bucket-packing';
import { packDemand } from './demand/demand-packing';
import { packingOf } from './store/packing/packing-of';
import { packRound, SOURCE_INNER_RADIUS } from './sunflower';

/**
 * What one mark at a station stands for, in words, when at most so many messages have been there;
 * empty while it is one message, or one token. Pure.
 */
export function scaleNote(
	station: LiveStation,
	index: number,
	most: number,
	{ stations, axis, direction }: FigureLayout
): string {
	const place = stations[index];
	if (place === undefined) return '';
	switch (station.kind) {
		case 'source':
			return noteOf('grain', packRound(most, SOURCE_INNER_RADIUS).perDot, '');
		case 'bucket': {
			const shape = bucketShape(place, axis, direction);
			return noteOf('diamond', packTokens(station.limit, shape).perDiamond, '');
		}
		case 'demand':
			return noteOf('chevron', packDemand(station.limit, place, direction).perChevron, '');
		case 'store': {
			if (isLink(station)) return '';
			const { perGrain } = packingOf(station, most, place, direction);
			return noteOf('grain', perGrain, direction === 'right' ? ' messages' : '');
		}
		case 'producer':
		case 'holders':
		case 'done':
			return '';
	}
}

function noteOf(mark: string, count: number, things: string): string {
	return count === 1 ? '' : `1 ${mark} = ${formatCount(count)}${things}`;
}
