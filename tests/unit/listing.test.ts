import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../src/build/listing';
import { rewrite } from '../../src/build/parked-lines';
import { Run } from '../../src/core/run/run';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults';
import { planOf } from '../../src/core/strategies/plans';
import { composeFrame } from '../../src/engine/compose-frame';
import { parkedMarks } from '../../src/listing/parked-marks';

const path = resolve(import.meta.dirname, '../../src/core/strategies/small-buffers.ts');
const source = readFileSync(path, 'utf8');

describe('the code that records where it waits', () => {
	it('names the line of each yield*, and moves with it', () => {
		const code = 'function* f() {\n\tyield* a();\n\n\tconst b = yield* c(yield* d());\n}';
		const marked = rewrite(code);
		expect(marked).toContain('yield* (at(2), a())');
		expect(marked).toContain('yield* (at(4), c(yield* (at(4), d())))');
		expect(rewrite(`\n${code}`)).toContain('yield* (at(3), a())');
	});

	it('keeps every line where it was', () => {
		expect(rewrite(source).split('\n')).toHaveLength(source.split('\n').length);
	});

	it('leaves comments, strings and other code alone', () => {
		const code = "// yield* a()\nconst text = 'yield* b()';\n";
		expect(rewrite(code)).toBe(code);
	});
});

describe('the listing', () => {
	it('is the file, byte for byte', async () => {
		const { lines } = await listingOf('small-buffers.ts', source);
		const text = lines.map((tokens) => tokens.map((token) => token.text).join('')).join('\n');
		expect(`${text}\n`).toBe(source);
	});

	it('shows each process on the line where it really waits', () => {
		const run = new Run(DEFAULT_SCENARIO);
		run.advance(2e9);
		const frame = composeFrame(run, {
			run: 1,
			arrived: true,
			stopped: null,
			window: 0,
			moments: 0
		});
		const lines = source.split('\n');
		const where = parkedMarks(
			frame.parked,
			planOf(DEFAULT_SCENARIO.strategy).roles,
			frame.time
		).map(({ line, who }) => [who, lines[line - 1]?.trim()]);
		expect(where).toEqual([
			['producer', 'yield* channel.send(message);'],
			['4 workers', 'yield* worker.serve(message);']
		]);
	});
});
