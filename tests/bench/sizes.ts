import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Verdict } from './budget';

const KILOBYTE = 1024;

/** What a reader loads before the first interaction; the site must be built. */
export function benchSizes(): readonly Verdict[] {
	const html = readFileSync(resolve('dist/index.html'), 'utf8');
	const page = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(
		([, file = '']) => file
	);
	const worker = readdirSync(resolve('dist/assets')).find((file) =>
		/^engine\.worker.*\.js$/.test(file)
	);
	if (worker === undefined) throw new Error('the site has no Web Worker');
	const core = withImports(worker);
	const strategies = [...scriptOf(worker).matchAll(/import\([`'"]\.\/([^`'"]+)/g)].map(
		([, file = '']) => sizeOf([...withImports(file)].filter((one) => !core.has(one)))
	);
	return [
		{
			name: 'script of the start page',
			measured: sizeOf(page),
			relation: 'at most',
			limit: 75,
			unit: 'kB gzip'
		},
		{
			name: 'Web Worker with the core',
			measured: sizeOf([...core]),
			relation: 'at most',
			limit: 15,
			unit: 'kB gzip'
		},
		{
			name: `the largest of ${strategies.length} strategies, which the Web Worker fetches when asked for it`,
			measured: Math.max(...strategies),
			relation: 'at most',
			limit: 5.5,
			unit: 'kB gzip'
		}
	];
}

/** A script and all that it cannot start without. */
function withImports(file: string, found = new Set<string>()): Set<string> {
	if (found.has(file)) return found;
	found.add(file);
	for (const [, imported = ''] of scriptOf(file).matchAll(/from\s*[`'"]\.\/([^`'"]+)/g)) {
		withImports(imported, found);
	}
	return found;
}

function sizeOf(files: readonly string[]): number {
	const bytes = files.map((file) => gzipSync(scriptOf(file), { level: 9 }).byteLength);
	return bytes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
}

function scriptOf(file: string): string {
	return readFileSync(resolve('dist/assets', file), 'utf8');
}
