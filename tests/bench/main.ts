import { isHeld, lineOf } from './budget';
import { benchFrames } from './frames';
import { benchKernel } from './kernel';
import { benchRun } from './run';
import { benchSizes } from './sizes';

/** Runs every bench and prints one line a budget. Returns the exit status. */
export async function main(): Promise<number> {
	let broken = 0;
	for (const bench of [benchKernel, benchRun, benchSizes, benchFrames]) {
		for await (const verdict of await bench()) {
			console.log(lineOf(verdict));
			if (!isHeld(verdict)) broken++;
		}
	}
	console.log(broken === 0 ? 'all budgets hold' : `${broken} broken`);
	return broken === 0 ? 0 : 1;
}
