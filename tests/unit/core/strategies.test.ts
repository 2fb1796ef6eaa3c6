import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../../src/build/listing/mistake-files';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { strategyOf } from '../../../src/headless/simulate';

const folder = resolve(import.meta.dirname, '../../../src/core/strategies');

describe('a strategy is a folder', () => {
	it('and each folder is in the register', () => {
		const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
		expect(folders.map(({ name }) => name).sort()).toEqual([...STRATEGIES.ids].sort());
	});

	it.each(STRATEGIES.ids)('%s: a mistake is a file, has words, and is put on', (id) => {
		const known = STRATEGIES.mistakesOf(id);
		expect(mistakesIn(resolve(folder, id, 'mistakes'))).toEqual([...known].sort());
		const { scenario } = STRATEGIES.presetsOf(id)[0];
		const right = strategyOf({ ...scenario, mistakes: [] });
		for (const key of known) {
			expect(strategyOf({ ...scenario, mistakes: [key] })).not.toBe(right);
		}
	});

	it.each(STRATEGIES.ids)('%s: its presets show it, and no other', (id) => {
		const strategies = STRATEGIES.presetsOf(id).map(({ scenario }) => scenario.strategy);
		expect(new Set(strategies)).toEqual(new Set([id]));
	});

	it('a preset has a name that no other has', () => {
		const ids = STRATEGIES.presets.map((preset) => preset.id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
