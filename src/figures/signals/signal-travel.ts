import type { Nanoseconds } from '../../core/kernel/time';
import { type Frame, SIGNAL_SLOWNESS, SIGNALS_LISTED } from '../../engine/protocol';
import { stationIndex } from '../layout/pipe-places';
import type { LivePlan } from '../live-plan';
import type { Point } from '../places/direction';

/** A mark on the signal's line: where its tip is, and which way it points, in degrees from left. */
export interface Chevron extends Point {
	/** Distance from where the signal was given, in CSS pixels. */
	readonly at: number;
	readonly turn: number;
}

/** Chevrons keep to a grid that moves with them, so that they never crowd, in CSS pixels. */
const CELL = 24;
/** While a signal holds, every second cell has a chevron. */
const STEADY = 2;
/** A signal that asks for several is a row of chevrons, which is not longer than this. */
const ROW_MAX = 5;
const FIELDS = 3;

/**
 * The chevrons of one signal, as distances along a line of the given length. Each signal that was
 * given travels up the line, as a row if it asks for several, and more follow while it holds. Without
 * travel (`window` 0) a signal that holds is a row of chevrons at rest. A signal that takes a `delay`
 * in the run takes no less on screen. Pure.
 */
export function chevronsAt(
	frame: Frame,
	signal: number,
	length: number,
	window: Nanoseconds,
	delay: Nanoseconds = 0
): number[] {
	const since = frame.signalSince[signal] ?? Number.NaN;
	const holds = !Number.isNaN(since);
	const count = Math.ceil(length / CELL);
	if (window <= 0) {
		const rest = Array.from({ length: Math.floor(count / STEADY) }, (_, place) => place);
		return holds ? rest.map((place) => (place + 0.5) * STEADY * CELL) : [];
	}
	const pace = length / Math.max(window * SIGNAL_SLOWNESS, delay);
	const cellTime = CELL / pace;
	const given = signalsGiven(frame, signal);
	const cells = new Set(
		given.flatMap(({ time, amount }) => {
			const first = Math.floor(time / cellTime);
			return Array.from({ length: Math.min(amount, ROW_MAX) }, (_, place) => first + place);
		})
	);
	const now = Math.floor(frame.time / cellTime);
	// A frame that lists as many of a signal as it can may have left older ones out.
	const isCut = given.length >= SIGNALS_LISTED;
	const oldest = isCut ? Math.floor((given[0]?.time ?? 0) / cellTime) : -Infinity;
	for (let cell = now; cell >= now - count; cell--) {
		const isHeld = cell * cellTime >= since && cell % STEADY === 0;
		if (isHeld || cell < oldest) cells.add(cell);
	}
	const places = [...cells].map((cell) => (frame.time - (cell + 1) * cellTime) * pace);
	// What has only just been given stands at the beginning of the line.
	const shown = places.filter((at) => at >= 0 && at < length);
	return holds && shown.length === 0 ? [CELL / 3] : shown;
}

/** Whether a signal has anything to show in a frame. Pure. */
export function isGiven(frame: Frame, signal: number): boolean {
	const holds = !Number.isNaN(frame.signalSince[signal] ?? Number.NaN);
	return holds || signalsGiven(frame, signal).length > 0;
}

/** When the signal was given and what it said, oldest first. */
function signalsGiven(frame: Frame, signal: number): { time: Nanoseconds; amount: number }[] {
	const given: { time: Nanoseconds; amount: number }[] = [];
	for (let index = 0; index + FIELDS <= frame.signals.length; index += FIELDS) {
		const [which, time = 0, amount = 1] = frame.signals.subarray(index, index + FIELDS);
		if (which === signal) given.push({ time, amount });
	}
	return given;
}

/**
 * How long a signal takes in the run: as long as all the links that it crosses on its way up. Pure.
 */
export function signalDelay(plan: LivePlan, signal: number): Nanoseconds {
	const { from = '', to = '' } = plan.signals[signal] ?? {};
	const crossed = plan.stations.slice(stationIndex(plan, to), stationIndex(plan, from));
	return crossed.reduce((delay, { crossing }) => delay + crossing, 0);
}

/** The length of a line through points that lie straight above or beside each other. Pure. */
export function lengthOf(points: readonly Point[]): number {
	return points.slice(1).reduce((sum, point, index) => {
		const before = points[index] ?? point;
		return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
	}, 0);
}

/** The point at a distance along such a line, and its course there. Pure. */
export function chevronOn(points: readonly Point[], at: number): Chevron {
	let left = at;
	for (let index = 1; index < points.length; index++) {
		const from = points[index - 1] as Point;
		const to = points[index] as Point;
		const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
		if (left <= length || index === points.length - 1) {
			const share = length === 0 ? 0 : left / length;
			const turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI - 180;
			return { at, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, turn };
		}
		left -= length;
	}
	return { at, x: 0, y: 0, turn: 0 };
}
