/** Virtual seconds per second on the screen, slowest first; about equal steps on a logarithm. */
export const SPEEDS = [
	0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100
] as const satisfies readonly number[];

/** A speed as the page writes it: "1/20" below one, "1×" from there on. Pure. */
export function speedText(speed: number): string {
	if (speed >= 1) return `${Number(speed.toPrecision(2))}\u00D7`;
	const inverse = Number((1 / speed).toPrecision(3));
	return `1/${inverse}`;
}

/** The next slower (-1) or faster (1) of `SPEEDS`, or the speed itself at the end. Pure. */
export function nextSpeed(speed: number, direction: -1 | 1): number {
	if (direction > 0) return SPEEDS.find((other) => other > speed) ?? speed;
	return SPEEDS.findLast((other) => other < speed) ?? speed;
}

/** The stops of the speed menu, with the current speed among them wherever it comes from. Pure. */
export function speedChoices(current: number): readonly number[] {
	const stops: readonly number[] = SPEEDS;
	return stops.includes(current) ? stops : [...stops, current].sort((a, b) => a - b);
}
