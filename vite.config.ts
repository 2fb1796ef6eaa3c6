import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import { parkedLines } from './src/build/parked-lines.ts';

const root = import.meta.dirname;

/** What every consumer of the core needs: the page, the Web Worker, the tests, the command line. */
export function corePlugins(): PluginOption[] {
	return [parkedLines()];
}

export default defineConfig({
	root: resolve(root, 'src/pages'),
	base: './',
	publicDir: resolve(root, 'public'),
	cacheDir: resolve(root, 'node_modules/.vite'),
	plugins: [...corePlugins(), svelte({ configFile: false })],
	worker: { format: 'iife', plugins: corePlugins },
	build: {
		outDir: resolve(root, 'dist'),
		emptyOutDir: true,
		// The last two years of Chromium, Firefox and Safari: the first with `light-dark()` in all.
		target: ['chrome123', 'firefox125', 'safari17.5'],
		modulePreload: { polyfill: false },
		rolldownOptions: {
			input: {
				start: resolve(root, 'src/pages/index.html'),
				lab: resolve(root, 'src/pages/lab/index.html')
			}
		}
	},
	test: {
		projects: [
			{
				extends: true,
				root,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/{unit,property}/**/*.test.ts']
				}
			}
		]
	}
});
