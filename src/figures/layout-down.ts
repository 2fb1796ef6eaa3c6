import type { Scenario } from '../core/scenario/scenario';
import type { StrategyPlan } from '../core/strategies/plan';
import { footprintOf } from './footprint';
import {
	exitsByPipe,
	type FigureLayout,
	PIPE_HALF,
	type PipePlace,
	pipeBetween,
	type SignalPlace,
	type StationPlace,
	stationIndex
} from './layout';

const PIPE = 26;
/** A pipe with a way out leaves room for a row of tally marks beside it. */
const EXIT_PIPE = 34;
const SIGNAL_ROOM = 30;
const SIGNAL_LINE = 10;
const TOP = 52;

/** The vertical figure: data down, the signal up at its left, words at its right. Pure. */
export function layoutDown(
	plan: StrategyPlan,
	settings: Scenario,
	width: number,
	textScale: number
): FigureLayout {
	const breadth = Math.round(Math.min(200, Math.max(130, width * 0.47)));
	const axis = Math.round(SIGNAL_ROOM + breadth / 2);
	const ways = exitsByPipe(plan);
	const stations = stationsOf(plan, settings, breadth, ways, textScale);
	const pipes = plan.pipes.map((pipe): PipePlace => {
		const from = stationIndex(plan, pipe.from);
		const to = stationIndex(plan, pipe.to);
		return pipeBetween(plan, from, to, stations);
	});
	const last = stations.at(-1);
	const foot = (last?.end ?? 0) + 10 * textScale;
	const beside = SIGNAL_ROOM + breadth + 14;
	const labelWidth = width - beside;
	return {
		direction: 'down',
		width,
		height: foot + 22 * textScale,
		axis,
		stations,
		pipes,
		labels: stations.map(({ center }) => ({
			x: beside,
			y: center,
			width: labelWidth,
			align: 'start'
		})),
		exits: [...ways].map(([pipe, exits]) => {
			const y = (pipes[pipe]?.end ?? 0) - 13;
			const start = axis + PIPE_HALF;
			return {
				exits,
				path: [
					{ x: start, y },
					{ x: start + 34, y }
				],
				tally: { x: start + 34, y, width: width - start - 34 }
			};
		}),
		signals: plan.signals.map(({ from, to }) =>
			signalOf(axis, stations[stationIndex(plan, from)], stations[stationIndex(plan, to)])
		),
		captions: {
			signal: { x: 0, y: 4, width, align: 'start' },
			data: { x: 0, y: foot, width, align: 'start' }
		}
	};
}

function stationsOf(
	plan: StrategyPlan,
	settings: Scenario,
	breadth: number,
	ways: ReadonlyMap<number, readonly number[]>,
	textScale: number
): StationPlace[] {
	const places: StationPlace[] = [];
	plan.stations.forEach((station, index) => {
		const footprint = footprintOf(station);
		const room = { length: footprint.room('down', breadth) ?? 0, breadth };
		const size = footprint.size(station, settings, room, 'down');
		const hasExit = ways.has(index - 1);
		const before = places.at(-1);
		let start = TOP * textScale;
		if (before !== undefined) {
			// The words beside a station may be taller than the station.
			const words = (hasExit ? 114 : 88) * textScale - (before.length + size.length) / 2;
			start = before.end + Math.max(PIPE + (hasExit ? EXIT_PIPE : 0), words);
		}
		start = Math.round(start);
		const { length } = size;
		const end = start + length;
		places.push({ start, end, center: start + length / 2, length, breadth: size.breadth, room });
	});
	return places;
}

function signalOf(
	axis: number,
	from: StationPlace | undefined,
	to: StationPlace | undefined
): SignalPlace {
	if (from === undefined || to === undefined) throw new RangeError('a signal needs two stations');
	return {
		points: [
			{ x: axis - from.breadth / 2 - 6, y: from.center },
			{ x: SIGNAL_LINE, y: from.center },
			{ x: SIGNAL_LINE, y: to.center },
			{ x: axis - to.breadth / 2 - 6, y: to.center }
		],
		word: { x: SIGNAL_LINE + 12, y: (from.start + to.end) / 2, anchor: 'start' }
	};
}
