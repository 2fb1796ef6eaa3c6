// `npm run bench`: holds the budgets of the design against what runs here, as ratios; `-- kernel run`
// measures these groups only. Exits with 1 when a budget is broken.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { importBundled } from '../../src/cli/bundle.mjs';
import { installBrowsers } from '../setup/browsers.mjs';

const { GROUP_NAMES } = /** @type {typeof import('./main')} */ (
	await importBundled('tests/bench/main.ts')
);
const asked = process.argv.slice(2);

installBrowsers();
await build({ configFile: 'vite.config.ts', logLevel: 'silent' });

let broken = 0;
for (const name of asked.length > 0 ? asked : GROUP_NAMES) {
	// A process each: what one measures has made code general that the next would find too slow.
	const script = resolve(import.meta.dirname, 'group.mjs');
	const { status } = spawnSync(process.execPath, [...process.execArgv, script, name], {
		stdio: 'inherit'
	});
	broken += status ?? 1;
}
console.log(broken === 0 ? 'all budgets hold' : `${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
