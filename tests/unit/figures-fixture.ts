import { READING_KEYS, type ReadingKey } from '../../src/core/measures/reading-keys';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults';
import type { ParameterKey, ParameterValue, Scenario } from '../../src/core/scenario/scenario';
import { withValue } from '../../src/core/scenario/settings';
import { planOf } from '../../src/core/strategies/plans';
import type { Frame } from '../../src/engine/protocol';

export const SMALL_BUFFERS = planOf('small-buffers');
export const NO_BACKPRESSURE = planOf('no-backpressure');

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
	readonly readings?: { readonly [K in ReadingKey]?: number };
}

/** A frame made by hand, for a plan with five stations. */
export function frameWith(saying: Saying): Frame {
	const marks = saying.marks ?? [[], [], [], [], []];
	const starts = marks.map((_, station) => marks.slice(0, station).flat().length);
	const readings = READING_KEYS.map((key) => {
		return saying.readings?.[key] ?? (key.startsWith('now.') ? Number.NaN : 0);
	});
	return {
		run: 1,
		time: saying.time ?? 0,
		event: 0,
		arrived: true,
		ended: false,
		stopped: null,
		digest: '0000000000000000',
		readings: Float64Array.from(readings),
		counts: Float64Array.from(saying.counts ?? [0, 0, 0, 0, 0]),
		marks: Int32Array.from(marks.flat()),
		markStart: Int32Array.from([...starts, marks.flat().length]),
		service: Float64Array.from(saying.service ?? []),
		moves: Float64Array.from((saying.moves ?? []).flat()),
		flows: Uint32Array.from(saying.flows ?? [0, 0, 0, 0, 0, 0]),
		signals: Float64Array.from((saying.signals ?? []).flat()),
		signalSince: Float64Array.from(saying.signalSince ?? [Number.NaN, Number.NaN]),
		parked: new Float64Array(),
		moments: 0
	};
}

/** The default scenario with some parameters set. */
export function settingsWith(
	values: { readonly [K in ParameterKey]?: ParameterValue } = {}
): Scenario {
	return Object.entries(values).reduce(
		(scenario, [key, value]) => withValue(scenario, key as ParameterKey, value),
		DEFAULT_SCENARIO
	);
}
