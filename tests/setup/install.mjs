// Installs what the tests need and this machine does not have: packages and browsers.
import { installPackages } from '../../src/cli/install-packages.mjs';
import { installBrowsers } from './browsers.mjs';

try {
	installPackages();
	installBrowsers();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
