import { SERIES, type SeriesKey } from '../../../src/core/measures/series';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { LocalEngine } from '../../../src/engine/engine';
import type { History } from '../../../src/engine/protocol';
import { emptyStory, extendStory, type Story } from '../../../src/engine/story/story';
import { strategyOf } from '../../../src/headless/simulate';

/** Ten milliseconds a column, for stories that are made up. */
export const COLUMN = 1e7;

type Values = Partial<Record<SeriesKey, number>>;

/**
 * A reply with columns that are made up; what is left out is 0, latencies NaN. Give `series` for
 * more than those that all strategies have.
 */
export function historyOf(
	columns: number,
	valuesAt: (column: number) => Values,
	rest: Partial<History> = {}
): History {
	const { first = 0, series = SERIES } = rest;
	const values = new Float32Array(series.length * columns);
	for (let column = 0; column < columns; column++) {
		const given = valuesAt(first + column);
		series.forEach((key, index) => {
			const missing = key.startsWith('since') ? Number.NaN : 0;
			values[index * columns + column] = given[key] ?? missing;
		});
	}
	return {
		run: 1,
		width: COLUMN,
		series,
		first,
		columns,
		values,
		reached: (first + columns) * COLUMN,
		hasMore: false,
		moments: [],
		levels: [],
		...rest
	};
}

/** A story with columns that are made up. */
export function storyOf(
	columns: number,
	valuesAt: (column: number) => Values,
	rest: Partial<History> = {}
): Story {
	return extendStory(emptyStory(1), historyOf(columns, valuesAt, rest));
}

/** The whole story of a real run, as the engine tells it, reply by reply. */
export function storyOfRun(scenario: Partial<Scenario>): Story {
	const whole = { ...defaultScenario('small-buffers'), ...scenario };
	const engine = new LocalEngine(() => 0);
	const end = Math.round(whole.duration * 1e9);
	let frame = engine.open(1, whole, strategyOf(whole), end, 0);
	while (!frame.arrived) frame = engine.travel(1, { kind: 'time', time: end }, 0);
	return wholeStory(engine);
}

/** Asks an engine for everything it knows of run 1. */
export function wholeStory(engine: LocalEngine): Story {
	let story = emptyStory(1);
	for (let hasMore = true; hasMore; ) {
		const history = engine.history(1, Math.max(0, story.columns - 1));
		story = extendStory(story, history);
		hasMore = history.hasMore;
	}
	return story;
}
