import { describe, expect, it } from 'vitest';
import { STREAM, streamKey, uniform } from '../../../src/core/chance/draw';
import { exp } from '../../../src/core/chance/exp';
import { exponential } from '../../../src/core/chance/exponential';
import { log } from '../../../src/core/chance/log';
import { lognormal, uniformAroundOne } from '../../../src/core/chance/samplers';

/** Numbers from everywhere, by a plain linear congruence that is nobody's sampler. */
function* arguments_(count: number): Generator<number> {
	let state = 12_345;
	for (let n = 0; n < count; n++) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield (state + 1) / 2_147_483_650;
	}
}

function ulps(one: number, other: number): number {
	return Math.abs(one - other) / (Number.EPSILON * Math.abs(other));
}

describe('our logarithm and exponential', () => {
	it('are within two units in the last place of the platform', () => {
		let worst = 0;
		for (const x of arguments_(50_000)) {
			worst = Math.max(worst, ulps(log(x * 1e6), Math.log(x * 1e6)), ulps(log(x), Math.log(x)));
			worst = Math.max(worst, ulps(exp(40 * x - 20), Math.exp(40 * x - 20)));
		}
		expect(worst).toBeLessThanOrEqual(2);
	});

	it.each([
		[1, 0],
		[2, 0.6931471805599453],
		[10, 2.302585092994046],
		[0.5, -0.6931471805599453]
	])('log %s is %s', (x, expected) => {
		expect(ulps(log(x) + 1, expected + 1)).toBeLessThanOrEqual(1);
	});

	it('undo each other', () => {
		for (const x of arguments_(1000)) expect(log(exp(20 * x))).toBeCloseTo(20 * x, 12);
	});
});

const KEY = streamKey(1, STREAM.service);
const COUNT = 400_000;

/** Mean and variance of a sampler over many messages. */
function momentsOf(draw: (message: number) => number): { mean: number; variance: number } {
	let sum = 0;
	let squares = 0;
	for (let message = 0; message < COUNT; message++) {
		const value = draw(message);
		sum += value;
		squares += value * value;
	}
	const mean = sum / COUNT;
	return { mean, variance: squares / COUNT - mean * mean };
}

describe('a draw', () => {
	it('belongs to its address: asked again, in any order, it is the same', () => {
		const forward = [0, 1, 2, 3].map((message) => uniform(KEY, message, 0));
		const backward = [3, 2, 1, 0].map((message) => uniform(KEY, message, 0));
		expect(backward.reverse()).toEqual(forward);
	});

	it('lies strictly between 0 and 1', () => {
		for (let message = 0; message < COUNT; message++) {
			const value = uniform(KEY, message, 0);
			if (!(value > 0 && value < 1)) expect.fail(`message ${message} drew ${value}`);
		}
	});

	// 256 cells have 255 degrees of freedom: mean 255, deviation √510, and five of those are 113.
	const LIMIT = 255 + 113;

	function chiSquare(cellOf: (message: number) => number): number {
		const cells = new Float64Array(256);
		for (let message = 0; message < COUNT; message++) {
			const cell = cellOf(message);
			cells[cell] = (cells[cell] ?? 0) + 1;
		}
		const expected = COUNT / 256;
		return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
	}

	it('is uniform', () => {
		expect(chiSquare((message) => Math.floor(256 * uniform(KEY, message, 0)))).toBeLessThan(LIMIT);
	});

	const pairs: [string, (message: number) => number][] = [
		['the next message', (message) => uniform(KEY, message + 1, 0)],
		['the next attempt', (message) => uniform(KEY, message, 1)],
		['the other stream', (message) => uniform(streamKey(1, STREAM.offer), message, 0)],
		['the next seed', (message) => uniform(streamKey(2, STREAM.service), message, 0)]
	];

	it.each(pairs)('has nothing to do with that of %s', (_, other) => {
		const cellOf = (message: number) =>
			16 * Math.floor(16 * uniform(KEY, message, 0)) + Math.floor(16 * other(message));
		expect(chiSquare(cellOf)).toBeLessThan(LIMIT);
	});
});

describe('a sampler', () => {
	// Four standard deviations of a mean over COUNT draws.
	const near = (variance: number) => 4 * Math.sqrt(variance / COUNT);

	it('exponential has mean 1 and variance 1', () => {
		const { mean, variance } = momentsOf((message) => exponential(KEY, message));
		expect(Math.abs(mean - 1)).toBeLessThan(near(1));
		// The fourth central moment of an exponential is 9, so its square deviates by √8.
		expect(Math.abs(variance - 1)).toBeLessThan(near(8));
	});

	it.each([0.1, 0.5, 1, 2, 4, 8])('exponential exceeds %s with the probability e^-x', (x) => {
		let above = 0;
		for (let message = 0; message < COUNT; message++) {
			if (exponential(KEY, message) > x) above++;
		}
		const share = Math.exp(-x);
		expect(Math.abs(above / COUNT - share)).toBeLessThan(near(share * (1 - share)));
	});

	it('uniform around one has mean 1 and variance 1/12', () => {
		const { mean, variance } = momentsOf((message) => uniformAroundOne(KEY, message));
		expect(Math.abs(mean - 1)).toBeLessThan(near(1 / 12));
		expect(Math.abs(variance - 1 / 12)).toBeLessThan(near(1 / 180));
	});

	it('lognormal has mean 1, and a logarithm of deviation 1 around -1/2', () => {
		const { mean } = momentsOf((message) => lognormal(KEY, message));
		expect(Math.abs(mean - 1)).toBeLessThan(near(Math.E - 1));
		const logs = momentsOf((message) => Math.log(lognormal(KEY, message)));
		expect(Math.abs(logs.mean + 0.5)).toBeLessThan(near(1));
		expect(Math.abs(logs.variance - 1)).toBeLessThan(near(2));
	});
});
