import type { SliderRange } from '../../core/scenario/parameter-spec';

/**
 * How far along its track a slider stands, and the round values it stops at. Positions are shares
 * of the track in [0, 1]; values are in the unit of the range.
 */
export interface SliderScale {
	/** All values the slider stops at, ascending; both ends of the range are among them. */
	readonly stops: readonly number[];
	/** Where a value stands; values beyond the range stand at its ends. Pure. */
	positionOf(value: number): number;
	/** The stop that is nearest on the track. Pure. */
	valueAt(position: number): number;
	/**
	 * The stop so many stops above a value, or below it for negative numbers, no further than the
	 * end. A value that already lies beyond that end stays. Pure.
	 */
	step(value: number, stops: number): number;
}

/** The share of the track between 0 and 1 when the rest of it is logarithmic. */
const ZERO_GAP = 0.06;

/** About so many stops on a linear track: two pixels each in the lab's column. */
const LINEAR_STOPS = 150;

/** The values of a decade, in hundredths: every one of two digits, and halves between below 2. */
const MANTISSAS = [...upTo(100, 200, 5), ...upTo(200, 1000, 10)];

function upTo(start: number, end: number, step: number): number[] {
	return Array.from({ length: (end - start) / step }, (_, index) => start + index * step);
}

/** A whole number times a power of ten, rounded once, so that 5 * 10^-2 is the literal 0.05. */
function scaled(whole: number, exponent: number): number {
	return Number(`${whole}e${exponent}`);
}

function roundLogarithmic(min: number, max: number): number[] {
	const values: number[] = [];
	for (let exponent = Math.floor(Math.log10(min)); exponent <= Math.log10(max); exponent += 1) {
		for (const mantissa of MANTISSAS) values.push(scaled(mantissa, exponent - 2));
	}
	return values;
}

function roundLinear(min: number, max: number, isInteger: boolean): number[] {
	const ideal = (max - min) / LINEAR_STOPS;
	const exponent = Math.floor(Math.log10(ideal));
	const lead = ideal / 10 ** exponent;
	// The nearest of 1, 2, 5 and 10 by ratio.
	const digit = lead < Math.sqrt(2) ? 1 : lead < Math.sqrt(10) ? 2 : lead < Math.sqrt(50) ? 5 : 10;
	if (isInteger && scaled(digit, exponent) < 1) return roundWhole(min, max, 1, 0);
	return roundWhole(min, max, digit, exponent);
}

function roundWhole(min: number, max: number, digit: number, exponent: number): number[] {
	const step = scaled(digit, exponent);
	const first = Math.ceil(min / step);
	const count = Math.floor(max / step) - first + 1;
	return Array.from({ length: count }, (_, index) => scaled((first + index) * digit, exponent));
}

/** Reads a slider range as a scale of round values, whole ones where `isInteger` says so. */
export function sliderScale(range: SliderRange, isInteger: boolean): SliderScale {
	const { min, max, scale } = range;
	const fromZero = scale === 'log-from-zero';
	const round =
		scale === 'linear'
			? roundLinear(min, max, isInteger)
			: roundLogarithmic(fromZero ? 1 : min, max);
	const inside = round.filter(
		(value) => value > min && value < max && (!isInteger || Number.isInteger(value))
	);
	const stops = [min, ...inside, max];

	function positionOf(value: number): number {
		if (value <= min) return 0;
		if (value >= max) return 1;
		if (scale === 'linear') return (value - min) / (max - min);
		if (!fromZero) return Math.log(value / min) / Math.log(max / min);
		if (value < 1) return ZERO_GAP * value;
		return ZERO_GAP + (1 - ZERO_GAP) * (Math.log(value) / Math.log(max));
	}

	const positions = stops.map(positionOf);

	function valueAt(position: number): number {
		let nearest = 0;
		for (const [index, candidate] of positions.entries()) {
			const gap = Math.abs(candidate - position);
			if (gap < Math.abs((positions[nearest] ?? 0) - position)) nearest = index;
		}
		return stops[nearest] ?? min;
	}

	function step(value: number, count: number): number {
		const towards = count > 0 ? stops.filter((stop) => stop > value) : stopsBelow(value);
		return towards[Math.min(Math.abs(count), towards.length) - 1] ?? value;
	}

	/** Nearest first. */
	function stopsBelow(value: number): number[] {
		return stops.filter((stop) => stop < value).reverse();
	}

	return { stops, positionOf, valueAt, step };
}
