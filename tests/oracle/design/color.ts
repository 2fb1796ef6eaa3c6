/**
 * Color mathematics from the published formulas, for tests only: contrast (WCAG 2.2), simulated
 * color blindness (Machado, Oliveira and Fernandes 2009, severity 1) and the distance that people
 * see (CIEDE2000; Sharma, Wu and Dalal 2005). All functions are pure.
 */

/** Three numbers; what they mean stands with the function. */
export type Triple = readonly [number, number, number];

/** How a reader may see color; `normal` is trichromatic. */
export const VISIONS = ['normal', 'protan', 'deutan', 'tritan'] as const;

export type Vision = (typeof VISIONS)[number];

/** Rows of the matrices that act on linear RGB, from table 1 of the paper. */
const MACHADO: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protan: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deutan: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritan: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

/** Linear RGB in [0, 1] of a color like "#1d1b18". */
export function linearRgb(hex: string): Triple {
	const channel = (start: number): number => {
		const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Triple): number {
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colors, in [1, 21], whichever is lighter. */
export function contrast(one: string, other: string): number {
	const a = luminance(linearRgb(one));
	const b = luminance(linearRgb(other));
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What a reader with that vision sees instead, in linear RGB cut to [0, 1]. */
export function simulate(vision: Vision, [red, green, blue]: Triple): Triple {
	const row = ([r, g, b]: Triple): number =>
		Math.min(Math.max(r * red + g * green + b * blue, 0), 1);
	const [first, second, third] = MACHADO[vision];
	return [row(first), row(second), row(third)];
}

/** CIE L*a*b* under D65 of a color in linear sRGB. */
export function lab([red, green, blue]: Triple): Triple {
	const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
	const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
	const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
	const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const DEGREE = Math.PI / 180;
const CHROMA_7 = 25 ** 7;

function hue(a: number, b: number): number {
	if (a === 0 && b === 0) return 0;
	const angle = Math.atan2(b, a) / DEGREE;
	return angle < 0 ? angle + 360 : angle;
}

/** CIEDE2000 between two colors in L*a*b*, with all weights 1. */
export function distance([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
	const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
	const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + CHROMA_7)));
	const c1 = Math.hypot(a1 * (1 + g), b1);
	const c2 = Math.hypot(a2 * (1 + g), b2);
	const h1 = hue(a1 * (1 + g), b1);
	const h2 = hue(a2 * (1 + g), b2);

	let turn = h2 - h1;
	if (c1 * c2 === 0) turn = 0;
	else if (turn > 180) turn -= 360;
	else if (turn < -180) turn += 360;
	const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE);

	let meanH = h1 + h2;
	if (c1 * c2 !== 0) {
		if (Math.abs(h1 - h2) <= 180) meanH /= 2;
		else meanH = (meanH + (meanH < 360 ? 360 : -360)) / 2;
	}
	const l = (l1 + l2) / 2;
	const c = (c1 + c2) / 2;
	const t =
		1 -
		0.17 * Math.cos((meanH - 30) * DEGREE) +
		0.24 * Math.cos(2 * meanH * DEGREE) +
		0.32 * Math.cos((3 * meanH + 6) * DEGREE) -
		0.2 * Math.cos((4 * meanH - 63) * DEGREE);
	const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
	const sc = 1 + 0.045 * c;
	const sh = 1 + 0.015 * c * t;
	const rotation =
		-Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * DEGREE) *
		2 *
		Math.sqrt(c ** 7 / (c ** 7 + CHROMA_7));

	const dl = (l2 - l1) / sl;
	const dc = (c2 - c1) / sc;
	const dh = deltaH / sh;
	return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

/** How far apart two colors look to a reader with that vision, in CIEDE2000. */
export function seenDistance(vision: Vision, one: string, other: string): number {
	return distance(lab(simulate(vision, linearRgb(one))), lab(simulate(vision, linearRgb(other))));
}
