import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The two browsers that the tests need, and how each comes to a machine: one that is there already,
 * else Debian's, else Playwright's own.
 */
const BROWSERS = {
	chromium: {
		commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
		packages: ['chromium', 'fonts-liberation']
	},
	firefox: { commands: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] }
};

/** @typedef {keyof typeof BROWSERS} BrowserName */

/**
 * Where an installed browser is; undefined if there is none, which means Playwright's own.
 * @param {BrowserName} name
 */
export function findBrowser(name) {
	for (const command of BROWSERS[name].commands) {
		const { status, stdout } = spawnSync('which', [command], { encoding: 'utf8' });
		if (status === 0) return stdout.trim();
	}
	return undefined;
}

/** Installs what is missing. */
export function installBrowsers() {
	for (const name of /** @type {BrowserName[]} */ (Object.keys(BROWSERS))) {
		if (findBrowser(name) !== undefined) continue;
		if (!installFromDebian(BROWSERS[name].packages)) {
			run('npx', ['playwright', 'install', '--with-deps', name]);
		}
	}
}

/** @param {string[]} packages */
function installFromDebian(packages) {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
	try {
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
		return true;
	} catch {
		return false;
	}
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
	execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
