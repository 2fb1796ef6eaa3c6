import { SERIES, type SeriesKey } from '../../src/core/measures/series';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults';
import type { Scenario } from '../../src/core/scenario/scenario';
import { LocalEngine } from '../../src/engine/engine';
import type { History } from '../../src/engine/protocol';
import { emptyStory, extendStory, type Story } from '../../src/engine/story';

/** Ten milliseconds a column, for stories that are made up. */
export const COLUMN = 1e7;

type Values = Partial<Record<SeriesKey, number>>;

/** A reply with columns that are made up; what is left out is 0, latencies NaN. */
export function historyOf(
	columns: number,
	valuesAt: (column: number) => Values,
	rest: Partial<History> = {}
): History {
	const first = rest.first ?? 0;
	const values = new Float32Array(SERIES.length * columns);
	for (let column = 0; column < columns; column++) {
		const given = valuesAt(first + column);
		SERIES.forEach((key, series) => {
			const missing = key.startsWith('since') ? Number.NaN : 0;
			values[series * columns + column] = given[key] ?? missing;
		});
	}
	const reached = (first + columns) * COLUMN;
	return { run: 1, width: COLUMN, first, columns, values, reached, moments: [], ...rest };
}

/** A story with columns that are made up. */
export function storyOf(columns: number, valuesAt: (column: number) => Values): Story {
	return extendStory(emptyStory(1), historyOf(columns, valuesAt));
}

/** The whole story of a real run, as the engine tells it. */
export function storyOfRun(scenario: Partial<Scenario>): Story {
	const whole = { ...DEFAULT_SCENARIO, ...scenario };
	const engine = new LocalEngine(() => 0);
	const end = Math.round(whole.duration * 1e9);
	let frame = engine.open(1, whole, end, 0);
	while (!frame.arrived) frame = engine.travel(1, { kind: 'time', time: end }, 0);
	return extendStory(emptyStory(1), engine.history(1, 0));
}
