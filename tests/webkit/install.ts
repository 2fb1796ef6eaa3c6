import { spawnSync } from 'node:child_process';
import { installFromDebian } from '../setup/browsers.mjs';

/** WebKit's driver, which starts WebKit's own small browser, and a screen that nobody sees. */
const COMMANDS = ['WebKitWebDriver', 'Xvfb'];

const DEBIAN_PACKAGES = ['webkit2gtk-driver', 'xvfb'];

/**
 * Sees to it that WebKit can be started.
 * @throws {Error} if it is missing and cannot be installed; the message says what to install.
 */
export function installWebKit(): void {
	if (isInstalled()) return;
	console.log('There is no WebKit on this machine; it is installed now.');
	if (installFromDebian(DEBIAN_PACKAGES) && isInstalled()) return;
	throw new Error(
		`${COMMANDS.join(' and ')} must be on the path: on Debian and Ubuntu, install ${DEBIAN_PACKAGES.join(' and ')}.`
	);
}

function isInstalled(): boolean {
	return COMMANDS.every(
		(command) => spawnSync(command, ['-help'], { stdio: 'ignore' }).error === undefined
	);
}
