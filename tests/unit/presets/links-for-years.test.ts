import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { simulate } from '../../../src/headless/simulate';
import { readAddress } from '../../../src/state/address/read-address';

// Links are for years: each of these was written by an earlier release, and leads to the same run,
// event by event, for ever.
const file = resolve(import.meta.dirname, '../../fixtures/links.json');
const links: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

test.each(Object.entries(links))('%s opens the run that it always opened', (query, digest) => {
	const { scenario, notices } = readAddress(query, STRATEGIES);
	expect(notices).toEqual([]);
	expect(simulate(scenario).eventHash).toBe(digest);
});
