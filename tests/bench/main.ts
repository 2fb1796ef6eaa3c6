import { isHeld, lineOf } from './budget';
import { benchKernel } from './kernel';

/** Runs every bench and prints one line a budget. Returns the exit status. */
export async function main(): Promise<number> {
	let broken = 0;
	for (const bench of [benchKernel]) {
		for (const verdict of await bench()) {
			console.log(lineOf(verdict));
			if (!isHeld(verdict)) broken++;
		}
	}
	console.log(broken === 0 ? 'all budgets hold' : `${broken} broken`);
	return broken === 0 ? 0 : 1;
}
