import type { Scenario } from '../../core/scenario/scenario';
import { type LivePlan, type LiveStation, movesByItself } from '../live-plan';
import type { FigureLayout, StationPlace } from '../places/figure-layout';
import { DRIP_ROOM, EXIT_LINE, exitsDown } from './exit-places';
import { footprintOf } from './footprint';
import { isWithoutLength, stretchLinks } from './link-stations';
import { exitsByPipe, pipeBetween, stationIndex } from './pipe-places';
import { signalsDown } from './signal-places';
import { heightOfWords } from './words-height';

const PIPE = 26;
const SIGNAL_ROOM = 30;
const TOP = 50;
/** Between the words of two stations, and for a row of tally marks between them. */
const WORDS_GAP = 10;
const EXIT_ROW = 22;
/** For the lines of a signal that says a number. */
const SIGNAL_WORDS = 56;

/** The vertical figure: data down, the signal up at its left, words at its right. Pure. */
export function layoutDown(
	plan: LivePlan,
	settings: Scenario,
	width: number,
	textScale: number
): FigureLayout {
	const breadth = Math.round(Math.min(200, Math.max(130, width * 0.47)));
	const axis = Math.round(SIGNAL_ROOM + breadth / 2);
	const wordsLeft = SIGNAL_ROOM + breadth + 14;
	const wordsWidth = width - wordsLeft;
	const words = plan.stations.map((station) =>
		heightOfWords(station, settings, wordsWidth, textScale)
	);
	const ways = exitsByPipe(plan);
	const stations = stationsOf(plan, breadth, words, ways, textScale);
	const pipes = plan.pipes.map(({ from, to }) =>
		pipeBetween(plan, stationIndex(plan, from), stationIndex(plan, to), stations)
	);
	const foot = (stations.at(-1)?.end ?? 0) + 10 * textScale;
	return {
		direction: 'down',
		width,
		height: foot + 22 * textScale,
		axis,
		stations,
		pipes,
		labels: stations.map(({ center }) => ({
			x: wordsLeft,
			y: center,
			width: wordsWidth,
			align: 'start'
		})),
		exits: exitsDown(ways, pipes, stations, words, axis, width, textScale),
		signals: signalsDown(plan, stations, axis),
		captions: {
			signal: { x: 0, y: 4, width, align: 'start' },
			data: { x: 0, y: foot, width, align: 'start' }
		}
	};
}

function stationsOf(
	plan: LivePlan,
	breadth: number,
	words: readonly number[],
	ways: ReadonlyMap<number, readonly number[]>,
	textScale: number
): readonly StationPlace[] {
	const places: StationPlace[] = [];
	let end = 0;
	let takenBefore = 0;
	plan.stations.forEach((station, index) => {
		const footprint = footprintOf(station);
		const extent = footprint.extent(station, 'down', breadth);
		const room = { length: extent.ideal, breadth };
		const { length, ...size } = footprint.size(station, room, 'down');
		// A station that grows and shrinks by itself keeps its room, so that the others stay in place.
		const taken = movesByItself(station) ? room.length : length;
		let start = TOP * textScale;
		if (index > 0) {
			const rows = ways.get(index - 1)?.length ?? 0;
			const exit = rows === 0 ? 0 : (EXIT_ROW + (rows - 1) * EXIT_LINE) * textScale;
			const drip = station.kind === 'bucket' ? DRIP_ROOM : 0;
			const apart = ((words[index - 1] ?? 0) + (words[index] ?? 0)) / 2 + WORDS_GAP + exit;
			const word = saysMore(plan, station) ? SIGNAL_WORDS * textScale : 0;
			const least = isWithoutLength(plan, index - 1) ? 0 : Math.max(PIPE + exit + drip, word);
			// The words beside a station may be taller than the station.
			const pipe = Math.max(least, apart - (takenBefore + taken) / 2);
			start = Math.round(end + pipe);
		}
		end = start + taken;
		takenBefore = taken;
		const center = start + taken / 2;
		const edges = { start: center - length / 2, end: center + length / 2 };
		places.push({ ...edges, center, length, breadth: size.breadth, room });
	});
	return stretchLinks(plan, places);
}

/** Whether the signal of a station, which stands above it, is more than a word. */
function saysMore(plan: LivePlan, { id }: LiveStation): boolean {
	return plan.signals.some(({ from, word }) => from === id && word.includes(' '));
}
