import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../setup/browsers.mjs';
import { siteAddress } from '../setup/site.mjs';
import { TEST_LIMIT } from '../setup/suites/patience.mjs';

const EXPECT_LIMIT = 90_000;
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
	timeout: TEST_LIMIT,
	// What is right comes at once on a quiet machine; who waits longer than this waits in vain.
	expect: { timeout: EXPECT_LIMIT, toPass: { timeout: EXPECT_LIMIT } },
	reporter: 'list',
	globalSetup: '../setup/serve-site.ts',
	use: siteAddress === undefined ? {} : { baseURL: siteAddress },
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
