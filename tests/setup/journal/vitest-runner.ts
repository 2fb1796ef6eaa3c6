import { type RunnerTestCase, TestRunner } from 'vitest';
import { note } from './note.mjs';

/**
 * Notes each test where it runs. Vitest itself hands over what has happened a little later, in
 * heaps: of a test that never comes back, nobody would learn its name, nor what passed just before.
 */
export default class JournalRunner extends TestRunner {
	override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
		await super.onBeforeRunTask(test);
		if (test.mode === 'run' || test.mode === 'queued') noteState(test, 'running');
	}

	override onAfterRunTask(test: RunnerTestCase): void {
		super.onAfterRunTask(test);
		if (test.result?.state === 'pass') noteState(test, 'passed');
		if (test.result?.state === 'fail') noteState(test, 'failed');
	}
}

function noteState({ id, fullName }: RunnerTestCase, state: 'running' | 'passed' | 'failed'): void {
	note({ id, name: fullName, state });
}
