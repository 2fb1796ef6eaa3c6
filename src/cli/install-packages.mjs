import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const top = resolve(import.meta.dirname, '../..');

/** Installs the packages of the lock file, unless exactly these are installed. */
export function installPackages() {
	if (arePackagesInstalled()) return;
	execFileSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
		cwd: top,
		stdio: ['ignore', 'inherit', 'inherit']
	});
}

// npm notes what it has installed in a lock file of its own. Packages for other platforms are
// missing there, and that is as it should be.
function arePackagesInstalled() {
	const note = resolve(top, 'node_modules/.package-lock.json');
	if (!existsSync(note)) return false;
	const installed = packagesOf(note);
	return Object.entries(packagesOf(resolve(top, 'package-lock.json'))).every(
		([place, { version, optional = false }]) =>
			place === '' || (installed[place]?.version ?? (optional ? version : undefined)) === version
	);
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
	return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
