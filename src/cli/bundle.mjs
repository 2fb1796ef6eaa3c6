import { mkdir, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, loadConfigFromFile } from 'vite';

/**
 * Bundles a TypeScript entry for Node with the plugins of the site, and imports it. Several calls
 * may run at once: each writes its own file and puts it in place in one step.
 * @param {string} entry below the top folder
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importBundled(entry) {
	const root = resolve(import.meta.dirname, '../..');
	const config = await loadConfigFromFile(
		{ command: 'build', mode: 'production' },
		resolve(root, 'vite.config.ts')
	);
	const folder = resolve(root, 'node_modules/.cache/pushback');
	const name = entry.replaceAll(/[^a-z]+/g, '-');
	const file = resolve(folder, `${name}.mjs`);
	const own = `${name}.${process.pid}.mjs`;
	await mkdir(folder, { recursive: true });
	await build({
		configFile: false,
		root,
		logLevel: 'silent',
		plugins: [config?.config.worker?.plugins?.()],
		publicDir: false,
		build: {
			ssr: resolve(root, entry),
			outDir: folder,
			emptyOutDir: false,
			target: 'node20',
			minify: false,
			rolldownOptions: { output: { entryFileNames: own } }
		}
	});
	await rename(resolve(folder, own), file);
	return import(pathToFileURL(file).href);
}
