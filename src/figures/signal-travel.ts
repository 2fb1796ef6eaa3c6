import type { Nanoseconds } from '../core/kernel/time';
import type { Frame } from '../engine/protocol';
import type { Point } from './direction';

/** A signal takes so many times as long as a message takes for one pipe: slow enough to notice. */
export const SIGNAL_SLOWNESS = 4;

/** A mark on the signal's line: where its tip is, and which way it points, in degrees from left. */
export interface Chevron extends Point {
	/** Distance from where the signal was given, in CSS pixels. */
	readonly at: number;
	readonly turn: number;
}

const SPACING = 50;
/** Chevrons nearer to each other than this are drawn as an even row. */
const NEAREST = 18;
const FIELDS = 3;

/**
 * The chevrons of one signal, as distances along a line of the given length, farthest first. Each
 * signal that was given travels up the line; while the signal holds, more follow it. Without
 * travel (`window` 0) a signal that holds is a row of chevrons at rest. Pure.
 */
export function chevronsAt(
	frame: Frame,
	signal: number,
	length: number,
	window: Nanoseconds
): number[] {
	const since = frame.signalSince[signal] ?? Number.NaN;
	const holds = !Number.isNaN(since);
	if (window <= 0) return holds ? evenly(SPACING / 2, length, SPACING) : [];
	const pace = length / (window * SIGNAL_SLOWNESS);
	const given = timesGiven(frame, signal)
		.map((time) => (frame.time - time) * pace)
		.filter((at) => at < length);
	const nearest = Math.min(...given.slice(1).map((at, index) => (given[index] ?? at) - at));
	if (given.length > 2 && nearest < NEAREST) {
		const reach = holds ? length : Math.max(given[0] ?? 0, SPACING);
		return evenly((frame.time * pace) % SPACING, reach, SPACING);
	}
	if (!holds) return given;
	const front = Math.min((frame.time - since) * pace, length + SPACING);
	const followers = evenly(front % SPACING, Math.min(front - 1, length), SPACING);
	return [...followers, ...given.filter((at) => at > front)];
}

/** Whether a signal has anything to show in a frame. Pure. */
export function isGiven(frame: Frame, signal: number): boolean {
	return !Number.isNaN(frame.signalSince[signal] ?? Number.NaN) || timesGiven(frame, signal).length > 0;
}

function timesGiven(frame: Frame, signal: number): Nanoseconds[] {
	const times: Nanoseconds[] = [];
	for (let index = 0; index + FIELDS <= frame.signals.length; index += FIELDS) {
		if (frame.signals[index] === signal) times.push(frame.signals[index + 1] ?? 0);
	}
	return times;
}

function evenly(first: number, end: number, spacing: number): number[] {
	const places: number[] = [];
	for (let at = first; at < end; at += spacing) places.push(at);
	return places;
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
