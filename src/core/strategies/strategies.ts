import type { MistakeKey } from '../scenario/mistakes';
import type { Scenario, StrategyId } from '../scenario/scenario';
import { BoundedConcurrency } from './bounded-concurrency';
import { forgetsRequest } from './mistakes/forgets-request';
import { ignoresDemand } from './mistakes/ignores-demand';
import { leaksPermits } from './mistakes/leaks-permits';
import { oversizedBuffer } from './mistakes/oversized-buffer';
import { retryAtOnce } from './mistakes/retry-at-once';
import { spawnsWithoutLimit } from './mistakes/spawns-without-limit';
import { staleLag } from './mistakes/stale-lag';
import { truncatingRefill } from './mistakes/truncating-refill';
import { unboundedRequest } from './mistakes/unbounded-request';
import { NoBackpressure } from './no-backpressure';
import { ProducerThrottling } from './producer-throttling';
import { ReactiveStreams } from './reactive-streams';
import { SmallBuffers } from './small-buffers';
import type { Strategy } from './strategy';

/** Puts a strategy together, as it should be or with mistakes in it. */
type Maker = (mistakes: readonly MistakeKey[]) => Strategy;

const MAKERS: Readonly<Record<StrategyId, Maker>> = {
	'no-backpressure': () => NoBackpressure,
	'bounded-concurrency': maker(BoundedConcurrency, {
		'leaks-permits': leaksPermits,
		'spawns-without-limit': spawnsWithoutLimit
	}),
	'reactive-streams': maker(ReactiveStreams, {
		'ignores-demand': ignoresDemand,
		'unbounded-request': unboundedRequest,
		'forgets-request': forgetsRequest
	}),
	'producer-throttling': maker(ProducerThrottling, {
		'truncating-refill': truncatingRefill,
		'stale-lag': staleLag,
		'retry-at-once': retryAtOnce
	}),
	'small-buffers': maker(SmallBuffers, { 'oversized-buffer': oversizedBuffer })
};

/** The strategy of a scenario, with the mistakes that are switched on. */
export function strategyOf({ strategy, mistakes }: Scenario): Strategy {
	return MAKERS[strategy](mistakes);
}

/** Each mistake is a variant of the class: it overrides what people write in another way. */
function maker<Right extends Strategy>(
	right: Right,
	variants: Readonly<Partial<Record<MistakeKey, (Right: Right) => Right>>>
): Maker {
	return (mistakes) =>
		mistakes.reduce<Right>((Variant, key) => variants[key]?.(Variant) ?? Variant, right);
}
