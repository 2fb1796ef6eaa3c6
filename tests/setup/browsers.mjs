import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, resolve } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * Where each browser usually is (a command on the path, or a place), and the Debian packages that
 * bring one. Of each, the first that there is.
 * @type {Record<BrowserName, { places: readonly string[], packages: readonly string[] }>}
 */
const BROWSERS = {
	chromium: {
		// The shell has no windows, and draws a page in half the time.
		places: [
			'chromium-headless-shell',
			'chromium',
			'chromium-browser',
			'google-chrome',
			'google-chrome-stable',
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium'
		],
		packages: ['chromium-headless-shell', 'chromium']
	},
	firefox: {
		places: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
		packages: ['firefox-esr']
	}
};

/** What a page is set in whose own fonts have not come. */
const FONTS = ['fonts-liberation'];

/**
 * How to start a browser: the one of this machine, else the one that Playwright downloaded.
 * @param {BrowserName} name
 */
export function launchOptions(name) {
	const executablePath = findBrowser(name);
	// Chromium refuses to run as root inside its sandbox.
	const args = name === 'chromium' && isRoot() ? ['--no-sandbox'] : [];
	return executablePath === undefined ? { args } : { args, executablePath };
}

/**
 * The browser of this machine; undefined if it has none that starts.
 * @param {BrowserName} name
 */
function findBrowser(name) {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return BROWSERS[name].places
		.flatMap((place) => (isAbsolute(place) ? [place] : folders.map((f) => resolve(f, place))))
		.find((file) => isExecutable(file) && answers(file));
}

/**
 * Sees to it that both browsers are there: the machine's own, else Debian's, else Playwright's.
 * @throws {Error} if a browser can be had in none of these ways.
 */
export function installBrowsers() {
	for (const name of /** @type {BrowserName[]} */ (Object.keys(BROWSERS))) {
		if (findBrowser(name) !== undefined) continue;
		console.log(`There is no ${name} on this machine; it is installed now.`);
		const { packages } = BROWSERS[name];
		if (packages.some((one) => installFromDebian([one, ...FONTS]))) continue;
		if (!succeeds('npx', ['playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), name])) {
			throw new Error(`${name} is not installed and could not be downloaded`);
		}
	}
}

/**
 * Installs packages where that is possible without asking: on Debian, as root. True if it did.
 * @param {readonly string[]} packages
 */
export function installFromDebian(packages) {
	if (!isRoot() || !existsSync('/etc/debian_version')) return false;
	return (
		succeeds('apt-get', ['update', '-qq']) &&
		succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
	);
}

function isRoot() {
	return process.getuid?.() === 0;
}

/** @param {string} file */
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Some systems put a script in the browser's place that only says how to install it.
 * @param {string} file
 */
function answers(file) {
	return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function succeeds(command, args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
