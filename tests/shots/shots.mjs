// `npm run shots`: a fixed set of pictures of the built page in test-results/shots, and the picture
// in the README. To be looked at by people: nothing compares them.
import { build } from 'vite';
import { importBundled } from '../../src/cli/bundle.mjs';
import { installBrowsers } from '../setup/browsers.mjs';

installBrowsers();
await build({ configFile: 'vite.config.ts', logLevel: 'silent' });
const shots = /** @type {{ main: () => Promise<void> }} */ (
	await importBundled('tests/shots/main.ts')
);
await shots.main();
