import { double, HIGH, words } from './double-words';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF_HIGH_WORD = 0x3fe6a09e;

/**
 * The natural logarithm of a normal number > 0, within 1 unit in the last place and, unlike
 * `Math.log`, the same in every engine: only + − × ÷ and a look at the bits.
 *
 * The argument is 2^k × (1 + f) with 1 + f in [√½, √2); log(1 + f) is a polynomial in
 * s = f / (2 + f), with the coefficients of FreeBSD's e_log.c.
 */
export function log(x: number): number {
	double[0] = x;
	const high = words[HIGH] as number;
	const shifted = high + (0x3ff00000 - SQRT_HALF_HIGH_WORD);
	const k = (shifted >>> 20) - 1023;
	words[HIGH] = (shifted & 0xfffff) + SQRT_HALF_HIGH_WORD;
	const f = (double[0] as number) - 1;
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
	const odd =
		z *
		(0.6666666666666735 +
			w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
	const halfSquare = 0.5 * f * f;
	return s * (halfSquare + (even + odd)) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}
