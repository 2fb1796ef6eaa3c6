import { resolve } from 'node:path';
import { importCached } from './code-cache.mjs';
import { fingerprintOf } from './fingerprint.mjs';

const top = resolve(import.meta.dirname, '../..');

/** Beside the sources, what decides how they are bundled. */
const SETTINGS = ['vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * Imports a TypeScript file into Node, bundled with the plugins of the site. The bundle is made once
 * for the same sources; the bundler, which takes most of a start, is not even loaded after that.
 * @param {string} entry below the top folder, in `src` or `tests`
 * @returns {Promise<unknown>} the module
 */
export function importBundled(entry) {
	const folders = entry.startsWith('src/') ? ['src'] : ['src', 'tests'];
	return importCached({
		folder: resolve(top, 'node_modules/.cache/pushback'),
		name: entry.replaceAll('/', '-'),
		fingerprint: () => `${process.version}-${fingerprintOf(top, folders, SETTINGS)}`,
		make: () => bundle(entry)
	});
}

/**
 * @param {string} entry
 * @returns {Promise<string>} one file with everything but packages
 */
async function bundle(entry) {
	const { build } = await import('vite').catch((cause) => {
		throw new Error('packages are missing: `npm ci` installs them', { cause });
	});
	const made = await build({
		configFile: resolve(top, 'vite.config.ts'),
		root: top,
		configLoader: 'runner',
		logLevel: 'silent',
		publicDir: false,
		build: {
			ssr: resolve(top, entry),
			write: false,
			minify: false,
			rolldownOptions: { output: { codeSplitting: false } }
		}
	});
	const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (made);
	return output[0].code;
}
