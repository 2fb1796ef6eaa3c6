import type { Direction } from '../../places/direction';
import type { Room } from '../../places/figure-layout';

/** How demand is counted down: a chevron for each message that was asked for, in rows. */
export interface DemandPacking {
	/** Messages for one chevron: 1, 10, 100, … */
	readonly perChevron: number;
	/** Chevrons in a box with nothing spent. */
	readonly chevrons: number;
	/** Chevrons in a line of the page. */
	readonly perLine: number;
	readonly lines: number;
	/** How far one is from the next, along a line and from line to line, in CSS pixels. */
	readonly pitchX: number;
	readonly pitchY: number;
	/** Size against the ordinary chevron. */
	readonly scale: number;
}

/** More than this are not counted by eye. */
const CHEVRONS_MAX = 40;
/** What a chevron of ordinary size takes, along the way that it points and across it. */
const CHEVRON = { along: 17, across: 14 };
const PITCH_MAX = 26;
const PADDING = 8;
/** How much smaller the chevrons may be for the sake of full lines. */
const WITHOUT_GAP = 1.35;

/** How so much demand, at least one, fits into a box of the given size. Pure. */
export function packDemand(window: number, room: Room, direction: Direction): DemandPacking {
	let perChevron = 1;
	while (window / perChevron > CHEVRONS_MAX) perChevron *= 10;
	const chevrons = Math.ceil(window / perChevron);
	const [width, height] =
		direction === 'right' ? [room.length, room.breadth] : [room.breadth, room.length];
	const [cellX, cellY] =
		direction === 'right' ? [CHEVRON.along, CHEVRON.across] : [CHEVRON.across, CHEVRON.along];
	let best: DemandPacking = { ...NOTHING, perChevron, chevrons };
	let bestWorth = 0;
	for (let lines = 1; lines <= chevrons; lines++) {
		const perLine = Math.ceil(chevrons / lines);
		const pitchX = Math.min(PITCH_MAX, (width - 2 * PADDING) / perLine);
		const pitchY = Math.min(PITCH_MAX, (height - 2 * PADDING) / lines);
		const scale = Math.min(1, pitchX / cellX, pitchY / cellY);
		const worth = perLine * lines === chevrons ? scale * WITHOUT_GAP : scale;
		if (worth <= bestWorth) continue;
		best = { perChevron, chevrons, perLine, lines, pitchX, pitchY, scale };
		bestWorth = worth;
	}
	return best;
}

const NOTHING = { perLine: 1, lines: 1, pitchX: 0, pitchY: 0, scale: 0 };
