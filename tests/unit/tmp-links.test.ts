import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { simulate } from '../../src/headless/simulate';
import { readAddress } from '../../src/state/read-address';
const links = JSON.parse(readFileSync('tests/fixtures/links.json', 'utf8'));
it.each(Object.entries(links))('%s', (link, digest) => {
	expect(simulate(readAddress(link).scenario).eventHash).toBe(digest);
});
