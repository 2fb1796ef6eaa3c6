import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listingOfStrategy } from '../../../src/build/listing';
import type { StrategyId } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import type { Row, StrategyListing } from '../../../src/listing/listing';

const top = resolve(import.meta.dirname, '../../..');

/** A file of the repository, as it is written. */
export function read(path: string): string {
	return readFileSync(resolve(top, path), 'utf8');
}

/** The code of each strategy, as the build takes it apart. */
const CODE = new Map<StrategyId, StrategyListing>(
	await Promise.all(
		STRATEGIES.ids.map(async (id) => {
			const folder = resolve(top, 'src/core/strategies', id);
			return [id, await listingOfStrategy(folder)] as const;
		})
	)
);

/** @throws {RangeError} if there is none. */
export function codeOf(id: StrategyId): StrategyListing {
	const code = CODE.get(id);
	if (code === undefined) throw new RangeError(`there is no code of ${id}`);
	return code;
}

export function textOf({ tokens }: Row): string {
	return tokens.map(({ text }) => text).join('');
}
