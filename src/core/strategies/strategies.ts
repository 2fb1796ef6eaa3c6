import { boundedConcurrency } from './bounded-concurrency/manifest';
import { Catalogue } from './catalogue';
import { noBackpressure } from './no-backpressure/manifest';
import { producerThrottling } from './producer-throttling/manifest';
import { reactiveStreams } from './reactive-streams/manifest';
import { smallBuffers } from './small-buffers/manifest';

/** Every strategy there is, in the order in which pages name them. A new one is a line here. */
export const STRATEGIES = new Catalogue(
	[noBackpressure, boundedConcurrency, reactiveStreams, producerThrottling, smallBuffers],
	smallBuffers
);
