import type { Nanoseconds } from '../core/kernel/time';
import { LEVELS } from '../core/measures/series';
import type { Station, StrategyPlan } from '../core/plan/plan';
import { isParameterKey } from '../core/scenario/parameters';
import type { Frame } from '../engine/protocol';

/** A number of messages that a station compares with, drawn as a line across it. */
export interface LevelLine {
	readonly word: string;
	readonly messages: number;
}

/** A station, and what a frame says of it that decides how much room it takes. */
export type LiveStation = Station & {
	/** How many it can hold now; Infinity for no limit, NaN where that does not apply. */
	readonly limit: number;
	/** How long messages take to cross it. */
	readonly crossing: Nanoseconds;
	/** Its scale goes by the first. No two of them are at one place. */
	readonly lines: readonly LevelLine[];
};

/** A station of one kind. */
export type LiveStationOf<K extends Station['kind']> = Extract<LiveStation, { readonly kind: K }>;

/** A plan in force: the figure is laid out by it, and by nothing else that a frame says. */
export interface LivePlan extends StrategyPlan {
	readonly stations: readonly LiveStation[];
}

/** A plan with the limits that a frame tells. Pure. */
export function livePlan(plan: StrategyPlan, frame: Frame): LivePlan {
	const stations = plan.stations.map(
		(station, index): LiveStation => ({
			...station,
			limit: frame.limits[index] ?? Number.NaN,
			crossing: frame.crossing[index] ?? 0,
			lines: linesOf(station, frame)
		})
	);
	return { ...plan, stations };
}

/** A level that is without bound, or at the place of one before it, has no line. */
function linesOf({ levels = [] }: Station, frame: Frame): readonly LevelLine[] {
	const lines: LevelLine[] = [];
	for (const { key, word } of levels) {
		const messages = frame.levels[LEVELS.indexOf(key)] ?? Number.NaN;
		const isDrawn = Number.isFinite(messages) && lines.every((line) => line.messages !== messages);
		if (isDrawn) lines.push({ word, messages });
	}
	return lines;
}

/** Whether a station is a link, on which messages are for as long as they travel. Pure. */
export function isLink(station: LiveStation | undefined): boolean {
	return station?.kind === 'store' && station.shape === 'link';
}

/** Whether a station takes no room at all: a link that messages cross at once. Pure. */
export function isWithoutRoom(station: LiveStation | undefined): boolean {
	return isLink(station) && station?.crossing === 0;
}

/** Whether the limit of a station may change without a knob being turned. Pure. */
export function movesByItself(station: Station): boolean {
	const named =
		'count' in station ? station.count : 'capacity' in station ? station.capacity : null;
	return named !== null && !isParameterKey(named);
}

/**
 * Follows one figure from frame to frame, and hands out the same plan for as long as no limit
 * changes, so that nothing is laid out again that would come out alike.
 */
export function followLimits(): (plan: StrategyPlan, frame: Frame) => LivePlan {
	let last: { plan: StrategyPlan; frame: Frame; live: LivePlan } | null = null;
	return (plan, frame) => {
		if (last === null || last.plan !== plan || !isSaidAlike(last.frame, frame)) {
			last = { plan, frame, live: livePlan(plan, frame) };
		}
		return last.live;
	};
}

function isSaidAlike(one: Frame, other: Frame): boolean {
	return (['limits', 'crossing', 'levels'] as const).every((key) => isEqual(one[key], other[key]));
}

function isEqual(one: Float64Array, other: Float64Array): boolean {
	return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}
