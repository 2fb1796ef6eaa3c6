import { describe, expect, it } from 'vitest';
import { contrast, seenDistance, VISIONS } from '../../oracle/design/color';
import { colors, readBlock, type Tokens } from '../../oracle/design/tokens';

const STATES = [
	'message',
	'waiting',
	'service',
	'done',
	'lost',
	'token',
	'signal',
	'blocked'
] as const;

const GROUNDS = ['paper', 'surface', 'sunk'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'link', ...STATES.map((state) => `${state}-text`)];
const MARKS = ['axis', 'focus', ...STATES.map((state) => `${state}-stroke`), 'service-fill'];

const BASE = readBlock(':root');
const CONTRAST = readBlock(':root[data-theme="contrast"]');
const PROJECTOR = new Map([...BASE, ...readBlock(':root[data-theme="projector"]')]);

const SCHEMES = [
	['light', 0],
	['dark', 1]
] as const;

/** The worst contrast of any of these tokens with any ground of the scheme, and where it is. */
function worstContrast(tokens: Tokens, names: readonly string[], scheme: 0 | 1): [number, string] {
	let worst: [number, string] = [Number.POSITIVE_INFINITY, ''];
	for (const name of names) {
		for (const ground of GROUNDS) {
			const ratio = contrast(colors(tokens, name)[scheme], colors(tokens, ground)[scheme]);
			if (ratio < worst[0]) worst = [ratio, `${name} on ${ground}`];
		}
	}
	return worst;
}

/** The two state strokes that look most alike under any vision: how far apart, and which. */
function closestStrokes(tokens: Tokens, scheme: 0 | 1): [number, string] {
	let worst: [number, string] = [Number.POSITIVE_INFINITY, ''];
	for (const vision of VISIONS) {
		for (const [index, one] of STATES.entries()) {
			for (const other of STATES.slice(index + 1)) {
				// Both are ink on purpose: a message in a blocked place is told by hatch and bar.
				if (one === 'message' && other === 'blocked') continue;
				const apart = seenDistance(
					vision,
					colors(tokens, `${one}-stroke`)[scheme],
					colors(tokens, `${other}-stroke`)[scheme]
				);
				if (apart < worst[0]) worst = [apart, `${one} and ${other}, ${vision}`];
			}
		}
	}
	return worst;
}

describe.each(SCHEMES)('the %s theme', (_, scheme) => {
	it('sets every text color at least 4.7 to 1 against every ground', () => {
		const [ratio, where] = worstContrast(BASE, TEXTS, scheme);
		expect(ratio, where).toBeGreaterThanOrEqual(4.7);
	});

	it('sets every mark and border at least 3.4 to 1 against every ground', () => {
		const [ratio, where] = worstContrast(BASE, MARKS, scheme);
		expect(ratio, where).toBeGreaterThanOrEqual(3.4);
	});

	it('keeps the strokes of any two states 11.6 apart for every vision', () => {
		const [apart, where] = closestStrokes(BASE, scheme);
		expect(apart, where).toBeGreaterThanOrEqual(11.6);
	});
});

describe.each(SCHEMES)('the contrast theme on %s ground', (_, scheme) => {
	it('sets every text color and every mark at least 7 to 1 against every ground', () => {
		const [ratio, where] = worstContrast(CONTRAST, [...TEXTS, ...MARKS], scheme);
		expect(ratio, where).toBeGreaterThanOrEqual(7);
	});

	// 7 to 1 leaves less room between the hues, so the bound is lower; shapes do the rest.
	it('keeps the strokes of any two states 10.6 apart for every vision', () => {
		const [apart, where] = closestStrokes(CONTRAST, scheme);
		expect(apart, where).toBeGreaterThanOrEqual(10.6);
	});
});

it('the contrast theme is the same whether the page or the system asks for it', () => {
	expect([...readBlock(':root', '(prefers-contrast: more)')]).toEqual([...CONTRAST]);
});

it('the projector theme has no gray text, and its text stays 4.7 to 1', () => {
	expect(colors(PROJECTOR, 'ink-2')).toEqual(Array(2).fill(colors(PROJECTOR, 'ink')[0]));
	expect(colors(PROJECTOR, 'ink-3')).toEqual(Array(2).fill(colors(PROJECTOR, 'ink')[0]));
	const [ratio, where] = worstContrast(PROJECTOR, TEXTS, 0);
	expect(ratio, where).toBeGreaterThanOrEqual(4.7);
});

it.each([
	['contrast', CONTRAST],
	['forced colors', readBlock(':root, :root[data-theme]', '(forced-colors: active)')]
])('%s names every color of the base theme, so that none of it shines through', (_, tokens) => {
	const names = (from: Tokens): string[] =>
		[...from].filter(([, value]) => /#|Canvas|Text|High/.test(value)).map(([name]) => name);
	expect(names(tokens).toSorted()).toEqual(names(BASE).toSorted());
});
