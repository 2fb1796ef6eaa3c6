import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { note, SEPARATOR } from './note.mjs';

/** What has become of a test, in the words of Playwright and in those of a journal. */
const STATES = {
	expected: 'passed',
	unexpected: 'failed',
	// It has failed once, and that counts.
	flaky: 'failed',
	skipped: 'skipped'
} as const;

/** Notes in the journal of this run how each test of Playwright stands. */
export default class JournalReporter implements Reporter {
	onTestBegin(test: TestCase): void {
		note({ id: test.id, name: nameOf(test), state: 'running' });
	}

	onTestEnd(test: TestCase, { status }: TestResult): void {
		// Playwright calls skipped what it was kept from finishing.
		if (status === 'interrupted') return;
		note({ id: test.id, name: nameOf(test), state: STATES[test.outcome()] });
	}
}

function nameOf(test: TestCase): string {
	// The first title is that of the whole suite, which has none.
	const [, ...titles] = test.titlePath();
	return titles.filter((title) => title !== '').join(SEPARATOR);
}
