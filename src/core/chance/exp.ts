const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2 = 1.4426950408889634;

const double = new Float64Array([1]);
const words = new Uint32Array(double.buffer);
const HIGH = words[1] === 0 ? 0 : 1; // The high word of 1 is not 0.

/**
 * e to the power of x for |x| ≤ 700, within 1 unit in the last place and, unlike `Math.exp`, the
 * same in every engine.
 *
 * x is k ln 2 + r with |r| ≤ ½ ln 2; e^r is a rational function of r with the coefficients of
 * FreeBSD's e_exp.c, and 2^k is put together bit by bit.
 */
export function exp(x: number): number {
	const k = Math.floor(x * ONE_OVER_LN2 + 0.5);
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const r = high - low;
	const t = r * r;
	const c =
		r -
		t *
			(0.16666666666666602 +
				t *
					(-0.0027777777777015593 +
						t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
	const power = 1 + ((r * c) / (2 - c) - low + high);
	words[HIGH] = (1023 + k) << 20;
	return power * (double[0] as number);
}
