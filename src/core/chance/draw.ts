/** What a draw is for. Draws of different streams have nothing to do with each other. */
export const STREAM = { offer: 1, service: 2, choice: 3 } as const;

export type Stream = (typeof STREAM)[keyof typeof STREAM];

/** A seed and a stream, mixed once for all the draws that share them. An unsigned 32-bit integer. */
export type StreamKey = number;

const GOLDEN = 0x9e3779b9;
const TWO_TO_MINUS_26 = 1 / 67_108_864;
const TWO_TO_MINUS_27 = 1 / 134_217_728;

/** The key of a stream. `seed` is an unsigned 32-bit integer. Pure. */
export function streamKey(seed: number, stream: Stream): StreamKey {
	return mix(seed ^ mix(stream));
}

/**
 * A uniform number in the open interval (0, 1) that belongs to its address: the same key, message
 * and attempt give the same number, however often and in whatever order one asks. So two strategies
 * face the same work, and a new process shifts nobody's numbers. Pure.
 *
 * @param message integer in [0, 2^31)
 * @param attempt integer ≥ 0: for samplers that may have to draw again
 */
export function uniform(key: StreamKey, message: number, attempt: number): number {
	const one = mix((message + Math.imul(attempt, GOLDEN)) ^ key);
	const other = mix(one + GOLDEN);
	// 27 and 26 bits make 53; half a step keeps the number away from 0.
	return ((one >>> 5) + ((other >>> 6) + 0.5) * TWO_TO_MINUS_26) * TWO_TO_MINUS_27;
}

/** The finalizer `lowbias32` of Chris Wellons' hash prospector: each bit moves half of all bits. */
function mix(word: number): number {
	let mixed = word | 0;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
	return mixed ^ (mixed >>> 16);
}
