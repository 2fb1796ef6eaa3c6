import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../setup/browsers.mjs';

const PORT = 4519;
const chromium = findBrowser('chromium');
const firefox = findBrowser('firefox');

// The tests run on the built site. Nothing is retried: the engine is deterministic and moves only
// when it is told to, so a test that fails once has found something.
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	retries: 0,
	workers: 2,
	timeout: 60_000,
	reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	use: { baseURL: `http://localhost:${PORT}/` },
	webServer: {
		command: `npx vite preview --config ../../vite.config.ts --port ${PORT} --strictPort`,
		url: `http://localhost:${PORT}/`,
		reuseExistingServer: false
	},
	projects: [
		{
			name: 'chromium',
			use: {
				...devices['Desktop Chrome'],
				viewport: { width: 1440, height: 900 },
				launchOptions: {
					args: ['--no-sandbox'],
					...(chromium === undefined ? {} : { executablePath: chromium })
				}
			}
		},
		{
			name: 'firefox',
			testMatch: '*.engines.spec.ts',
			use: {
				...(firefox === undefined
					? devices['Desktop Firefox']
					: {
							browserName: 'firefox',
							channel: 'moz-firefox',
							launchOptions: { executablePath: firefox }
						})
			}
		}
	]
});
