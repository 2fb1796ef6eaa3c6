// Measures the group of budgets that is named, in this process. Exits with the number of broken ones.
import { importBundled } from '../../src/cli/bundle.mjs';

const { benchGroup } = /** @type {typeof import('./main')} */ (
	await importBundled('tests/bench/main.ts')
);
process.exitCode = await benchGroup(process.argv[2] ?? '');
