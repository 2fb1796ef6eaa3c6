/**
 * The arrival curve of network calculus, looked at in two ways; imports nothing. Times are in
 * nanoseconds and ascend, rates in tokens per second; exact while elapsed × rate stays below 2^53.
 *
 * Cruz, A Calculus for Network Delay (1991); Le Boudec and Thiran, Network Calculus (2001).
 */
export interface Admission {
	readonly time: number;
	readonly tokens: number;
}

/** What holds from `time` on. */
export interface Regime {
	readonly time: number;
	/** In tokens. */
	readonly capacity: number;
	readonly rate: number;
}

const NANO = 1e9;

/**
 * Whether no closed window from an admission to a later one holds more than capacity + rate × its
 * length: for all i ≤ j, by trying each. Where the rate changes its integral counts; the capacity is
 * the one in force at the i-th, for no bucket holds more then, and a larger one gives nobody tokens.
 */
export function staysBelowCurve(
	admissions: readonly Admission[],
	regimes: readonly Regime[]
): boolean {
	return admissions.every(({ time: from }, i) => {
		const { capacity } = inForce(regimes, from);
		let sum = 0;
		return admissions.slice(i).every(({ time: to, tokens }) => {
			sum += tokens * NANO;
			return sum <= capacity * NANO + dripped(regimes, from, to);
		});
	});
}

/**
 * The same for one regime in a single pass, by the generic cell rate algorithm in its form as a
 * leaky bucket: what is admitted is poured in, leaks at the rate, and must not rise above the
 * capacity. ITU-T Recommendation I.371.
 */
export function conforms(
	admissions: readonly Admission[],
	{ capacity, rate }: { readonly capacity: number; readonly rate: number }
): boolean {
	let poured = 0;
	let last = 0;
	return admissions.every(({ time, tokens }) => {
		poured = Math.max(0, poured - rate * (time - last)) + tokens * NANO;
		last = time;
		return poured <= capacity * NANO;
	});
}

/** The regime at `time`; one that begins then does not count yet. */
function inForce(regimes: readonly Regime[], time: number): Regime {
	const [first] = regimes;
	if (first === undefined) throw new RangeError('there is no regime');
	return regimes.findLast((regime) => regime.time < time) ?? first;
}

/** Nano-tokens that drip in from one time to another. */
function dripped(regimes: readonly Regime[], from: number, to: number): number {
	let sum = 0;
	regimes.forEach(({ time, rate }, index) => {
		const begin = Math.max(time, from);
		const end = Math.min(regimes[index + 1]?.time ?? to, to);
		if (end > begin) sum += rate * (end - begin);
	});
	return sum;
}
