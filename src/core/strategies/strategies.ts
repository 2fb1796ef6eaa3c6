import type { Scenario, StrategyId } from '../scenario/scenario';
import { variants as boundedConcurrency } from './bounded-concurrency/code';
import { variants as noBackpressure } from './no-backpressure/code';
import { variants as producerThrottling } from './producer-throttling/code';
import { variants as reactiveStreams } from './reactive-streams/code';
import { variants as smallBuffers } from './small-buffers/code';
import type { Strategy } from './strategy';
import type { Variants } from './variants';

const VARIANTS: Readonly<Record<StrategyId, Variants>> = {
	'no-backpressure': noBackpressure,
	'bounded-concurrency': boundedConcurrency,
	'reactive-streams': reactiveStreams,
	'producer-throttling': producerThrottling,
	'small-buffers': smallBuffers
};

/** The strategy of a scenario, with the mistakes that are switched on. */
export function strategyOf({ strategy, mistakes }: Scenario): Strategy {
	return VARIANTS[strategy](mistakes);
}
