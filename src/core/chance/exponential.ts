import { type StreamKey, uniform } from './draw';
import { exp } from './exp';
import { log } from './log';

const LAYERS = 256;
/** Where the tail begins, and the area of each layer, for 256 layers. */
const TAIL = 7.69711747013105;
const AREA = 0.003949659822581557;

/**
 * Right ends of the layers, from the widest at the bottom, which stands for the tail as well, to 0
 * at the top; and the heights of the density there.
 */
const ENDS = new Float64Array(LAYERS + 1);
const HEIGHTS = new Float64Array(LAYERS + 1);

ENDS[0] = AREA / exp(-TAIL);
ENDS[1] = TAIL;
for (let layer = 1; layer < LAYERS - 1; layer++) {
	const end = ENDS[layer] as number;
	ENDS[layer + 1] = -log(exp(-end) + AREA / end);
}
for (let layer = 0; layer <= LAYERS; layer++) HEIGHTS[layer] = exp(-(ENDS[layer] as number));

/**
 * An exponential number of mean 1. The area under the density is cut into 256 layers of equal
 * area; in 99 of 100 draws the point falls where a layer lies wholly under the curve, and one look
 * at a table is enough. Pure.
 *
 * @see G. Marsaglia and W. W. Tsang, The Ziggurat Method for Generating Random Variables (2000).
 */
export function exponential(key: StreamKey, message: number): number {
	for (let attempt = 0; ; attempt += 2) {
		const point = uniform(key, message, attempt) * LAYERS;
		const layer = Math.floor(point);
		const x = (point - layer) * (ENDS[layer] as number);
		if (x < (ENDS[layer + 1] as number)) return x;
		const second = uniform(key, message, attempt + 1);
		if (layer === 0) return TAIL - log(second);
		const low = HEIGHTS[layer] as number;
		const high = HEIGHTS[layer + 1] as number;
		if (low + second * (high - low) < exp(-x)) return x;
	}
}
