import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Installs the packages of the lock file unless they are there already. */
export function installPackages() {
	const installed = 'node_modules/.package-lock.json';
	const isFresh =
		existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
	if (isFresh) return;
	execFileSync('npm', ['ci'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
