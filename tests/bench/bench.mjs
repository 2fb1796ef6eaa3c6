// `npm run bench`: holds the budgets of the design against what runs here, as ratios. Exits with 1
// when one is broken.
import { importBundled } from '../../src/cli/bundle.mjs';

const bench = /** @type {{ main: () => Promise<number> }} */ (
	await importBundled('tests/bench/main.ts')
);
process.exitCode = await bench.main();
