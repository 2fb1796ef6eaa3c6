/** What a key asks of the transport. */
export type TransportAction =
	| 'toggle'
	| 'step'
	| 'step-back'
	| 'next-moment'
	| 'start'
	| 'end'
	| 'slower'
	| 'faster'
	| 'reset'
	| 'help';

/** The part of a `KeyboardEvent` that decides. */
export interface KeyStroke {
	readonly key: string;
	readonly code: string;
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
}

/** Where the focus is: on the figure, in a field that takes text, or elsewhere on the page. */
export type KeyFocus = 'figure' | 'text' | 'page';

/** Keys of the focused figure, by what they type, so that they work on every layout. */
const BY_KEY: ReadonlyMap<string, TransportAction> = new Map(
	Object.entries({
		' ': 'toggle',
		k: 'toggle',
		ArrowRight: 'step',
		'.': 'step',
		ArrowLeft: 'step-back',
		',': 'step-back',
		Home: 'start',
		End: 'end',
		'<': 'slower',
		'>': 'faster',
		r: 'reset',
		'?': 'help'
	} as const)
);

/**
 * With Alt, by place: Alt makes some systems type another character. Shift chooses between the two
 * entries of a key. Alt with an arrow or with Home is the browser's own way back, forth and home.
 */
const BY_CODE: ReadonlyMap<string, TransportAction> = new Map(
	Object.entries({
		Space: 'toggle',
		KeyK: 'toggle',
		Period: 'step',
		Comma: 'step-back',
		'Shift+ArrowRight': 'next-moment',
		'Shift+Comma': 'slower',
		'Shift+Period': 'faster',
		KeyR: 'reset',
		'Shift+Slash': 'help'
	} as const)
);

/**
 * What a key press means, or null when it belongs to somebody else: to a field, to the browser, or
 * to nobody. Single keys act on the focused figure only (WCAG 2.1.4). Pure.
 */
export function transportAction(stroke: KeyStroke, focus: KeyFocus): TransportAction | null {
	// Ctrl with Alt is AltGr on many keyboards, which types characters.
	if (focus === 'text' || stroke.ctrlKey || stroke.metaKey) return null;
	if (stroke.altKey) {
		return BY_CODE.get(stroke.shiftKey ? `Shift+${stroke.code}` : stroke.code) ?? null;
	}
	if (focus !== 'figure') return null;
	if (stroke.shiftKey && stroke.key === 'ArrowRight') return 'next-moment';
	if (stroke.shiftKey && /^(Arrow|Home$|End$| $)/.test(stroke.key)) return null;
	return BY_KEY.get(stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key) ?? null;
}

const TEXT_TYPES = ['text', 'search', 'number', 'url', 'email', 'tel', 'password'];

/** Where the focus is, given what has it and the figure that listens to single keys. Pure. */
export function keyFocus(target: EventTarget | null, figure: Element | null): KeyFocus {
	if (!(target instanceof Element)) return 'page';
	if (target.matches('textarea, select, [contenteditable="true"]')) return 'text';
	if (target instanceof HTMLInputElement && TEXT_TYPES.includes(target.type)) return 'text';
	return target === figure ? 'figure' : 'page';
}
