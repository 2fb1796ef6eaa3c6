// `npm run bench`: holds the budgets of the design against what runs here, as ratios. Exits with 1
// when one is broken.

import { build } from 'vite';
import { importBundled } from '../../src/cli/bundle.mjs';
import { installBrowsers } from '../setup/browsers.mjs';

installBrowsers();
await build({ configFile: 'vite.config.ts', logLevel: 'silent' });
const bench = /** @type {{ main: () => Promise<number> }} */ (
	await importBundled('tests/bench/main.ts')
);
process.exitCode = await bench.main();
