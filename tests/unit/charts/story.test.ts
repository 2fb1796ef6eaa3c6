import { describe, expect, it } from 'vitest';
import { SERIES } from '../../../src/core/measures/series';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { StrategyId } from '../../../src/core/scenario/scenario';
import { LocalEngine } from '../../../src/engine/engine';
import { HISTORY_BYTES, HISTORY_COLUMNS } from '../../../src/engine/protocol';
import { emptyStory, extendStory, type Story } from '../../../src/engine/story/story';
import { strategyOf } from '../../../src/headless/simulate';
import { COLUMN, historyOf, wholeStory } from './fixture';

const rising = (column: number) => ({ backlogLast: column + 1 });

function backlogOf(story: Story): number[] {
	return [...story.series.backlogLast.subarray(0, story.columns)];
}

describe('a story is put together from the replies of the engine', () => {
	it('is the same from many replies as from one', () => {
		const whole = extendStory(emptyStory(1), historyOf(9, rising));
		let pieces = emptyStory(1);
		for (const [first, columns] of [
			[0, 2],
			[1, 4],
			[4, 5]
		] as const) {
			pieces = extendStory(pieces, historyOf(columns, rising, { first }));
		}
		expect(backlogOf(pieces)).toEqual(backlogOf(whole));
		expect(pieces.reached).toBe(whole.reached);
	});

	it('takes the newer word on the column that was still growing', () => {
		const growing = extendStory(
			emptyStory(1),
			historyOf(3, () => ({ backlogLast: 1 }), { reached: 2.5 * COLUMN })
		);
		const grown = extendStory(
			growing,
			historyOf(2, () => ({ backlogLast: 7 }), { first: 2 })
		);
		expect(backlogOf(grown)).toEqual([1, 1, 7, 7]);
	});

	it('leaves the complete columns of an older value as they were', () => {
		const older = extendStory(emptyStory(1), historyOf(4, rising));
		const before = backlogOf(older);
		extendStory(older, historyOf(3, rising, { first: 3 }));
		expect(backlogOf(older)).toEqual(before);
	});

	it('starts afresh for another run, however long the one before was', () => {
		const long = extendStory(emptyStory(1), historyOf(50, rising));
		const fork = extendStory(
			long,
			historyOf(5, () => ({ backlogLast: 3 }), { run: 2 })
		);
		expect(backlogOf(fork)).toEqual([3, 3, 3, 3, 3]);
		expect(fork.reached).toBe(5 * COLUMN);
		expect(backlogOf(long)).toHaveLength(50);
		expect(backlogOf(long)[49]).toBe(50);
	});

	it('starts afresh when the columns have another width', () => {
		const narrow = extendStory(emptyStory(1), historyOf(8, rising));
		const wide = extendStory(narrow, historyOf(2, rising, { width: 2 * COLUMN }));
		expect(wide.width).toBe(2 * COLUMN);
		expect(backlogOf(wide)).toEqual([1, 2]);
		expect(backlogOf(narrow)).toHaveLength(8);
	});
});

describe('a reply', () => {
	/** An engine whose run has come to its end, after two seconds. */
	function ended(strategy: StrategyId): LocalEngine {
		const engine = new LocalEngine(() => 0);
		const scenario = { ...defaultScenario('small-buffers'), strategy, duration: 2 };
		engine.open(1, scenario, strategyOf(scenario), 2e9, 0);
		return engine;
	}

	it.each<[StrategyId, number]>([
		['small-buffers', 0],
		['bounded-concurrency', 3],
		['producer-throttling', 6]
	])('of %s has %d series of its own, and at most 64 kB', (strategy, own) => {
		const { series, values } = ended(strategy).history(1, 0);
		expect(series.slice(0, SERIES.length)).toEqual(SERIES);
		expect(series).toHaveLength(SERIES.length + own);
		expect(values.byteLength).toBeLessThanOrEqual(HISTORY_BYTES);
	});

	it('that does not hold everything ends where it does, and the next goes on from there', () => {
		const engine = ended('producer-throttling');
		const first = engine.history(1, 0);
		expect(first.hasMore).toBe(true);
		expect(first.reached).toBe(first.columns * first.width);
		const rest = engine.history(1, first.columns);
		expect(rest.hasMore).toBe(false);
		expect(first.columns + rest.columns).toBe(HISTORY_COLUMNS);
		expect(rest.reached).toBe(2e9);
		const { series, columns } = wholeStory(engine);
		expect(columns).toBe(HISTORY_COLUMNS);
		// Each series stands where it belongs, on both sides of the seam.
		for (const [index, key] of rest.series.entries()) {
			const own = rest.values.subarray(index * rest.columns, (index + 1) * rest.columns);
			expect(series[key]?.subarray(first.columns), key).toEqual(own);
		}
	});
});
