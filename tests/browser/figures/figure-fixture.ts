import type { StrategyPlan } from '../../../src/core/plan/plan';
import type { ParameterKey, ParameterValue } from '../../../src/core/scenario/scenario';
import {
	BOUNDED_CONCURRENCY,
	frameOf,
	frameWith,
	MS,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	settingsWith
} from '../../unit/figures/fixture';
import '../../../src/design/base.css';
import '../../../src/design/fonts.css';
import '../../../src/design/tokens.css';

export type Values = { readonly [K in ParameterKey]?: ParameterValue };
export type Saying = Parameters<typeof frameWith>[0];

export const WINDOW = 6 * MS;

/** Ten of ten in the channel, 138 at the source, the producer held back for 2 ms. */
export const BLOCKED: Saying = {
	time: 100 * MS,
	counts: [138, 1, 10, 4, 4_986],
	marks: [[], [15], [5, 6, 7, 8, 9, 10, 11, 12, 13, 14], [1, 2, 3, 4], []],
	service: [96, 104, 98, 106, 90, 101, 99, 109].map((ms) => ms * MS),
	moves: [[98 * MS, 14, 1, 2]],
	flows: [0, 1, 0, 0, 0, 0],
	signals: [[0, 98 * MS, 1]],
	signalSince: [98 * MS, Number.NaN],
	shut: ['channel'],
	readings: {
		'now.heldBackFor': 0.002,
		'now.oldestQueued': 0.02,
		'backlog.max': 153,
		'counts.completed': 4_986
	}
};

/** A figure of what a frame made by hand says, with the plan and the parameters it is of. */
export function propsOf(
	saying: Saying = BLOCKED,
	values: Values = {},
	plan: StrategyPlan = SMALL_BUFFERS,
	window = WINDOW
) {
	const settings = { ...settingsWith(values), strategy: plan.id };
	const frame = frameWith(saying, plan, settings);
	return { plan, settings, frame, window, title: 'Ten slots, felt at once' };
}

/** A real run at one time, with the plan of its strategy. */
function propsOfRun(plan: StrategyPlan, values: Values, seconds: number, window = WINDOW) {
	const settings = { ...settingsWith(values), strategy: plan.id };
	const frame = frameOf(settings, seconds, window);
	return { plan, settings, frame, window, title: plan.name };
}

/** The telling moments of the strategies beside those drawn by hand. */
export const MOMENTS = {
	'permits all held': () =>
		propsOfRun(
			BOUNDED_CONCURRENCY,
			{ 'source.rate': 400, 'consumer.workers': 60, 'consumer.serviceTime': 0.3 },
			8
		),
	'a thousand permits': () =>
		propsOfRun(BOUNDED_CONCURRENCY, { 'source.rate': 9_000, 'semaphore.permits': 1_000 }, 3),
	'demand spent, no delay': () =>
		propsOfRun(REACTIVE_STREAMS, { 'buffer.capacity': 32, 'demand.window': 256 }, 3),
	'messages on the link': () =>
		propsOfRun(
			REACTIVE_STREAMS,
			{ 'buffer.capacity': 1_000, 'demand.window': 20, 'demand.delay': 0.02 },
			3
		),
	'bucket empty': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 800, 'bucket.capacity': 20_000, 'bucket.initial': 0, 'lag.resume': 90_000 },
			3
		),
	'gate shut': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 9_600, 'bucket.rate': 20_000, 'lag.limit': 1_200, 'lag.interval': 1 },
			3.4
		),
	'refused and retried at a shut gate': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 800, 'lag.limit': 20, 'lag.interval': 1, 'refused.then': 'retry' },
			1.55
		),
	'lag unknown': () => propsOfRun(PRODUCER_THROTTLING, { 'lag.available': false }, 30)
};

export function texts(selector: string): string[] {
	return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}
