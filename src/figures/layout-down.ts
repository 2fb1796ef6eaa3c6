import type { Scenario } from '../core/scenario/scenario';
import type { Station, StrategyPlan } from '../core/strategies/plan';
import { footprintOf } from './footprint';
import {
	type ExitPlace,
	exitsByPipe,
	type FigureLayout,
	PIPE_HALF,
	type PipePlace,
	pipeBetween,
	type SignalPlace,
	type StationPlace,
	stationIndex
} from './places';

const PIPE = 26;
const SIGNAL_ROOM = 30;
const SIGNAL_LINE = 10;
const TOP = 50;
/** Between the words of two stations, and for a row of tally marks between them. */
const WORDS_GAP = 10;
const EXIT_ROW = 22;
/** How far a way out leads away from its pipe. */
const EXIT_LENGTH = 34;

/** The vertical figure: data down, the signal up at its left, words at its right. Pure. */
export function layoutDown(
	plan: StrategyPlan,
	settings: Scenario,
	width: number,
	textScale: number
): FigureLayout {
	const breadth = Math.round(Math.min(200, Math.max(130, width * 0.47)));
	const axis = Math.round(SIGNAL_ROOM + breadth / 2);
	const wordsLeft = SIGNAL_ROOM + breadth + 14;
	const wordsWidth = width - wordsLeft;
	const words = plan.stations.map((station) => heightOfWords(station, wordsWidth, textScale));
	const ways = exitsByPipe(plan);
	const stations = stationsOf(plan, settings, breadth, words, ways, textScale);
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
		exits: exitsOf(ways, pipes, stations, words, axis, width),
		signals: plan.signals.map(({ from, to }) =>
			signalOf(axis, stations[stationIndex(plan, from)], stations[stationIndex(plan, to)])
		),
		captions: {
			signal: { x: 0, y: 4, width, align: 'start' },
			data: { x: 0, y: foot, width, align: 'start' }
		}
	};
}

/** Mean widths of a letter in a name and in a consequence, in CSS pixels at ordinary size. */
const NAME_LETTER = 7;
const LETTER = 6.2;

/**
 * How tall the words of a station may become, in CSS pixels: an estimate that errs on the large
 * side, because no text is measured before it is drawn. A number counts as five letters.
 */
function heightOfWords(station: Station, width: number, textScale: number): number {
	const lines = (words: string, letter: number) =>
		Math.ceil((words.replace(/\{[^}]*\}/g, '00000').length * letter * textScale) / width);
	const name = 19 * lines(station.name, NAME_LETTER);
	const consequence = 17 * lines(station.consequence, LETTER);
	const note = station.kind === 'store' ? 17 : 0;
	return textScale * (name + 21 + consequence + note);
}

function stationsOf(
	plan: StrategyPlan,
	settings: Scenario,
	breadth: number,
	words: readonly number[],
	ways: ReadonlyMap<number, readonly number[]>,
	textScale: number
): StationPlace[] {
	const places: StationPlace[] = [];
	plan.stations.forEach((station, index) => {
		const footprint = footprintOf(station);
		const room = { length: footprint.room('down', breadth) ?? 0, breadth };
		const size = footprint.size(station, settings, room, 'down');
		const before = places.at(-1);
		let start = TOP * textScale;
		if (before !== undefined) {
			const exit = ways.has(index - 1) ? EXIT_ROW * textScale : 0;
			const apart = ((words[index - 1] ?? 0) + (words[index] ?? 0)) / 2 + WORDS_GAP + exit;
			// The words beside a station may be taller than the station.
			const pipe = Math.max(PIPE + exit, apart - (before.length + size.length) / 2);
			start = Math.round(before.end + pipe);
		}
		const { length } = size;
		const center = start + length / 2;
		places.push({ start, end: start + length, center, length, breadth: size.breadth, room });
	});
	return places;
}

/** Ways out lead to the right, between the words of two stations. */
function exitsOf(
	ways: ReadonlyMap<number, readonly number[]>,
	pipes: readonly PipePlace[],
	stations: readonly StationPlace[],
	words: readonly number[],
	axis: number,
	width: number
): ExitPlace[] {
	return [...ways].flatMap(([index, exits]) => {
		const pipe = pipes[index];
		if (pipe === undefined) return [];
		const above = (stations[pipe.from]?.center ?? 0) + (words[pipe.from] ?? 0) / 2;
		const below = (stations[pipe.to]?.center ?? 0) - (words[pipe.to] ?? 0) / 2;
		const y = Math.min(pipe.end - 10, Math.max(pipe.departure + 8, (above + below) / 2));
		const x = axis + PIPE_HALF;
		const tally = { x: x + EXIT_LENGTH, y, width: width - x - EXIT_LENGTH };
		return [{ exits, path: [{ x, y }, tally], tally }];
	});
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
