import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importCached } from '../../../src/cli/code-cache.mjs';
import { fingerprintOf } from '../../../src/cli/fingerprint.mjs';
import { newFolder, RunningCommand } from './fixture';

const top = resolve(import.meta.dirname, '../../..');
const PARTS = [
	'src/cli',
	'src/core',
	'src/headless',
	'package.json',
	'package-lock.json',
	'tsconfig.json'
];

/** The command and the core in a place of their own, with a bundler that notes when it begins. */
class Copy {
	readonly packages: string;
	readonly cache: string;
	readonly launcher: string;
	readonly #folder = newFolder();
	readonly #notes = join(this.#folder, 'notes');

	/** @param deed what the bundler does when it begins, as code */
	constructor(deed = '') {
		this.launcher = this.path('src/cli/simulate.mjs');
		this.packages = this.path('node_modules');
		this.cache = this.path('node_modules/.cache/pushback');
		for (const part of PARTS) cpSync(join(top, part), this.path(part), { recursive: true });
		mkdirSync(this.packages);
		for (const name of readdirSync(join(top, 'node_modules'))) {
			if (name.startsWith('.')) continue;
			symlinkSync(join(top, 'node_modules', name), join(this.packages, name));
		}
		writeFileSync(this.#notes, '');
		writeFileSync(
			this.path('vite.config.ts'),
			`import { appendFileSync } from 'node:fs';
			const buildStart = () => {
				appendFileSync('${this.#notes}', '.');
				${deed}
			};
			export default { plugins: [{ name: 'noted', buildStart }] };`
		);
	}

	path(part: string): string {
		return join(this.#folder, part);
	}

	/** How often the bundler has begun. */
	get bundled(): number {
		return readFileSync(this.#notes, 'utf8').length;
	}

	/** What starts have left in the folder of the packages. */
	get left(): string[] {
		const names = readdirSync(this.packages).filter((name) => name.startsWith('.'));
		const kept = existsSync(this.cache) ? readdirSync(this.cache) : [];
		return [...names.filter((name) => name !== '.cache'), ...kept];
	}

	help() {
		const { status, stdout, stderr } = spawnSync('node', [this.launcher, '--help'], {
			encoding: 'utf8'
		});
		return { status, stderr, isHelp: stdout.startsWith('Runs backpressure scenarios') };
	}
}

const HELPED = { status: 0, stderr: '', isHelp: true };

describe('a start', () => {
	it('bundles once for the same sources, and needs no bundler then', () => {
		const copy = new Copy();
		expect([copy.help(), copy.bundled]).toEqual([HELPED, 1]);
		rmSync(join(copy.packages, 'vite'));
		expect([copy.help(), copy.bundled]).toEqual([HELPED, 1]);
		expect(copy.left).toHaveLength(1);
		// A source that has changed cannot be bundled now.
		appendFileSync(copy.path('src/core/kernel/time.ts'), '// Changed.\n');
		expect(copy.help()).toEqual({
			status: 1,
			stderr: 'packages are missing: `npm ci` installs them\n',
			isHelp: false
		});
	});

	it('works beside others that have to bundle too', async () => {
		const copy = new Copy();
		const commands = [1, 2, 3].map(() => new RunningCommand(['--help'], copy.launcher));
		for (const { lines, end } of commands) {
			expect((await lines.next()).value).toBe('Runs backpressure scenarios without a page.');
			expect(await end).toEqual({ status: 0, signal: null, stderr: '' });
		}
		expect(copy.left).toHaveLength(1);
	});

	it.each(['SIGINT', 'SIGKILL'])(
		'that %s ends while it bundles leaves nothing behind, and says nothing',
		async (signal) => {
			const copy = new Copy(
				`process.kill(process.pid, '${signal}'); return new Promise(() => {});`
			);
			const { end } = new RunningCommand(['--help'], copy.launcher);
			expect(await end).toEqual({ status: null, signal, stderr: '' });
			expect([copy.bundled, copy.left]).toEqual([1, []]);
		}
	);

	it('that cannot keep the bundle works all the same', () => {
		const copy = new Copy();
		mkdirSync(resolve(copy.cache, '..'), { recursive: true });
		writeFileSync(copy.cache, 'a file where the folder would be');
		expect(copy.help()).toEqual(HELPED);
	});

	it('whose sources are broken says what is wrong with them', () => {
		const copy = new Copy();
		appendFileSync(copy.path('src/cli/help.ts'), 'export const = 1;\n');
		const { status, stderr } = copy.help();
		expect(status).toBe(1);
		expect(stderr).toContain('help.ts');
		expect(stderr).not.toMatch(/^\s+at /m);
	});
});

describe('a module that is kept', () => {
	/** A module that can be changed, and counts how often it is made. */
	function counted(folder = newFolder()) {
		const state = { source: 'a', made: 0, whileMade: () => {} };
		const load = () =>
			importCached({
				folder,
				name: 'module',
				fingerprint: () => state.source,
				make: async () => {
					state.made++;
					const text = `export default '${state.source}';`;
					state.whileMade();
					return text;
				}
			}) as Promise<{ default: string }>;
		return { folder, state, load };
	}

	it('is made once for each state of its sources, also when they go back', async () => {
		const { state, load } = counted();
		for (const source of ['a', 'a', 'b', 'b', 'a', 'b']) {
			state.source = source;
			expect((await load()).default).toBe(source);
		}
		expect(state.made).toBe(2);
	});

	it('is made again if its sources change while it is made: no text is kept under their name', async () => {
		const { state, load } = counted();
		state.whileMade = () => {
			state.source = 'b';
		};
		expect((await load()).default).toBe('b');
		expect(state.made).toBe(2);
		state.source = 'a';
		state.whileMade = () => {};
		expect((await load()).default).toBe('a');
	});

	it('is one of the last four, and leftovers go with the others', async () => {
		const { folder, state, load } = counted();
		mkdirSync(join(folder, 'building-x1y2z3/assets'), { recursive: true });
		writeFileSync(join(folder, 'module.mjs'), 'of an earlier release');
		writeFileSync(join(folder, 'module.a.mjs.0b1c'), 'half of a te');
		writeFileSync(join(folder, 'other.mjs'), '');
		const old = ['module.mjs', 'module.a.mjs.0b1c', 'other.mjs'];
		for (const file of old) utimesSync(join(folder, file), 1, 1);
		for (const source of ['a', 'b', 'c', 'd', 'e']) {
			state.source = source;
			await load();
			utimesSync(join(folder, `module.${source}.mjs`), 2, 2 + state.made);
		}
		expect(readdirSync(folder)).toEqual([
			'module.b.mjs',
			'module.c.mjs',
			'module.d.mjs',
			'module.e.mjs',
			'other.mjs'
		]);
	});

	it('comes from memory where nothing can be written', async () => {
		const folder = join(newFolder(), 'file');
		writeFileSync(folder, '');
		const { state, load } = counted(folder);
		expect([(await load()).default, (await load()).default, state.made]).toEqual(['a', 'a', 2]);
	});
});

describe('a fingerprint', () => {
	/** The fingerprint of a folder with these files, written at some time in the past. */
	function fingerprint(files: Readonly<Record<string, string>>, time = 1): string {
		const folder = newFolder();
		for (const [name, text] of Object.entries(files)) {
			const path = join(folder, name);
			mkdirSync(resolve(path, '..'), { recursive: true });
			writeFileSync(path, text);
			utimesSync(path, time, time);
		}
		return fingerprintOf(folder, ['src'], ['settings']);
	}

	const files = { settings: '', 'src/a.ts': '1', 'src/b/c.ts': '2' };

	it('is that of the content, wherever and whenever it was written', () => {
		expect(fingerprint(files, 2)).toBe(fingerprint(files));
	});

	it.each([
		{ ...files, settings: '0' },
		{ ...files, 'src/a.ts': '3' },
		{ ...files, 'src/d.ts': '' },
		{ ...files, 'src/b/c.ts': '', 'src/a.ts': '12' },
		{ settings: '', 'src/a.ts': '1', 'src/b/d.ts': '2' },
		{ settings: '', 'src/a.ts': '1', 'src/c.ts': '2' },
		{ settings: '', 'src/a.ts': '1' }
	])('is another one after any change: %#', (changed) => {
		expect(fingerprint(changed)).not.toBe(fingerprint(files));
	});
});
