import type { MistakeKey } from '../scenario/scenario';
import type { Strategy } from './strategy';

/** Puts a strategy together, as it should be or with mistakes in it. Pure. */
export type Variants = (mistakes: readonly MistakeKey[]) => Strategy;

/**
 * Each mistake is a variant of the class: it overrides what people write in another way. Several are
 * put on in the order in which they are named here, whatever the order in which they are asked for.
 */
export function variantsOf<Right extends Strategy>(
	right: Right,
	mistakes: Readonly<Record<MistakeKey, (Right: Right) => Right>>
): Variants {
	return (switchedOn) =>
		Object.entries(mistakes).reduce<Right>(
			(Variant, [key, write]) => (switchedOn.includes(key) ? write(Variant) : Variant),
			right
		);
}
