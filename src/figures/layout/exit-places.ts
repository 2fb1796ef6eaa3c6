import {
	type ExitPlace,
	PIPE_HALF,
	type PipePlace,
	type StationPlace
} from '../places/figure-layout';

/** Where exits leave the pipes of a horizontal figure. */
export interface Fork {
	/** Places of the plan's exits that leave here. */
	readonly exits: readonly number[];
	readonly x: number;
}

/**
 * Ways out run down between the words of two stations to rows of tally marks. What leaves further
 * downstream has the higher row, so that no way crosses a tally. Pure.
 */
export function exitsAcross(
	forks: readonly Fork[],
	axis: number,
	width: number,
	firstRow: number,
	rowHeight: number
): ExitPlace[] {
	const downstreamFirst = [...forks].sort((one, other) => other.x - one.x);
	return downstreamFirst.map(({ exits, x }, index) => {
		const y = firstRow + index * rowHeight;
		return {
			exits,
			path: [
				{ x, y: axis + PIPE_HALF },
				{ x, y }
			],
			tally: { x, y, width: width - x }
		};
	});
}

/** How far a way out leads away from its pipe in a vertical figure. */
const EXIT_LENGTH = 34;
/** From one row of tally marks to the next in a vertical figure, at ordinary size of type. */
export const EXIT_LINE = 18;
/** What a bucket below a pipe needs for its drip. */
export const DRIP_ROOM = 30;

/** Ways out lead to the right, between the words of two stations. Pure. */
export function exitsDown(
	ways: ReadonlyMap<number, readonly number[]>,
	pipes: readonly PipePlace[],
	stations: readonly StationPlace[],
	words: readonly number[],
	axis: number,
	width: number,
	textScale: number
): ExitPlace[] {
	return [...ways].flatMap(([index, exits]) => {
		const pipe = pipes[index];
		if (pipe === undefined) return [];
		const above = (stations[pipe.from]?.center ?? 0) + (words[pipe.from] ?? 0) / 2;
		const below = (stations[pipe.to]?.center ?? 0) - (words[pipe.to] ?? 0) / 2;
		const rows = (exits.length - 1) * EXIT_LINE * textScale;
		const last = pipe.end - (pipe.turn === null ? 10 : DRIP_ROOM + 8) - rows;
		const y = Math.min(last, Math.max(pipe.departure + 8, (above + below - rows) / 2));
		const x = axis + PIPE_HALF;
		const tally = { x: x + EXIT_LENGTH, y, width: width - x - EXIT_LENGTH };
		return [{ exits, path: [{ x, y }, tally], tally }];
	});
}
