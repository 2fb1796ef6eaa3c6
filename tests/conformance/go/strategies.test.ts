import { describe, expect, it } from 'vitest';
import { toSeconds } from '../../../src/core/kernel/time';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Run } from '../../../src/core/run/run';
import { BoundedMechanism } from '../../../src/core/strategies/bounded-concurrency/mechanism';
import { startRun } from '../../../src/headless/simulate';
import { placesByLine } from './marks';
import { readTraces, type StrategyStep, type StrategyTrace } from './traces';

const FILES = [
	'no-backpressure',
	'small-buffers',
	'bounded-concurrency',
	'reactive-streams',
	'producer-throttling',
	'oversized-buffer',
	'leaks-permits',
	'spawns-without-limit',
	'ignores-demand',
	'unbounded-request',
	'forgets-request',
	'truncating-refill',
	'stale-lag',
	'retry-at-once'
];

/** A time that the trace does not come to: the end of a service, or another offer. */
const ENDLESS = 3600;

describe.each(FILES)('the simulation does what the Go listing did: %s', (file) => {
	it.each(readTraces<StrategyTrace>(file))('$name', (trace) => {
		const run = startRun(scenarioOf(trace), { items: true });
		const places = placesByLine(trace.scenario.strategy);
		trace.steps.forEach((step, index) => {
			run.advance(step.at);
			const seen = trace.steps.slice(0, index + 1);
			const what = `after step ${index + 1}: ${step.do} ${step.messages ?? ''}`;
			expect(startsIn(run), what).toEqual(seen.flatMap(({ started = [] }) => started));
			expect(lossesIn(run), what).toEqual(lossesOf(seen));
			if (!retries(trace)) expect(refusalsIn(run), what).toEqual(refusalsOf(seen));
			expect(countsIn(run, step.counts), what).toEqual(step.counts);
			// The listing says that its workers outlive a death from lack of memory; ours do not.
			const isAlive = !run.world.consumer.isDead;
			expect(parkedIn(run, places), what).toEqual(isAlive ? step.parked : { 'produce/1': 1 });
		});
	});
});

/** The same offers at the same times, and services that end when they ended in Go. */
function scenarioOf({ scenario, steps }: StrategyTrace) {
	const offers = steps.flatMap(({ do: did, at, messages = [] }) =>
		did === 'offer' ? messages.map(() => toSeconds(at)) : []
	);
	const ends = new Map(
		steps.flatMap(({ do: did, at, messages = [] }) =>
			did === 'finish' ? messages.map((message): [number, number] => [message, at]) : []
		)
	);
	const hasEnded = steps.some(({ ends }) => ends === true);
	const services = offers.map(() => ENDLESS);
	for (const { message, at } of steps.flatMap(({ started = [] }) => started)) {
		const end = ends.get(message);
		if (end !== undefined) services[message] = toSeconds(end - at);
	}
	return parseScenario({
		version: 1,
		...scenario,
		duration: toSeconds(steps.at(-1)?.at ?? 0),
		source: { process: 'trace', times: hasEnded ? offers : [...offers, ENDLESS] },
		consumer: { ...scenario.consumer, distribution: 'trace', times: services }
	});
}

function startsIn({ items }: Run) {
	return (items?.started ?? []).flatMap((at, message) => (at === null ? [] : [{ message, at }]));
}

/** Messages that will never be served, in their order. */
function lossesIn({ items }: Run) {
	return (items?.outcome ?? []).flatMap((outcome, message) =>
		outcome === 'done' || outcome === 'waiting' || items?.started[message] !== null
			? []
			: [{ message, outcome }]
	);
}

const OUTCOMES = ['dropped', 'lost'];

function lossesOf(steps: readonly StrategyStep[]) {
	return steps
		.flatMap(({ lost = [] }) => lost)
		.map(({ message, reason }) => ({
			message,
			outcome: OUTCOMES.includes(reason) ? reason : 'refused'
		}))
		.sort((one, other) => one.message - other.message);
}

/** The reasons that a strategy gives, each with the reading that counts them. */
const REASONS = {
	'rate limit exceeded': 'now.refusedByRate',
	'consumer lag too high': 'now.refusedByLag',
	'consumer lag unknown': 'now.refusedUnknown'
} as const;

function refusalsIn(run: Run) {
	return Object.entries(REASONS).map(([reason, key]) => {
		const count = run.mechanism.gauges?.[key];
		return [reason, count === undefined ? 0 : count(run.time)];
	});
}

function refusalsOf(steps: readonly StrategyStep[]) {
	const reasons = steps.flatMap(({ lost = [] }) => lost).map(({ reason }) => reason);
	return Object.keys(REASONS).map((reason) => [
		reason,
		reasons.filter((other) => other === reason).length
	]);
}

/** Whether a message may be refused without being given up, which the trace does not tell. */
function retries({ scenario }: StrategyTrace): boolean {
	return (
		scenario.refused?.then === 'retry' || scenario.mistakes?.includes('retry-at-once') === true
	);
}

/** What the strategy says of itself; of an unbounded demand, what the trace writes for it. */
function countsIn(run: Run, names: StrategyStep['counts']) {
	const { lag, gauges } = run.mechanism;
	const demand = gauges?.['now.demand']?.(run.time);
	const counts: Record<string, number | undefined> = {
		lag: lag?.value,
		demand: demand === Infinity ? -1 : demand,
		'permits held':
			run.mechanism instanceof BoundedMechanism ? run.mechanism.permits.held : undefined
	};
	if (names === undefined) return undefined;
	return Object.fromEntries(Object.keys(names).map((name) => [name, counts[name]]));
}

/** How many processes are parked at each place of the code. */
function parkedIn(run: Run, places: ReadonlyMap<number, string>) {
	const counts: Record<string, number> = {};
	for (const { line, waitsFor } of run.world.simulation.processes) {
		if (waitsFor === '') continue;
		const place = places.get(line) ?? `line ${line}`;
		counts[place] = (counts[place] ?? 0) + 1;
	}
	return counts;
}
