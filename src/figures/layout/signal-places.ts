import type { Signal } from '../../core/plan/plan';
import { isLink, type LivePlan } from '../live-plan';
import { PIPE_HALF, type SignalPlace, type StationPlace } from '../places/figure-layout';
import { DRIP_ROOM } from './exit-places';
import { stationIndex } from './pipe-places';

const LINE_ABOVE = 62;
const LINE_BESIDE = 10;
/** How far a line ends from the station where it is given or felt. */
const ACROSS_GAP = 8;
const DOWN_GAP = 6;
/** How far the ends of two lines at one station are from its middle. */
const APART = 9;
/** How far below the end of a line its word stands where the middle is taken. */
const BELOW_END = 20;
/** How far from its downstream end a station is read that has words above it. */
const READ_END = 12;

/** One signal of a plan with the places of its two stations. */
interface Ends {
	readonly from: StationPlace;
	readonly to: StationPlace;
	/** How far the line is from the middle of its stations at both ends, upstream positive. */
	readonly leaves: number;
	readonly arrives: number;
	/** Room for what is above the station where the signal is felt. */
	readonly above: number;
	/** Where the nearest station upstream of the giver ends that leaves room beside its pipe. */
	readonly before: number;
	/** Whether the giver has a gate in front of it. */
	readonly isGated: boolean;
}

/** The lines of the signals above a horizontal figure. Pure. */
export function signalsAcross(
	plan: LivePlan,
	stations: readonly StationPlace[],
	axis: number
): SignalPlace[] {
	return endsOf(plan, stations).map(({ from, to, leaves, arrives, above }) => {
		const start = from.center - leaves;
		const end = to.center - arrives;
		return {
			points: [
				{ x: start, y: axis - from.breadth / 2 - ACROSS_GAP },
				{ x: start, y: LINE_ABOVE },
				{ x: end, y: LINE_ABOVE },
				{ x: end, y: axis - to.breadth / 2 - ACROSS_GAP - above }
			],
			word: { x: start - 14, y: LINE_ABOVE, anchor: 'end', width: start - end - 28 }
		};
	});
}

/** The lines of the signals at the left of a vertical figure. Pure. */
export function signalsDown(
	plan: LivePlan,
	stations: readonly StationPlace[],
	axis: number
): SignalPlace[] {
	return endsOf(plan, stations).map(({ from, to, leaves, arrives, before, isGated }) => {
		const start = from.center - leaves;
		const end = to.center - arrives;
		const x = LINE_BESIDE + 10;
		return {
			points: [
				{ x: axis - from.breadth / 2 - DOWN_GAP, y: start },
				{ x: LINE_BESIDE, y: start },
				{ x: LINE_BESIDE, y: end },
				{ x: axis - to.breadth / 2 - DOWN_GAP, y: end }
			],
			word: {
				x,
				// Beside the pipe in front of a gate stand the words of the gate.
				y: isGated ? end + BELOW_END : (before + from.start) / 2,
				anchor: 'start',
				width: axis - PIPE_HALF - 4 - x
			}
		};
	});
}

function endsOf(plan: LivePlan, stations: readonly StationPlace[]): Ends[] {
	return plan.signals.map((signal) => {
		const giver = stationIndex(plan, signal.from);
		const taker = stationIndex(plan, signal.to);
		const from = stations[giver];
		const to = stations[taker];
		if (from === undefined || to === undefined) throw new RangeError('a signal needs two stations');
		let wide = giver - 1;
		while (wide > 0 && isLink(plan.stations[wide])) wide--;
		return {
			from,
			to,
			// Two lines at one station part: what comes from downstream arrives at its downstream side.
			leaves: leavesAt(plan, signal, from),
			arrives: plan.signals.some((other) => other.from === signal.to) ? -APART : 0,
			above: plan.stations[taker]?.kind === 'bucket' ? DRIP_ROOM : 0,
			before: stations[wide]?.end ?? 0,
			isGated: plan.stations[giver]?.kind === 'bucket'
		};
	});
}

/** A log is read at its committed end; there it is also out of the way of the words of levels. */
function leavesAt(plan: LivePlan, { from }: Signal, { length }: StationPlace): number {
	const giver = plan.stations.find(({ id }) => id === from);
	const isRead = giver?.kind === 'store' && giver.shape === 'log';
	if (isRead || (giver?.lines.length ?? 0) > 0) return READ_END - length / 2;
	return plan.signals.some((other) => other.to === from) ? APART : 0;
}
