/**
 * How the page writes numbers. Digits are grouped by thin spaces, a unit follows a space, no number
 * is broken across lines, and a number that does not exist is a dash. All functions are pure.
 */

/** The units of the readings, structurally those of the core, which design does not import. */
export type ReadingUnit =
	| 'messages'
	| 'messages/s'
	| 's'
	| 'share'
	| 'attempts'
	| 'tokens'
	| 'permits'
	| 'switch';

/** A number and its unit apart, for pages that set the unit smaller; the unit may be empty. */
export interface Quantity {
	readonly text: string;
	readonly unit: string;
}

/** Stands for a number that does not exist yet. */
const NO_NUMBER = '–';

const NOTHING: Quantity = { text: NO_NUMBER, unit: '' };

/**
 * A fifth of an em in the label font, which is a thin space. U+202F would be the narrow one, but
 * there it is a tenth of an em, and nobody can count the digits.
 */
const GROUP_SPACE = '\u00A0';
const UNIT_SPACE = '\u00A0';
const MINUS = '\u2212';

const MINUTE = 60;
const HOUR = 3600;

/** A number in plain decimals with grouped digits, never in powers of ten. */
function group(decimals: string): string {
	const [whole = '', fraction] = decimals.replace('-', '').split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, GROUP_SPACE);
	const sign = decimals.startsWith('-') && /[1-9]/.test(decimals) ? MINUS : '';
	return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** Decimals that show a number to so many significant digits; 0 from that many digits on. */
function decimalsFor(value: number, significant: number): number {
	if (value === 0) return 0;
	const exponent = Number(
		Math.abs(value)
			.toExponential(significant - 1)
			.split('e')[1]
	);
	return Math.min(Math.max(significant - 1 - exponent, 0), 20);
}

/** To so many significant digits, without zeros at the end: 28.4, 20, 0.125. */
function toSignificant(value: number, significant: number): string {
	const fixed = value.toFixed(decimalsFor(value, significant));
	return group(fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed);
}

/** Every digit of a number that somebody typed or chose: 0.001, 7.25, 100 000. */
export function formatExact(value: number): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	return toSignificant(value, 12);
}

/**
 * A count or a mean of counts: whole numbers in full, others to three significant digits. What was
 * asked for without bound is said so.
 */
export function formatCount(count: number): string {
	if (count === Infinity) return 'unbounded';
	if (!Number.isFinite(count)) return NO_NUMBER;
	return Number.isInteger(count)
		? group(count.toFixed(0))
		: group(count.toFixed(decimalsFor(count, 3)));
}

/** A unit as it follows a number, with the space between them; empty for no unit. */
export function unitSuffix(unit: string): string {
	return unit === '' ? '' : UNIT_SPACE + unit;
}

/** A number with its unit, or the number alone when there is no unit. */
export function joinQuantity({ text, unit }: Quantity): string {
	return text + unitSuffix(unit);
}

function small(seconds: number): Quantity | null {
	for (const [unit, size] of [
		['ns', 1e-9],
		['µs', 1e-6],
		['ms', 1e-3]
	] as const) {
		const amount = seconds / size;
		// From a tenth of a second on, people think in seconds.
		const limit = unit === 'ms' ? 99.95 : 999.5;
		if (amount < limit) return { text: toSignificant(amount, 3), unit };
	}
	return null;
}

/** Seconds in the unit that suits them; minutes and hours are part of the text. */
function secondsQuantity(seconds: number): Quantity {
	if (seconds === Infinity) return { text: 'never', unit: '' };
	if (!Number.isFinite(seconds)) return NOTHING;
	if (seconds === 0) return { text: '0', unit: 's' };
	if (seconds < 0) {
		const { text, unit } = secondsQuantity(-seconds);
		return { text: MINUS + text, unit };
	}
	const below = small(seconds);
	if (below !== null) return below;
	if (seconds < 59.95) {
		if (Number.isInteger(seconds)) return { text: group(seconds.toFixed(0)), unit: 's' };
		return { text: group(seconds.toFixed(seconds < 9.995 ? 2 : 1)), unit: 's' };
	}
	const whole = Math.round(seconds);
	if (whole < HOUR) return compound(Math.floor(whole / MINUTE), 'min', whole % MINUTE, 's');
	const minutes = Math.round(seconds / MINUTE);
	return compound(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function compound(large: number, largeUnit: string, rest: number, restUnit: string): Quantity {
	if (rest === 0) return { text: formatCount(large), unit: largeUnit };
	return {
		text: `${formatCount(large)}${UNIT_SPACE}${largeUnit}${UNIT_SPACE}${rest}`,
		unit: restUnit
	};
}

/** A share in percent; 100 is written only when nothing is missing, 0 only when nothing is there. */
function shareQuantity(share: number): Quantity {
	if (!Number.isFinite(share)) return NOTHING;
	const percent = share * 100;
	if (percent > 99 && percent < 100) {
		return { text: (Math.floor(percent * 10) / 10).toFixed(1), unit: '%' };
	}
	return { text: toSignificant(percent, 2), unit: '%' };
}

function rateQuantity(perSecond: number): Quantity {
	return Number.isFinite(perSecond) ? { text: formatCount(perSecond), unit: '/s' } : NOTHING;
}

/** Messages or anything else in a second: "600 /s". */
export function formatRate(perSecond: number): string {
	return joinQuantity(rateQuantity(perSecond));
}

/** A span of time given in seconds: "850 ns", "20 ms", "0.10 s", "12.5 s", "16 min 40 s". */
export function formatSeconds(seconds: number): string {
	return joinQuantity(secondsQuantity(seconds));
}

/** A share of 1: "17 %", "0.19 %", "99.9 %". */
export function formatShare(share: number): string {
	return joinQuantity(shareQuantity(share));
}

/**
 * A time in the run, given in seconds, with as many decimals at every moment so that the text does
 * not jump while it runs: tenths, or more where the speed shows them.
 */
export function formatClock(seconds: number, decimals = 1): string {
	if (!Number.isFinite(seconds)) return NO_NUMBER;
	return joinQuantity({ text: group(seconds.toFixed(decimals)), unit: 's' });
}

/** The number and the unit of a reading. Messages carry no unit: their name says it. */
export function readingQuantity(unit: ReadingUnit, value: number): Quantity {
	switch (unit) {
		case 's':
			return secondsQuantity(value);
		case 'share':
			return shareQuantity(value);
		case 'messages/s':
			return rateQuantity(value);
		case 'messages':
		case 'attempts':
			return { text: formatCount(value), unit: '' };
		case 'tokens':
			// A part of a token lets nothing through.
			return { text: formatCount(Math.floor(value)), unit: '' };
		case 'permits':
			return Number.isInteger(value) || !Number.isFinite(value)
				? { text: formatCount(value), unit: '' }
				: { text: toSignificant(value, 3), unit: '' };
		case 'switch':
			return { text: Number.isNaN(value) ? NO_NUMBER : value === 1 ? 'open' : 'shut', unit: '' };
	}
}

/** A reading as one text: "28 ms", "500 /s", "17 %", "4 986", or a dash. */
export function formatReading(unit: ReadingUnit, value: number): string {
	return joinQuantity(readingQuantity(unit, value));
}
