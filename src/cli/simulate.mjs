// `npm run simulate`: the headless run. `npm run --silent simulate -- --help` explains it.
import { importBundled } from './bundle.mjs';

try {
	const { main } = /** @type {typeof import('./simulate.ts')} */ (
		await importBundled('src/cli/simulate.ts')
	);
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	// The command tells of its own errors; what is left is a bundle that could not be made.
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
