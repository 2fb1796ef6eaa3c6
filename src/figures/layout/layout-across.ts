import type { Scenario } from '../../core/scenario/scenario';
import type { LivePlan } from '../live-plan';
import type { FigureLayout, StationPlace, TextPlace } from '../places/figure-layout';
import { exitsAcross, type Fork } from './exit-places';
import { footprintOf } from './footprint';
import { stretchLinks } from './link-stations';
import { exitsByPipe, pipeBetween, stationIndex } from './pipe-places';
import { signalsAcross } from './signal-places';
import { type Stretch, stretchesOf } from './stretches';
import { heightOfWords } from './words-height';

const AXIS = 177;
/** How far below the axis the words begin: below the tallest store. */
const WORDS_BELOW = 67;
const ROOM_BREADTH = 120;
/** What the caption of the data lane takes at ordinary size. */
const CAPTION_WIDTH = 228;
/** With so much for each station, in widths of ordinary type, every line of words has room. */
const ROOMY = 164;
const EXIT_ROW = 20;

/** The horizontal figure: data to the right, the signal to the left above it. Pure. */
export function layoutAcross(
	plan: LivePlan,
	settings: Scenario,
	width: number,
	textScale: number
): FigureLayout {
	const stretches = stretchesOf(plan, width);
	const fitted = plan.stations.map((station, index): StationPlace => {
		const stretch = stretches[index] as Stretch;
		const room = { length: Math.floor(stretch.length), breadth: ROOM_BREADTH };
		const { length, breadth } = footprintOf(station).size(station, room, 'right');
		// Whole pixels keep rasters and hairlines crisp.
		const start = Math.round(stretch.start + (stretch.length - length) / 2);
		return { start, end: start + length, center: start + length / 2, length, breadth, room };
	});
	const stations = stretchLinks(plan, fitted);
	const pipes = plan.pipes.map(({ from, to }) =>
		pipeBetween(plan, stationIndex(plan, from), stationIndex(plan, to), stations)
	);
	const forks = [...exitsByPipe(plan)].map(([pipe, exits]): Fork => {
		const { turn = null, to = 0 } = pipes[pipe] ?? {};
		const isBehind = plan.stations[pipe]?.kind === 'bucket';
		const { start: before, length } = stretches[pipe] ?? { start: 0, length: 0 };
		const behind = stretches[to]?.start ?? 0;
		const middle = Math.round((before + length + behind) / 2);
		return { exits, x: turn ?? (isBehind ? middle : behind - 8) };
	});
	const isRoomy = width / textScale / plan.stations.length >= ROOMY;
	const wordsTop = AXIS + WORDS_BELOW;
	const labels = labelsOf(stations, stretches, forks, width, wordsTop, isRoomy);
	const heights = plan.stations.map((station, index) =>
		heightOfWords(station, settings, labels[index]?.width ?? width, textScale)
	);
	const lastRow = wordsTop + Math.max(...heights) + 3 * textScale;
	const exits = exitsAcross(forks, AXIS, width, lastRow + 9 * textScale, EXIT_ROW * textScale);
	// The caption of the lane shares its row with the tally marks if they leave it room.
	const crowded = forks.some(({ x }) => x < CAPTION_WIDTH * textScale) ? forks.length : 0;
	const captionRow = lastRow + crowded * EXIT_ROW * textScale;
	return {
		direction: 'right',
		width,
		height: captionRow + 20 * textScale,
		axis: AXIS,
		stations,
		pipes,
		labels,
		exits,
		signals: signalsAcross(plan, stations, AXIS),
		captions: {
			signal: { x: 0, y: 12, width, align: 'start' },
			data: { x: 0, y: captionRow, width, align: 'start' }
		}
	};
}

/** The words of a station are centered below it and end where the next pipe or way out begins. */
function labelsOf(
	stations: readonly StationPlace[],
	stretches: readonly Stretch[],
	forks: readonly Fork[],
	width: number,
	y: number,
	isRoomy: boolean
): TextPlace[] {
	const borders = stretches.slice(1).map((stretch, index) => {
		const end = (stretches[index]?.start ?? 0) + (stretches[index]?.length ?? 0);
		const fork = forks.find(({ x }) => x > end && x < stretch.start);
		if (fork !== undefined) return { before: fork.x - 6, behind: fork.x + 6 };
		const middle = (end + stretch.start) / 2;
		return { before: middle, behind: middle };
	});
	return stations.map(({ center }, index) => {
		const left = borders[index - 1]?.behind ?? 0;
		const right = borders[index]?.before ?? width;
		// With room to spare, long words may pass the middle of a pipe beside short ones.
		const half = Math.min(center - left, right - center) + (isRoomy ? 16 : -2);
		return { x: center - half, y, width: 2 * half, align: 'center' };
	});
}
