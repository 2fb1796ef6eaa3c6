import { variantsOf } from '../variants';
import { BoundedConcurrency } from './bounded-concurrency';
import { leaksPermits } from './mistakes/leaks-permits';
import { spawnsWithoutLimit } from './mistakes/spawns-without-limit';

export const variants = variantsOf(BoundedConcurrency, {
	'leaks-permits': leaksPermits,
	'spawns-without-limit': spawnsWithoutLimit
});
