import { type StreamKey, uniform } from './draw';
import { exp } from './exp';
import { log } from './log';

/** A uniform number on (0.5, 1.5), of mean 1. */
export function uniformAroundOne(key: StreamKey, message: number): number {
	return 0.5 + uniform(key, message, 0);
}

/** A lognormal number of mean 1 whose logarithm has a standard deviation of 1. */
export function lognormal(key: StreamKey, message: number): number {
	return exp(standardNormal(key, message) - 0.5);
}

/**
 * A normal number of mean 0 and variance 1, by the polar method of Marsaglia and Bray (1964): a
 * point in the unit disc, tried until one lies inside.
 */
function standardNormal(key: StreamKey, message: number): number {
	for (let attempt = 0; ; attempt += 2) {
		const x = 2 * uniform(key, message, attempt) - 1;
		const y = 2 * uniform(key, message, attempt + 1) - 1;
		const square = x * x + y * y;
		if (square < 1 && square > 0) return x * Math.sqrt((-2 * log(square)) / square);
	}
}
