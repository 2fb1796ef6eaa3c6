import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { launchOptions } from './tests/setup/browsers.mjs';
import site from './vite.config.ts';

const root = import.meta.dirname;

export default mergeConfig(
	site,
	defineConfig({
		root,
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'unit',
						environment: 'node',
						include: ['tests/{unit,property,conformance}/**/*.test.ts']
					}
				},
				{
					extends: true,
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
