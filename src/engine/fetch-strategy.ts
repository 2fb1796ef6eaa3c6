import type { Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Variants } from '../core/strategies/variants';

/** Each strategy is a file of its own, which is fetched when somebody first wants to see it. */
const FILES = import.meta.glob<{ readonly variants: Variants }>('../core/strategies/*/code.ts');

/**
 * The strategy of a scenario, with the mistakes that are switched on.
 * @throws {RangeError} if there is none of that name.
 * @throws {TypeError} if its file cannot be fetched.
 */
export async function fetchStrategy({
	strategy,
	mistakes
}: Pick<Scenario, 'strategy' | 'mistakes'>): Promise<Strategy> {
	const fetchFile = FILES[`../core/strategies/${strategy}/code.ts`];
	if (fetchFile === undefined) throw new RangeError(`there is no code of ${strategy}`);
	const file = await fetchFile().catch(() => null);
	if (file === null) throw new TypeError(`the code of ${strategy} could not be fetched`);
	return file.variants(mistakes);
}
