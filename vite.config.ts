import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type PluginOption } from 'vite';
import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { listings } from './src/build/listing.ts';
import { parkedLines } from './src/build/parked-lines.ts';

const top = import.meta.dirname;
const pages = resolve(top, 'src/pages');

/** What the core needs wherever it runs: on the page, in the Web Worker, in tests, headless. */
function corePlugins(): PluginOption[] {
	return [parkedLines()];
}

export default defineConfig({
	root: pages,
	base: './',
	publicDir: resolve(top, 'public'),
	cacheDir: resolve(top, 'node_modules/.vite'),
	plugins: [
		corePlugins(),
		listings(),
		svelte({ configFile: false, compilerOptions: { discloseVersion: false } }),
		contentSecurityPolicy()
	],
	// A Web Worker made of modules fetches a strategy when somebody wants to see it.
	worker: {
		format: 'es',
		plugins: corePlugins,
		rolldownOptions: { output: { comments: false } }
	},
	build: {
		outDir: resolve(top, 'dist'),
		emptyOutDir: true,
		// The last two years of Chromium, Firefox and Safari with half a year to spare, and the first
		// versions of which all know `light-dark()`, so that the colors are delivered as written.
		target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
		// Every one of these browsers preloads modules by itself.
		modulePreload: { polyfill: false },
		// Nothing is put inside another file: the policy takes fonts and scripts from files only.
		assetsInlineLimit: 0,
		rolldownOptions: {
			// How long each plugin took is of no interest to somebody who starts the page.
			checks: { pluginTimings: false },
			input: {
				start: resolve(pages, 'index.html'),
				lab: resolve(pages, 'lab/index.html')
			}
		}
	}
});
