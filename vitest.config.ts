import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CATALOGUES } from './tests/conformance/catalogues.ts';
import { launchOptions } from './tests/setup/browsers.mjs';
import { mutate } from './tests/setup/sources/mutate.ts';
import { TEST_LIMIT } from './tests/setup/suites/patience.mjs';
import { isWhole } from './tests/setup/whole.mjs';
import site from './vite.config.ts';

const root = import.meta.dirname;

export default mergeConfig(
	site,
	defineConfig({
		root,
		test: {
			testTimeout: TEST_LIMIT,
			hookTimeout: TEST_LIMIT,
			// Vitest would leave one core idle, of two.
			maxWorkers: '100%',
			projects: [
				{
					extends: true,
					plugins: [mutate(CATALOGUES)],
					test: {
						name: 'unit',
						environment: 'node',
						// Whether a test leaves something behind that another stumbles over, the whole run tells.
						isolate: isWhole,
						runner: './tests/setup/journal/vitest-runner.ts',
						include: ['tests/{unit,property,conformance}/**/*.test.ts']
					}
				},
				{
					extends: true,
					// A package that Vite meets only while tests are running makes it load the page afresh.
					optimizeDeps: {
						include: ['comlink', 'd3', 'svelte/reactivity', 'vitest-browser-svelte']
					},
					// What a test asks of the process does not reach a browser by itself.
					define: { 'process.env': JSON.stringify({ FULL: process.env['FULL'] ?? '' }) },
					test: {
						name: 'browser',
						include: ['tests/browser/**/*.test.ts'],
						browser: {
							enabled: true,
							headless: true,
							provider: playwright({ launchOptions: launchOptions('chromium') }),
							instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
							screenshotFailures: false
						}
					}
				}
			]
		}
	})
);
