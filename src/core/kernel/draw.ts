/** What a draw is for. Draws of different streams have nothing to do with each other. */
export const STREAM = { offer: 1, service: 2, choice: 3 } as const;

export type Stream = (typeof STREAM)[keyof typeof STREAM];

const TWO_TO_MINUS_26 = 1 / 67_108_864;
const TWO_TO_MINUS_53 = 1 / 9_007_199_254_740_992;

/**
 * A uniform number in the open interval (0, 1) that belongs to its address: the same seed, stream,
 * message and attempt give the same number, however often and in whatever order one asks. So two
 * strategies face the same work, and a new process shifts nobody's numbers. Pure.
 *
 * @param seed unsigned 32-bit integer
 * @param message integer ≥ 0
 * @param attempt integer in [0, 65536): for samplers that may have to draw again
 */
export function uniform(seed: number, stream: Stream, message: number, attempt: number): number {
	const key = mix(seed ^ mix((stream << 16) + attempt));
	const one = mix(message + key);
	const other = mix((one ^ 0x9e3779b9) + message);
	// 27 and 26 bits make 53; half a step keeps the number away from 0.
	return ((one >>> 5) + ((other >>> 6) + 0.5) * TWO_TO_MINUS_26) * (TWO_TO_MINUS_53 * 67_108_864);
}

/** The finalizer `lowbias32` of Chris Wellons' hash prospector: each bit moves half of all bits. */
function mix(word: number): number {
	let mixed = word | 0;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
	return mixed ^ (mixed >>> 16);
}
