import { quoted } from '../../core/scenario/scenario-error';
import { THEMES, type Theme } from '../../design/theme';
import { numberFromText } from './address-number';

export const MOTIONS = ['auto', 'full', 'reduced'] as const;

export type Motion = (typeof MOTIONS)[number];

/** How a run is looked at; none of it changes what happens in the run. */
export interface View {
	/** The time in seconds at which the page is paused; null for the start. */
	readonly time: number | null;
	/** Virtual seconds per second, in [0.01, 100]. */
	readonly speed: number;
	readonly autoplay: boolean;
	/** Null when the link says nothing about it, so that the reader's own choice holds. */
	readonly theme: Theme | null;
	readonly motion: Motion;
}

/** The keys of a query that say how a run is looked at. */
export const VIEW_KEYS = ['t', 'speed', 'autoplay', 'theme', 'motion'] as const;

export const DEFAULT_VIEW: View = {
	time: null,
	speed: 1,
	autoplay: false,
	theme: null,
	motion: 'auto'
};

/** Reads the view of a query; what is bad becomes the given view's, with one sentence each. */
export function readView(fields: URLSearchParams, view: View, notices: string[]): View {
	const time = numberIn(fields, 't', 0, 86_400, notices);
	const speed = numberIn(fields, 'speed', 0.01, 100, notices);
	return {
		time: time ?? view.time,
		speed: speed ?? view.speed,
		autoplay: wordIn(fields, 'autoplay', ['0', '1'], notices) === '1',
		theme: wordIn(fields, 'theme', THEMES, notices) ?? view.theme,
		motion: wordIn(fields, 'motion', MOTIONS, notices) ?? view.motion
	};
}

/** Adds to a query what differs from the given view. */
export function writeView(fields: URLSearchParams, view: View, from: View): void {
	if (view.time !== null && view.time > 0) fields.set('t', String(view.time));
	if (view.speed !== from.speed) fields.set('speed', String(view.speed));
	if (view.autoplay) fields.set('autoplay', '1');
	if (view.theme !== null && view.theme !== from.theme) fields.set('theme', view.theme);
	if (view.motion !== from.motion) fields.set('motion', view.motion);
}

function wordIn<Word extends string>(
	fields: URLSearchParams,
	key: string,
	words: readonly Word[],
	notices: string[]
): Word | null {
	const text = fields.get(key);
	if (text === null) return null;
	const word = words.find((candidate) => candidate === text);
	if (word !== undefined) return word;
	notices.push(
		`This link asked for ${key} ${quoted(text)}; it can be ${words.join(', ')}, so it is ignored.`
	);
	return null;
}

function numberIn(
	fields: URLSearchParams,
	key: string,
	min: number,
	max: number,
	notices: string[]
): number | null {
	const text = fields.get(key);
	if (text === null) return null;
	const number = numberFromText(text);
	if (number !== null && number >= min && number <= max) return number;
	notices.push(
		`This link asked for a ${key} that is not a number from ${min} to ${max}; it is ignored.`
	);
	return null;
}
