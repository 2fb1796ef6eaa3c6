// `npm run simulate`: the headless run. `npm run --silent simulate -- --help` explains it.
import { importBundled } from './bundle.mjs';

const { main } = /** @type {typeof import('./simulate.ts')} */ (
	await importBundled('src/cli/simulate.ts')
);
process.exitCode = await main(process.argv.slice(2));
