import type { Scenario } from '../../core/scenario/scenario';
import { isLink, isWithoutRoom, type LiveStation, movesByItself } from '../live-plan';
import { fillSettings } from '../words/fill-words';

/** Mean widths of a letter in a name, a number and a consequence, in CSS pixels at ordinary size. */
const LETTERS = { name: 7, number: 7.4, consequence: 6.2 };
/** Heights of their lines. */
const LINES = { name: 19, number: 21, consequence: 17 };
/** Stands for a number in words that are not filled in yet. */
const SOME_NUMBER = '00000';
/** Stands for the scale of a grain. */
const SOME_NOTE = '1 grain = 100 messages';

/** Of at most so many, each has a mark of its own. */
const SHOWN = { store: 100, bucket: 30, demand: 40 };

/** Whether a station may have to say what one of its marks stands for. Pure. */
function mayHaveScale(station: LiveStation): boolean {
	switch (station.kind) {
		case 'source':
			return true;
		case 'store':
		case 'bucket':
		case 'demand':
			return !isLink(station) && station.limit > SHOWN[station.kind];
		case 'producer':
		case 'holders':
		case 'done':
			return false;
	}
}

/**
 * How tall the words of a station may become in a box of the given width, in CSS pixels: an estimate
 * that errs on the large side, because no text is measured before it is drawn. Nothing is said of
 * what takes no room. Pure.
 */
export function heightOfWords(
	station: LiveStation,
	settings: Scenario,
	width: number,
	textScale: number
): number {
	if (isWithoutRoom(station)) return 0;
	const lines = (words: string, letter: number) =>
		Math.ceil((words.length * letter * textScale) / Math.max(1, width));
	// Words that change by themselves have room for any number, so that nothing moves with them.
	const limit = movesByItself(station) ? null : station.limit;
	const height = (part: keyof typeof LINES) => {
		const words = fillSettings(station[part], settings, limit).replace(/\{[^}]*\}/g, SOME_NUMBER);
		return LINES[part] * lines(words, LETTERS[part]);
	};
	const note = mayHaveScale(station) ? lines(SOME_NOTE, LETTERS.consequence) : 0;
	const notes = LINES.consequence * note;
	return textScale * (height('name') + height('number') + height('consequence') + notes);
}
