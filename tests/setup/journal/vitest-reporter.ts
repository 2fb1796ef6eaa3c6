import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { note, SEPARATOR } from './note.mjs';

/** Notes in the journal of this run how each test and each file of Vitest stands. */
export default class JournalReporter implements Reporter {
	onTestModuleStart(file: TestModule): void {
		note({ id: file.id, name: file.relativeModuleId, state: 'running' });
	}

	onTestCaseReady(test: TestCase): void {
		note({ id: test.id, name: nameOf(test), state: 'running' });
	}

	onTestCaseResult(test: TestCase): void {
		const { state } = test.result();
		if (state !== 'pending') note({ id: test.id, name: nameOf(test), state });
	}

	/** A file has failed by itself if it cannot be loaded or a hook of it throws. */
	onTestModuleEnd(file: TestModule): void {
		const state = file.errors().length > 0 ? 'failed' : 'closed';
		note({ id: file.id, name: file.relativeModuleId, state });
	}
}

function nameOf(test: TestCase): string {
	return [test.module.relativeModuleId, test.fullName].join(SEPARATOR);
}
