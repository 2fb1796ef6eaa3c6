import type { MistakeKey } from '../scenario/mistakes';
import type { Strategy } from './strategy';

/** Puts a strategy together, as it should be or with mistakes in it. Pure. */
export type Variants = (mistakes: readonly MistakeKey[]) => Strategy;

/** Each mistake is a variant of the class: it overrides what people write in another way. */
export function variantsOf<Right extends Strategy>(
	right: Right,
	mistakes: Readonly<Partial<Record<MistakeKey, (Right: Right) => Right>>>
): Variants {
	return (switchedOn) =>
		switchedOn.reduce<Right>((Variant, key) => mistakes[key]?.(Variant) ?? Variant, right);
}
