import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../setup/browsers.mjs';

const PORT = 4519;
const address = `http://127.0.0.1:${PORT}/`;
const firefox = launchOptions('firefox');

// The tests run on the built site. Nothing is retried: the engine is deterministic and moves only
// when it is told to, so a test that fails once has found something.
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/e2e',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: process.env['CI'] !== undefined,
	// Long enough for a busy machine; both end only what hangs.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	use: { baseURL: address },
	webServer: {
		command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort`,
		cwd: '../..',
		url: address,
		// Playwright asks its server for colors even where nobody sees them, and Node warns of that.
		env: { FORCE_COLOR: '0' },
		// A server that happens to be on this port is somebody else's.
		reuseExistingServer: false
	},
	projects: [
		{
			name: 'chromium',
			use: {
				...devices['Desktop Chrome'],
				viewport: { width: 1440, height: 900 },
				launchOptions: launchOptions('chromium')
			}
		},
		{
			name: 'firefox',
			testMatch: '*.engines.spec.ts',
			use: {
				...devices['Desktop Firefox'],
				// Playwright drives its own Firefox as it is, and any other through WebDriver BiDi.
				...(firefox.executablePath === undefined ? {} : { channel: 'moz-firefox' }),
				launchOptions: firefox
			}
		}
	]
});
