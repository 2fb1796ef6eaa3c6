import { isTheme, type Theme } from '../design/theme';
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
	readonly theme: Theme;
	readonly motion: Motion;
}

export const DEFAULT_VIEW: View = {
	time: null,
	speed: 1,
	autoplay: false,
	theme: 'auto',
	motion: 'auto'
};

/** Reads the view of a query; what is bad becomes the given view's, with one sentence each. */
export function readView(fields: URLSearchParams, view: View, notices: string[]): View {
	const time = numberIn(fields, 't', 0, 86_400, notices);
	const speed = numberIn(fields, 'speed', 0.01, 100, notices);
	const theme = fields.get('theme');
	const motion = MOTIONS.find((candidate) => candidate === fields.get('motion'));
	return {
		time: time ?? view.time,
		speed: speed ?? view.speed,
		autoplay: fields.get('autoplay') === '1',
		theme: isTheme(theme) ? theme : view.theme,
		motion: motion ?? view.motion
	};
}

/** Adds to a query what differs from the given view. */
export function writeView(fields: URLSearchParams, view: View, from: View): void {
	if (view.time !== null && view.time > 0) fields.set('t', String(view.time));
	if (view.speed !== from.speed) fields.set('speed', String(view.speed));
	if (view.autoplay) fields.set('autoplay', '1');
	if (view.theme !== from.theme) fields.set('theme', view.theme);
	if (view.motion !== from.motion) fields.set('motion', view.motion);
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
