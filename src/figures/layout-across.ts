import type { Scenario } from '../core/scenario/scenario';
import type { StrategyPlan } from '../core/strategies/plan';
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
	stationIndex,
	type TextPlace
} from './places';

const AXIS = 177;
const SIGNAL_LINE = 62;
/** How far below the axis the words begin: below the tallest store. */
const WORDS_BELOW = 67;
const ROOM_BREADTH = 120;
/** What the caption of the data lane takes at ordinary size. */
const CAPTION_WIDTH = 228;
/** From this width on, in widths of ordinary type, every line of words has room to stay one. */
const ROOMY = 820;

interface Slot {
	readonly start: number;
	readonly length: number;
}

/** The horizontal figure: data to the right, the signal to the left above it. Pure. */
export function layoutAcross(
	plan: StrategyPlan,
	settings: Scenario,
	width: number,
	textScale: number
): FigureLayout {
	const slots = slotsOf(plan, width);
	const stations = plan.stations.map((station, index): StationPlace => {
		const slot = slots[index] as Slot;
		const room = { length: Math.floor(slot.length), breadth: ROOM_BREADTH };
		const { length, breadth } = footprintOf(station).size(station, settings, room, 'right');
		// Whole pixels keep rasters and hairlines crisp.
		const start = Math.round(slot.start + (slot.length - length) / 2);
		return { start, end: start + length, center: start + length / 2, length, breadth, room };
	});
	const isRoomy = width / textScale >= ROOMY;
	const wordsTop = AXIS + WORDS_BELOW;
	const lastRow = wordsTop + textScale * (isRoomy ? 77 : 104);
	const pipes = pipesOf(plan, stations);
	const forks = [...exitsByPipe(plan)].map(([pipe, exits]) => ({
		exits,
		x: (slots[pipes[pipe]?.to ?? 0]?.start ?? 0) - 8
	}));
	// The caption of the lane shares its row with the tally marks if they leave it room.
	const isCrowded = forks.some(({ x }) => x < CAPTION_WIDTH * textScale);
	const captionRow = lastRow + (isCrowded ? 20 * textScale : 0);
	const exits = exitsOf(forks, width, lastRow + 9 * textScale);
	return {
		direction: 'right',
		width,
		height: captionRow + 20 * textScale,
		axis: AXIS,
		stations,
		pipes,
		labels: labelsOf(stations, slots, exits, width, wordsTop, isRoomy),
		exits,
		signals: plan.signals.map(({ from, to }) =>
			signalOf(stations[stationIndex(plan, from)], stations[stationIndex(plan, to)])
		),
		captions: {
			signal: { x: 0, y: 12, width, align: 'start' },
			data: { x: 0, y: captionRow, width, align: 'start' }
		}
	};
}

/** Gives every station its room from left to right; what is left over goes to those that want it. */
function slotsOf(plan: StrategyPlan, width: number): Slot[] {
	const rooms = plan.stations.map((station) => footprintOf(station).room('right', width));
	const lead = Math.min(24, Math.max(18, width * 0.0263));
	const outer = Math.min(60, Math.max(36, width * 0.066));
	const inner = Math.min(44, Math.max(32, width * 0.048));
	const gaps = plan.pipes.map((_, index) => {
		const isOuter = rooms[index] !== null && rooms[index + 1] !== null;
		return isOuter ? outer : inner;
	});
	const taken = [...rooms, ...gaps].reduce<number>((sum, length) => sum + (length ?? 0), 2 * lead);
	const rest = Math.max(0, width - taken);
	const growing = rooms.filter((room) => room === null).length;
	const stretch = growing === 0 ? rest / gaps.length : 0;
	let start = lead;
	return rooms.map((room, index) => {
		const slot = { start, length: room ?? rest / growing };
		start += slot.length + (gaps[index] ?? 0) + stretch;
		return slot;
	});
}

function pipesOf(plan: StrategyPlan, stations: readonly StationPlace[]): PipePlace[] {
	return plan.pipes.map((pipe) => {
		const from = stationIndex(plan, pipe.from);
		const to = stationIndex(plan, pipe.to);
		return pipeBetween(plan, from, to, stations);
	});
}

/** Ways out run down between the words of two stations to the row of the data lane. */
function exitsOf(
	forks: readonly { readonly exits: readonly number[]; readonly x: number }[],
	width: number,
	row: number
): ExitPlace[] {
	return forks.map(({ exits, x }) => ({
		exits,
		path: [
			{ x, y: AXIS + PIPE_HALF },
			{ x, y: row }
		],
		tally: { x, y: row, width: width - x }
	}));
}

/** The words of a station are centered below it and end where the next pipe or way out begins. */
function labelsOf(
	stations: readonly StationPlace[],
	slots: readonly Slot[],
	exits: readonly ExitPlace[],
	width: number,
	y: number,
	isRoomy: boolean
): TextPlace[] {
	const borders = slots.slice(1).map((slot, index) => {
		const end = (slots[index]?.start ?? 0) + (slots[index]?.length ?? 0);
		const exit = exits.find(({ path }) => path[0].x > end && path[0].x < slot.start);
		const middle = (end + slot.start) / 2;
		if (exit === undefined) return { before: middle, behind: middle };
		return { before: exit.path[0].x - 6, behind: exit.path[0].x + 6 };
	});
	return stations.map(({ center }, index) => {
		const left = borders[index - 1]?.behind ?? 0;
		const right = borders[index]?.before ?? width;
		// With room to spare, long words may pass the middle of a pipe beside short ones.
		const half = Math.min(center - left, right - center) + (isRoomy ? 16 : -2);
		return { x: center - half, y, width: 2 * half, align: 'center' };
	});
}

function signalOf(from: StationPlace | undefined, to: StationPlace | undefined): SignalPlace {
	if (from === undefined || to === undefined) throw new RangeError('a signal needs two stations');
	return {
		points: [
			{ x: from.center, y: AXIS - from.breadth / 2 - 8 },
			{ x: from.center, y: SIGNAL_LINE },
			{ x: to.center, y: SIGNAL_LINE },
			{ x: to.center, y: AXIS - to.breadth / 2 - 8 }
		],
		word: { x: from.center - 14, y: SIGNAL_LINE, anchor: 'end' }
	};
}
