import { STRATEGIES } from '../../src/core/strategies/strategies';
import { endOnSignal } from '../setup/processes/process-group.mjs';
import { checkPreset, checkWatch } from './checks';
import { installWebKit } from './install';
import { openWebKit } from './open-webkit';
import { serveWatched } from './watched-site';

/** A check by its name; it returns what is wrong, one phrase each. */
type Check = readonly [name: string, run: () => Promise<readonly string[]>];

/** Runs every check and prints one line each, and the sum last. Returns the exit status. */
export async function main(): Promise<number> {
	const total = { passed: 0, failed: 0 };
	endOnSignal();
	try {
		installWebKit();
		const site = await serveWatched();
		try {
			await runAll(site.address, total);
		} finally {
			await site.close();
		}
	} catch (error) {
		console.error(messageOf(error));
		total.failed++;
	}
	console.log(`${total.passed} passed, ${total.failed} failed`);
	return total.failed === 0 ? 0 : 1;
}

async function runAll(address: string, total: { passed: number; failed: number }): Promise<void> {
	const { session, close } = await openWebKit();
	try {
		const checks: readonly Check[] = [
			['a breach of the policy would be seen', () => checkWatch(session, address)],
			...STRATEGIES.presets.map((preset): Check => {
				return [preset.id, () => checkPreset(session, address, preset)];
			})
		];
		for (const [name, run] of checks) {
			const wrong = await run().catch((error) => [messageOf(error)]);
			console.log(wrong.length === 0 ? `passed: ${name}` : `FAILED: ${name}: ${wrong.join('; ')}`);
			total[wrong.length === 0 ? 'passed' : 'failed']++;
		}
	} finally {
		await close();
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
