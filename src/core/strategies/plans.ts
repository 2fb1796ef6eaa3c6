import type { StrategyPlan } from '../plan/plan';
import { planFrom } from '../plan/plan-from';
import type { StrategyId } from '../scenario/scenario';
import { shape as boundedConcurrencyShape } from './bounded-concurrency/shape';
import { words as boundedConcurrencyWords } from './bounded-concurrency/words';
import { shape as noBackpressureShape } from './no-backpressure/shape';
import { words as noBackpressureWords } from './no-backpressure/words';
import { shape as producerThrottlingShape } from './producer-throttling/shape';
import { words as producerThrottlingWords } from './producer-throttling/words';
import { shape as reactiveStreamsShape } from './reactive-streams/shape';
import { words as reactiveStreamsWords } from './reactive-streams/words';
import { shape as smallBuffersShape } from './small-buffers/shape';
import { words as smallBuffersWords } from './small-buffers/words';

/** The plans of the strategies that are built, in the order of the pages. */
export const PLANS: readonly StrategyPlan[] = [
	planFrom(noBackpressureShape, noBackpressureWords),
	planFrom(boundedConcurrencyShape, boundedConcurrencyWords),
	planFrom(reactiveStreamsShape, reactiveStreamsWords),
	planFrom(producerThrottlingShape, producerThrottlingWords),
	planFrom(smallBuffersShape, smallBuffersWords)
];

/** The plan of a strategy. */
export function planOf(id: StrategyId): StrategyPlan {
	const plan = PLANS.find((candidate) => candidate.id === id);
	if (plan === undefined) throw new RangeError(`there is no plan of ${id}`);
	return plan;
}
