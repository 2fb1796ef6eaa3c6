import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const top = resolve(import.meta.dirname, '../../..');
const list = resolve(top, 'tests/setup/suites/list.mjs');

/** The suites as a process finds them that writes into a pipe, as under continuous integration. */
function suitesInAPipe(): readonly { name: string; command: string[] }[] {
	const print = `import(${JSON.stringify(list)}).then(({ suitesIn }) => {
		console.log(JSON.stringify(suitesIn('folder')));
	})`;
	return JSON.parse(spawnSync(process.execPath, ['-e', print], { encoding: 'utf8' }).stdout);
}

describe('where no terminal is', () => {
	const suites = suitesInAPipe();

	it.each(suites.filter(({ name }) => name.startsWith('types of the core') || name === 'types'))(
		'$name: the compiler understands how it is asked',
		({ command: [program = '', ...args] }) => {
			const { status } = spawnSync(program, [...args, '--showConfig'], {
				cwd: top,
				encoding: 'utf8'
			});
			expect(status).toBe(0);
		}
	);

	it('asks in whole words', () => {
		for (const { command } of suites) {
			expect(command.filter((word) => /^(--\w+=)?(undefined|null|)$/.test(word))).toEqual([]);
		}
	});
});
