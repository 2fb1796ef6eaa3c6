import { isHeld, lineOf, type Verdict } from './budget';
import { benchFrames } from './frames';
import { benchKernel } from './kernel/kernel';
import { benchPictures } from './pictures';
import { benchPool } from './pool/pool';
import { benchRun } from './run';
import { benchSizes } from './sizes';

type Bench = () => Iterable<Verdict> | AsyncIterable<Verdict> | Promise<Iterable<Verdict>>;

const GROUPS: Readonly<Record<string, Bench>> = {
	kernel: benchKernel,
	run: benchRun,
	pictures: benchPictures,
	sizes: benchSizes,
	frames: benchFrames,
	pool: benchPool
};

/** The names of the groups of budgets, in the order of the table. */
export const GROUP_NAMES = Object.keys(GROUPS);

/**
 * Measures one group, prints one line a budget and returns how many are broken.
 * @throws {RangeError} if there is no group of that name.
 */
export async function benchGroup(name: string): Promise<number> {
	const bench = GROUPS[name];
	if (bench === undefined) throw new RangeError(`no group "${name}": ${GROUP_NAMES.join(', ')}`);
	let broken = 0;
	for await (const verdict of await bench()) {
		console.log(lineOf(verdict));
		if (!isHeld(verdict)) broken++;
	}
	return broken;
}
