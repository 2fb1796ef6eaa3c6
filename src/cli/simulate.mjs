// `npm run simulate`: the headless run. See `npm run --silent simulate -- --help`.
import { importBundled } from './bundle.mjs';

const { main } = await importBundled('src/cli/simulate.ts');
process.exitCode = await main(process.argv.slice(2));
