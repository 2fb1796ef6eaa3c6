// `npm run test:webkit`: the built page computes in WebKit what Node computes, preset by preset.
// Apart from `npm test`, because WebKit cannot be had on every machine. Exits with 1 when one fails.
import { build } from 'vite';
import { importBundled } from '../../src/cli/bundle.mjs';

await build({ configFile: 'vite.config.ts', logLevel: 'silent' });
const webkit = /** @type {{ main: () => Promise<number> }} */ (
	await importBundled('tests/webkit/main.ts')
);
process.exitCode = await webkit.main();
