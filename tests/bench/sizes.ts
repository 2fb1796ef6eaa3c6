import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Verdict } from './budget';

const KILOBYTE = 1024;

/** What a reader loads before the first interaction; the site must be built. */
export function benchSizes(): readonly Verdict[] {
	const dist = resolve('dist');
	const html = readFileSync(resolve(dist, 'index.html'), 'utf8');
	const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(
		([, file = '']) => file
	);
	const worker = readdirSync(resolve(dist, 'assets')).filter((file) => /worker.*\.js$/.test(file));
	const size = (files: readonly string[]) =>
		files.reduce((sum, file) => {
			return sum + gzipSync(readFileSync(resolve(dist, file)), { level: 9 }).byteLength;
		}, 0) / KILOBYTE;
	return [
		{
			name: 'script of the start page',
			measured: size(scripts),
			relation: 'at most',
			limit: 60,
			unit: 'kB gzip'
		},
		{
			name: 'Web Worker with the core',
			measured: size(worker.map((file) => `assets/${file}`)),
			relation: 'at most',
			limit: 15,
			unit: 'kB gzip'
		}
	];
}
