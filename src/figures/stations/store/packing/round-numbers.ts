/**
 * Round numbers from 0 up to `most`, a step of 1, 2 or 5 times a power of ten apart: as many as
 * `steps` allows, at least 0 alone. Not from d3, whose arrays the start page would carry for this
 * one scale. Pure.
 */
export function roundNumbers(most: number, steps: number): number[] {
	if (!(most > 0 && most < Infinity && steps > 0)) return [0];
	let power = 1;
	for (;;) {
		const step = [1, 2, 5].map((digit) => digit * power).find((size) => most / size <= steps);
		if (step !== undefined) {
			return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
		}
		power *= 10;
	}
}
