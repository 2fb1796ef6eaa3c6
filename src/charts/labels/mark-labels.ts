import { textWidth } from './text-width';

/** A vertical mark on the time axis, in pixels, and what it says. */
export interface PlacedMark {
	readonly x: number;
	readonly label: string;
}

/** Where a mark's label goes: its row from the top, and on which side of the line. */
export interface MarkLabel extends PlacedMark {
	readonly row: number;
	readonly side: 'start' | 'end';
}

interface Room {
	/** The label may not reach beyond these. */
	readonly start: number;
	readonly end: number;
	readonly rows: number;
	readonly fontSize: number;
}

/** Pixels between a mark's line and its label, and at least between two labels. */
const GAP = 4;

/**
 * Places labels so that none covers another or the line of another. The latest mark chooses first, because it is the one
 * the learner has just made; a label that finds no room is left out, and only its line is drawn.
 */
export function placeMarkLabels(marks: readonly PlacedMark[], room: Room): readonly MarkLabel[] {
	const taken: [number, number][][] = Array.from({ length: room.rows }, () => []);
	const placed: MarkLabel[] = [];
	for (const mark of marks.toSorted((a, b) => b.x - a.x)) {
		const width = textWidth(mark.label, room.fontSize);
		const label = firstFree(mark, width, room, taken, marks);
		if (label !== null) placed.push(label);
	}
	return placed.reverse();
}

function firstFree(
	mark: PlacedMark,
	width: number,
	room: Room,
	taken: [number, number][][],
	marks: readonly PlacedMark[]
): MarkLabel | null {
	for (let row = 0; row < room.rows; row++) {
		for (const side of ['end', 'start'] as const) {
			const from = side === 'end' ? mark.x : mark.x - 2 * GAP - width;
			const to = from + width + 2 * GAP;
			const isInside = from >= room.start - GAP && to - GAP <= room.end;
			const isFree = taken[row]?.every(([start, end]) => to <= start || from >= end) ?? false;
			const crosses = marks.some(({ x }) => x !== mark.x && x > from && x < to);
			if (!isInside || !isFree || crosses) continue;
			taken[row]?.push([from, to]);
			return { ...mark, row, side };
		}
	}
	return null;
}
