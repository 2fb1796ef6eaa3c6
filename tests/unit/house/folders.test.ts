import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const top = resolve(import.meta.dirname, '../../..');

/** Nobody should have to look through more than so many things to find one. */
const MOST = 12;

/** The folders that the guide to the house gives a reason for. */
function excused(): readonly string[] {
	const guide = readFileSync(resolve(top, 'src/README.md'), 'utf8');
	const [, section = ''] = guide.split('## Folders with more than a dozen entries');
	return section
		.split('\n')
		.filter((line) => line.startsWith('- '))
		.flatMap((line) => [...(line.split(':')[0] ?? '').matchAll(/`([^`]+)`/g)])
		.map(([, folder = '']) => folder);
}

/** Folders with too many entries, each by its path. */
function crowdedBelow(folder: string): readonly string[] {
	const entries = readdirSync(resolve(top, folder), { withFileTypes: true });
	const below = entries
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) => crowdedBelow(`${folder}/${name}`));
	return entries.length > MOST ? [folder, ...below] : below;
}

it('no folder holds more than a dozen entries without a reason in the guide', () => {
	expect([...crowdedBelow('src'), ...crowdedBelow('tests')].sort()).toEqual([...excused()].sort());
});
