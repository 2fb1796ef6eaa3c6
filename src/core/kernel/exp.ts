const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const ONE_OVER_LN2 = 1.44269504088896338700;

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
			(1.66666666666666019037e-1 +
				t *
					(-2.77777777770155933842e-3 +
						t *
							(6.61375632143793436117e-5 +
								t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
	const power = 1 + ((r * c) / (2 - c) - low + high);
	words[HIGH] = (1023 + k) << 20;
	return power * (double[0] as number);
}
