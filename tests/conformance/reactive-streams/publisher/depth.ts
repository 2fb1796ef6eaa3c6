import { expect } from 'vitest';
import { isWhole } from '../../../setup/whole.mjs';
import { type Kit, Notes, numbers } from '../kits';

/** So many that no stack holds a call for each: a fair sample makes do with some ten stacks full. */
export const MANY = isWhole ? 1_000_000 : 100_000;

/** How deep onNext is nested in itself, for a subscriber that requests one more in each. */
export function deepest(kit: Kit, elements: number): number {
	let depth = 0;
	let deepestSoFar = 0;
	let received = 0;
	const subscriber = new Notes({
		onSubscribe: (subscription) => subscription.request(1),
		onNext(_item, subscription) {
			deepestSoFar = Math.max(deepestSoFar, ++depth);
			received++;
			subscription.request(1);
			depth--;
		}
	});
	kit.publisherOf(numbers(elements)).subscribe(subscriber);
	kit.runDry();
	expect(received).toBe(elements);
	return deepestSoFar;
}
