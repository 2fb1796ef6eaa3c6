/** How a unit of the parameter table is said aloud. */
const SPOKEN: Readonly<Record<string, string>> = {
	ms: 'milliseconds',
	s: 'seconds',
	'/s': 'per second'
};

/** A number and its unit as a voice should say them: "600 per second". Pure. */
export function spokenQuantity(number: string, unit: string): string {
	return unit === '' ? number : `${number} ${SPOKEN[unit] ?? unit}`;
}
