import { fromSeconds } from '../../../src/core/kernel/time';
import { READING_KEYS, type ReadingKey } from '../../../src/core/measures/reading-keys';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { ParameterKey, ParameterValue, Scenario } from '../../../src/core/scenario/scenario';
import { withValue } from '../../../src/core/scenario/settings';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import type { Frame } from '../../../src/engine/protocol';
import { type LivePlan, livePlan } from '../../../src/figures/live-plan';
import { startRun } from '../../../src/headless/simulate';

export const SMALL_BUFFERS = STRATEGIES.planOf('small-buffers');
export const NO_BACKPRESSURE = STRATEGIES.planOf('no-backpressure');
export const BOUNDED_CONCURRENCY = STRATEGIES.planOf('bounded-concurrency');
export const REACTIVE_STREAMS = STRATEGIES.planOf('reactive-streams');
export const PRODUCER_THROTTLING = STRATEGIES.planOf('producer-throttling');

/** Milliseconds of virtual time. */
export const MS = 1e6;

/** What a frame of the tests says; the rest is a run that has not begun. */
interface Saying {
	readonly time?: number;
	readonly counts?: readonly number[];
	readonly marks?: readonly (readonly number[])[];
	readonly service?: readonly number[];
	readonly moves?: readonly (readonly [time: number, message: number, from: number, to: number])[];
	readonly flows?: readonly number[];
	readonly signals?: readonly (readonly [signal: number, time: number, amount: number])[];
	readonly signalSince?: readonly number[];
	readonly transit?: readonly number[];
	readonly readings?: { readonly [K in ReadingKey]?: number };
	/** Of the stations named. */
	readonly limits?: Readonly<Record<string, number>>;
	readonly kept?: Readonly<Record<string, number>>;
	readonly shut?: readonly string[];
	readonly dead?: readonly string[];
}

/** A frame made by hand, of a run of the plan's strategy under these settings. */
export function frameWith(
	saying: Saying,
	plan: StrategyPlan = SMALL_BUFFERS,
	settings: Scenario = defaultScenario('small-buffers')
): Frame {
	const { stations, pipes, exits, signals } = plan;
	const start = frameOf({ ...settings, strategy: plan.id, changes: [] }, 0, 0);
	const marks = saying.marks ?? stations.map(() => []);
	const starts = marks.map((_, station) => marks.slice(0, station).flat().length);
	const readings = READING_KEYS.map((key) => {
		return saying.readings?.[key] ?? (key.startsWith('now.') ? Number.NaN : 0);
	});
	const limits = stations.map(({ id }, station) => saying.limits?.[id] ?? start.limits[station]);
	const isIn = (list: readonly string[] = []) =>
		stations.map(({ id }) => Number(list.includes(id)));
	return {
		...start,
		time: saying.time ?? 0,
		readings: Float64Array.from(readings),
		counts: Float64Array.from(saying.counts ?? stations.map(() => 0)),
		limits: Float64Array.from(limits, (limit) => limit ?? Number.NaN),
		shut: Uint8Array.from(isIn(saying.shut)),
		dead: Uint8Array.from(isIn(saying.dead)),
		kept: Uint32Array.from(stations, ({ id }) => saying.kept?.[id] ?? 0),
		marks: Int32Array.from(marks.flat()),
		markStart: Int32Array.from([...starts, marks.flat().length]),
		transit: Float32Array.from(saying.transit ?? []),
		service: Float64Array.from(saying.service ?? []),
		moves: Float64Array.from((saying.moves ?? []).flat()),
		flows: Uint32Array.from(saying.flows ?? [...pipes, ...exits].map(() => 0)),
		signals: Float64Array.from((saying.signals ?? []).flat()),
		signalSince: Float64Array.from(saying.signalSince ?? signals.map(() => Number.NaN)),
		parked: new Float64Array(),
		moments: 0
	};
}

/** A plan with the limits that its strategy has under these settings, before anything happened. */
export function liveWith(
	plan: StrategyPlan,
	settings: Scenario = defaultScenario('small-buffers')
): LivePlan {
	return livePlan(plan, frameWith({}, plan, settings));
}

/** The default scenario with some parameters set. */
export function settingsWith(
	values: { readonly [K in ParameterKey | 'strategy']?: ParameterValue } = {}
): Scenario {
	const { strategy = 'small-buffers', ...parameters } = values;
	return Object.entries(parameters).reduce(
		(scenario, [key, value]) => withValue(scenario, key as ParameterKey, value),
		defaultScenario(String(strategy))
	);
}

/** A run of the plan's strategy with some parameters set, and what else is said of it. */
export function scenarioOf(
	plan: StrategyPlan,
	values: Parameters<typeof settingsWith>[0] = {},
	more: Partial<Pick<Scenario, 'changes' | 'mistakes'>> = {}
): Scenario {
	return { ...settingsWith(values), ...more, strategy: plan.id };
}

/** The frame of a real run with these values, so many seconds after its start. */
export function frameOf(settings: Scenario, seconds: number, window: number): Frame {
	const [frame] = framesOf(settings, [seconds], window);
	if (frame === undefined) throw new RangeError('a run has a frame at each time');
	return frame;
}

/** The frames of one real run at some times, in order. */
export function framesOf(
	settings: Scenario,
	times: readonly number[],
	window: number
): readonly Frame[] {
	const run = startRun(settings, { pictures: true });
	return times.map((seconds) => {
		run.advance(fromSeconds(seconds));
		return composeFrame(run, { run: 1, arrived: true, stopped: null, window, moments: 0 });
	});
}
