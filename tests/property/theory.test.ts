import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import { simulate } from '../../src/headless/simulate';
import { blockingLine, erlangB, meanInMD1, meanInMMc, statesOfMM1K } from '../oracle/queueing';

/**
 * Tolerances. A time average over a run of length T has a standard deviation of sqrt(σ² / T), where
 * σ² is the asymptotic variance (Whitt 1989). The runs here use fixed seeds, so nothing is left to
 * chance; four standard deviations are what a right program stays within for nearly every seed, and
 * what a wrong one of interest does not.
 */
const SIGMAS = 4;

/** M/M/1, mean number in system: σ² = 2ρ(1 + ρ) / (1 − ρ)⁴ service times. */
function deviationOfMM1(utilization: number, serviceTimes: number): number {
	const variance = (2 * utilization * (1 + utilization)) / (1 - utilization) ** 4;
	return Math.sqrt(variance / serviceTimes);
}

/** A share of Poisson arrivals that are blocked: at most twice the binomial, for their clumping. */
function deviationOfShare(share: number, arrivals: number): number {
	return 2 * Math.sqrt((share * (1 - share)) / arrivals);
}

const MU = 100;

function run(changes: {
	rate: number;
	workers?: number;
	distribution?: string;
	duration: number;
	buffer?: object;
	closed?: boolean;
}) {
	const { rate, workers = 1, distribution = 'exponential', duration, buffer, closed } = changes;
	return simulate(
		parseScenario({
			version: 1,
			strategy: buffer === undefined ? 'no-backpressure' : 'small-buffers',
			seed: 7,
			duration,
			source: { kind: closed ? 'closed' : 'open', rate },
			consumer: { workers, serviceTime: 1 / MU, distribution },
			...(buffer === undefined ? {} : { buffer })
		})
	);
}

describe('waiting without limit', () => {
	it.each([0.5, 0.8])('M/M/1 at ρ = %s has ρ / (1 − ρ) in the system', (utilization) => {
		const duration = 4000;
		const { backlog } = run({ rate: utilization * MU, duration });
		const expected = utilization / (1 - utilization);
		const tolerance = SIGMAS * deviationOfMM1(utilization, duration * MU);
		expect(Math.abs(backlog.mean - expected)).toBeLessThan(tolerance);
	});

	it.each([
		[4, 0.8],
		[10, 0.9]
	])('M/M/%s at ρ = %s follows Erlang C', (workers, utilization) => {
		const duration = 2000;
		const load = workers * utilization;
		const { backlog } = run({ rate: load * MU, workers, duration });
		// Waiting in M/M/c is waiting in M/M/1 at c times the speed, so its bound serves.
		const tolerance = SIGMAS * deviationOfMM1(utilization, duration * MU * workers);
		expect(Math.abs(backlog.mean - meanInMMc(workers, load))).toBeLessThan(tolerance);
	});

	it('M/D/1 waits half as long as M/M/1', () => {
		const duration = 4000;
		const { backlog } = run({ rate: 80, distribution: 'constant', duration });
		const tolerance = SIGMAS * deviationOfMM1(0.8, duration * MU);
		expect(Math.abs(backlog.mean - meanInMD1(0.8))).toBeLessThan(tolerance);
		expect(meanInMD1(0.8) + tolerance).toBeLessThan(0.8 / 0.2);
	});

	it('Little: mean backlog is rate times mean time, exactly but for what is left over', () => {
		const result = run({ rate: 50, duration: 100 });
		const left = result.backlog.final;
		const { mean, count } = result.latency.sinceOffered;
		const area = result.backlog.mean * result.time;
		// Each message left over has added at most the whole run to the area.
		expect(Math.abs(area - (mean ?? 0) * count)).toBeLessThanOrEqual(
			left * result.time + 1e-9 * area
		);
	});
});

describe('loss', () => {
	it.each([
		[1, 0.8],
		[5, 0.8],
		[10, 0.8],
		[10, 1.2]
	])('M/M/1/K with %s slots at ρ = %s loses what the formula says', (slots, utilization) => {
		const duration = 3000;
		const capacity = slots;
		const { counts } = run({
			rate: utilization * MU,
			duration,
			buffer: { capacity, whenFull: 'drop-newest' }
		});
		const states = statesOfMM1K(slots + 1, utilization);
		const expected = states.at(-1) ?? 0;
		const lost = counts.dropped / counts.offered;
		const tolerance = SIGMAS * deviationOfShare(expected, counts.offered);
		expect(Math.abs(lost - expected)).toBeLessThan(tolerance);
	});

	it.each(['constant', 'uniform', 'exponential', 'lognormal'])(
		'Erlang B does not care about the distribution: %s',
		(distribution) => {
			const { counts } = run({
				rate: 8 * MU,
				workers: 10,
				distribution,
				duration: 400,
				buffer: { capacity: 0, whenFull: 'drop-newest' }
			});
			const expected = erlangB(10, 8);
			expect(expected).toBeCloseTo(0.1216611, 6);
			const tolerance = SIGMAS * deviationOfShare(expected, counts.offered);
			expect(Math.abs(counts.dropped / counts.offered - expected)).toBeLessThan(tolerance);
		}
	);
});

describe('a line in which both wait for each other', () => {
	it.each([
		[0, 100],
		[1, 100],
		[10, 100],
		[10, 80],
		[1, 125]
	])('with %s slots and a producer of %s/s does what μ₂(1 − π₀) says', (capacity, rate) => {
		const duration = 2000;
		const { rates } = run({ rate, duration, buffer: { capacity }, closed: true });
		const expected = blockingLine(capacity, rate, MU);
		// The count of a birth–death flow varies less than a Poisson count of the same mean.
		const tolerance = SIGMAS * Math.sqrt(expected / duration);
		expect(Math.abs(rates.throughput - expected)).toBeLessThan(tolerance);
	});

	it('is μ(K + 2) / (K + 3) when both are equally fast', () => {
		for (const slots of [0, 1, 10, 100]) {
			expect(blockingLine(slots, 100, 100)).toBeCloseTo((100 * (slots + 2)) / (slots + 3), 9);
		}
	});
});
