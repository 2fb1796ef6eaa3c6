/** Widths of characters of the label font in em, rounded up; bold is a little wider. */
const WIDE = 0.86;
const NARROW = 0.3;
const USUAL = 0.53;

/**
 * About how wide a label will be, in pixels, never less than it is. Measuring the drawn text would
 * cost a layout for every label.
 */
export function textWidth(text: string, fontSize: number): number {
	let em = 0;
	for (const character of text) {
		if (/[mwMW%]/.test(character)) em += WIDE;
		else if (/[\s\u202F\u00A0.,:ijlt'|/]/.test(character)) em += NARROW;
		else em += USUAL;
	}
	return em * fontSize;
}
