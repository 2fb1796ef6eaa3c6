import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { withVariant } from '../../setup/go/go-variant.mjs';
import { EACH_MISTAKE } from '../../setup/sources/each-mistake';
import { marksInGo, marksOfMistake, marksOfStrategy } from './marks';

const traces = resolve(import.meta.dirname, '../../go/traces');

/** A queue without a limit takes each message at once, so nobody is ever parked there. */
const NEVER_WAITS = { 'no-backpressure': ['produce/2'] } as Readonly<Record<string, string[]>>;

describe('each yield* at which a process can wait has its line in Go', () => {
	it.each(STRATEGIES.ids)('%s', (strategy) => {
		const marks = [...marksOfStrategy(strategy).keys()];
		const expected = marks.filter((name) => !NEVER_WAITS[strategy]?.includes(name));
		expect(marksInGo(`${strategy}/${strategy}.go`)).toEqual(expected);
	});

	it.each(EACH_MISTAKE)('%s', (mistake, strategy) => {
		const expected = [...marksOfMistake(strategy, mistake).keys()];
		expect(marksInGo(`${strategy}/${mistake}.go`)).toEqual(expected);
	});
});

describe('each mark was seen with a goroutine on it', () => {
	it.each(STRATEGIES.ids)('%s', (strategy) => {
		expect(parkedIn(strategy)).toEqual([...marksInGo(`${strategy}/${strategy}.go`)].sort());
	});

	it.each(EACH_MISTAKE)('%s', (mistake, strategy) => {
		const marks = marksInGo(`${strategy}/${mistake}.go`);
		expect(parkedIn(mistake)).toEqual(expect.arrayContaining(marks));
	});
});

/** The places at which the traces of a file have goroutines parked. */
function parkedIn(file: string): string[] {
	const steps = readFileSync(resolve(traces, `${file}.json`), 'utf8').matchAll(
		/"parked":\{([^}]*)\}/g
	);
	const names = Array.from(steps, ([, counts = '']) => counts.match(/\w+\/\d+/g) ?? []);
	return [...new Set(names.flat())].sort();
}

describe('a variant of a Go file', () => {
	const right =
		'package x\n\n// a does this.\nfunc (s *S) a() {\n\tone()\n}\n\nfunc b() {\n\ttwo()\n}\n';

	it('takes the place of the function of its name, and all others keep their lines', () => {
		const merged = withVariant(right, 'package x\n\nfunc (s *S) a() {\n\tother()\n}\n');
		expect(merged).toBe('package x\n\n\n\n\n\n\nfunc b() {\n\ttwo()\n}\n');
	});

	it('is refused when there is nothing to replace', () => {
		expect(() => withVariant(right, 'func c() {\n}\n')).toThrow('nothing to replace: c');
	});
});

it('every listing and every mistake has its trace', () => {
	const names = readdirSync(traces).map((name) => name.replace('.json', ''));
	expect(names).toEqual(
		expect.arrayContaining([...STRATEGIES.ids, ...EACH_MISTAKE.map(([mistake]) => mistake)])
	);
});
