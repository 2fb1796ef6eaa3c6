import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { simulate } from '../../../src/headless/simulate';
import { headless, newFolder, scenario } from './fixture';

describe('the headless run', () => {
	it('prints one JSON object, the same as the core gives', () => {
		const file = join(newFolder(), 'scenario.json');
		writeFileSync(file, JSON.stringify(scenario, null, 2));
		const { status, stdout, stderr } = headless([file]);
		expect([status, stderr]).toEqual([0, '']);
		expect(JSON.parse(stdout)).toEqual(
			JSON.parse(JSON.stringify(simulate(parseScenario(scenario))))
		);
	});

	it('gives a result a line for a scenario a line, with the items when asked', () => {
		const input = [1, 2].map((seed) => JSON.stringify({ ...scenario, seed })).join('\n');
		const { stdout } = headless(['-', '--with-items'], input);
		const results = stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(results.map((result) => result.scenario.seed)).toEqual([1, 2]);
		expect(results[0].items.offered).toEqual([3_333_333, 6_666_667, 10_000_000]);
		expect(results[0].items.completed).toEqual([8_333_333, null, null]);
		expect(results[0].items.outcome).toEqual(['done', 'waiting', 'waiting']);
	});

	it('writes the item table as CSV, empty where a thing did not happen', () => {
		const file = join(newFolder(), 'items.csv');
		headless(['-', '--items', file], JSON.stringify(scenario));
		expect(readFileSync(file, 'utf8').split('\n')).toEqual([
			'message,offered,accepted,started,completed,outcome',
			'0,3333333,3333333,3333333,8333333,done',
			'1,6666667,6666667,8333333,,waiting',
			'2,10000000,10000000,,,waiting',
			''
		]);
	});

	it.each([
		['', 'the input is empty'],
		['{"version":1', 'the input is not JSON: line 1, column 13'],
		['{\n  "version": 1\n  "seed": 2\n}\n', 'the input is not JSON: line 3, column 3: Expected'],
		['{\n  "version": oops\n}', 'the input is not JSON: Unexpected token'],
		['{"version":1,"strategy":"small-buffers","sauce":1}', 'sauce must be a known field, got 1'],
		[
			'{"version":1,"strategy":"small-buffers","a\\nb\\u001b":1}',
			'a\\u000ab\\u001b must be a known'
		]
	])('refuses %j with one line, status 1 and nothing else', (input, message) => {
		const { status, stdout, stderr } = headless(['-'], input);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toContain(message);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	it('explains itself, and refuses what it does not know', () => {
		expect(headless(['--help']).stdout).toContain('npm run --silent simulate -- scenario.json');
		expect(headless(['--sauce']).status).toBe(1);
		expect(headless(['no-such-file.json']).status).toBe(1);
	});
});
