import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listingOfStrategy } from '../../src/build/listing';
import { MISTAKE_KEYS, MISTAKES, type MistakeKey } from '../../src/core/scenario/mistakes';
import { STRATEGY_IDS, type StrategyId } from '../../src/core/scenario/scenario';
import type { Row, StrategyListing } from '../../src/listing/listing';

const top = resolve(import.meta.dirname, '../..');

/** A file of the repository, as it is written. */
export function read(path: string): string {
	return readFileSync(resolve(top, path), 'utf8');
}

/** The code of each strategy, as the build takes it apart. */
const CODE = new Map<StrategyId, StrategyListing>(
	await Promise.all(
		STRATEGY_IDS.map(async (id) => {
			const path = resolve(top, `src/core/strategies/${id}.ts`);
			return [id, await listingOfStrategy(path)] as const;
		})
	)
);

/** @throws {RangeError} if there is none. */
export function codeOf(id: StrategyId): StrategyListing {
	const code = CODE.get(id);
	if (code === undefined) throw new RangeError(`there is no code of ${id}`);
	return code;
}

/** Each mistake with its strategy. */
export const EACH_MISTAKE = MISTAKE_KEYS.map((mistake): readonly [MistakeKey, StrategyId] => [
	mistake,
	MISTAKES[mistake]
]);

export function textOf({ tokens }: Row): string {
	return tokens.map(({ text }) => text).join('');
}
