import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Journal } from '../../setup/journal/journal.mjs';
import { JOURNAL } from '../../setup/journal/note.mjs';
import { ProcessGroup } from '../../setup/processes/process-group.mjs';
import { TEST_LIMIT } from '../../setup/suites/patience.mjs';

const top = resolve(import.meta.dirname, '../../..');
const journals = resolve(top, 'tests/setup/journal');

/** A test file of either runner: one test of each kind, and a loop that nobody gets out of. */
const mixed = (runner: string) => `
	import { test } from '${runner}';
	test('is fine', () => {});
	test('is wrong', () => { throw new Error('wrong'); });
	test.skip('is left out', () => {});
`;
const looping = (runner: string) => `
	import { test } from '${runner}';
	test('is fine', () => {});
	test('comes back', async () => {});
	test('never comes back', () => { for (;;); });
	test('is never begun', () => {});
`;

const vitest = {
	files: {
		'vitest.config.mjs': `export default { test: {
			reporters: [${JSON.stringify(resolve(journals, 'vitest-reporter.ts'))}],
			runner: ${JSON.stringify(resolve(journals, 'vitest-runner.ts'))},
			maxWorkers: 2
		} };`,
		'mixed.test.ts': mixed('vitest'),
		'looping.test.ts': looping('vitest'),
		'broken.test.ts': "throw new Error('it cannot be loaded');"
	},
	command: ['vitest', 'run'],
	looping: 'looping.test.ts > never comes back',
	// A file that cannot be loaded is one that fails.
	failed: 2
} as const;

const playwright = {
	files: {
		'playwright.config.mjs': `export default {
			reporter: [[${JSON.stringify(resolve(journals, 'playwright-reporter.ts'))}]],
			workers: 2
		};`,
		'mixed.spec.ts': mixed('@playwright/test'),
		'looping.spec.ts': looping('@playwright/test')
	},
	command: ['playwright', 'test'],
	looping: 'looping.spec.ts > never comes back',
	failed: 1
} as const;

describe.each([
	['Vitest', vitest],
	['Playwright', playwright]
])('the journal of %s', (_, { files, command: [program, ...args], looping, failed }) => {
	it('says what has passed and which test does not come back, while it does not', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'pushback-reporter-'));
		symlinkSync(resolve(top, 'node_modules'), join(folder, 'node_modules'));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const file = join(folder, 'journal.jsonl');
		const group = new ProcessGroup(resolve(top, 'node_modules/.bin', program), args, {
			folder,
			stdio: 'ignore',
			env: { ...process.env, [JOURNAL]: file },
			grace: 0
		});
		try {
			const journal = new Journal(file);
			await vi.waitFor(
				() => {
					journal.read();
					expect(journal.running).toEqual([looping]);
					expect(journal.count).toEqual({ passed: 3, failed, skipped: 1 });
				},
				{ timeout: TEST_LIMIT }
			);
		} finally {
			await group.end();
			rmSync(folder, { recursive: true });
		}
	});
});
