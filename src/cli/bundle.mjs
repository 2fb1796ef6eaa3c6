import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const top = resolve(import.meta.dirname, '../..');
const cache = resolve(top, 'node_modules/.cache/pushback');

/**
 * Bundles a TypeScript file for Node with the plugins of the site, and imports it. Calls may run
 * side by side: each builds in a folder of its own and puts its file in place in one step.
 * @param {string} entry below the top folder
 * @returns {Promise<unknown>} the module
 */
export async function importBundled(entry) {
	await mkdir(cache, { recursive: true });
	const own = await mkdtemp(resolve(cache, 'building-'));
	const file = resolve(cache, `${entry.replaceAll('/', '-')}.mjs`);
	try {
		await build({
			configFile: resolve(top, 'vite.config.ts'),
			root: top,
			logLevel: 'silent',
			publicDir: false,
			build: {
				ssr: resolve(top, entry),
				outDir: own,
				minify: false,
				rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } }
			}
		});
		await rename(resolve(own, `${parse(entry).name}.mjs`), file);
	} finally {
		await rm(own, { recursive: true, force: true });
	}
	return import(pathToFileURL(file).href);
}
