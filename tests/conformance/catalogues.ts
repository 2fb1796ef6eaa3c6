import { LEDGER_MUTANTS } from './ledger/mutants.ts';
import { MEASURE_MUTANTS } from './measures/mutants.ts';
import type { MutantCatalogue } from './mutant.ts';
import { CHANNEL_MUTANTS } from './primitives/channel/mutants.ts';
import { LAG_GATE_MUTANTS } from './primitives/lag-gate/mutants.ts';
import { SELECT_MUTANTS } from './primitives/select/mutants.ts';
import { SEMAPHORE_MUTANTS } from './primitives/semaphore/mutants.ts';
import { TOKEN_BUCKET_MUTANTS } from './primitives/token-bucket/mutants.ts';
import { TOPIC_MUTANTS } from './primitives/topic/mutants.ts';
import { MONITOR_MUTANTS } from './reactive-streams/monitor/mutants.ts';
import { LINK_MUTANTS } from './reactive-streams/publisher/link/mutants.ts';
import { OUTLET_MUTANTS } from './reactive-streams/publisher/outlet/mutants.ts';
import { PROCESS_PUBLISHER_MUTANTS } from './reactive-streams/publisher/process/mutants.ts';
import { SUBSCRIBER_MUTANTS } from './reactive-streams/subscriber/mutants.ts';
import { BOUNDED_MUTANTS } from './strategies/bounded-concurrency/mutants.ts';
import { NO_BACKPRESSURE_MUTANTS } from './strategies/no-backpressure/mutants.ts';
import { THROTTLING_MUTANTS } from './strategies/producer-throttling/mutants.ts';
import { REACTIVE_MUTANTS } from './strategies/reactive-streams/mutants.ts';
import { SMALL_BUFFER_MUTANTS } from './strategies/small-buffers/mutants.ts';
import { WORLD_MUTANTS } from './world/mutants.ts';

/** All bugs that are planted in the source, for whoever plants them. */
export const CATALOGUES: readonly MutantCatalogue[] = [
	LEDGER_MUTANTS,
	MEASURE_MUTANTS,
	CHANNEL_MUTANTS,
	LAG_GATE_MUTANTS,
	SELECT_MUTANTS,
	SEMAPHORE_MUTANTS,
	TOKEN_BUCKET_MUTANTS,
	TOPIC_MUTANTS,
	MONITOR_MUTANTS,
	LINK_MUTANTS,
	OUTLET_MUTANTS,
	PROCESS_PUBLISHER_MUTANTS,
	SUBSCRIBER_MUTANTS,
	BOUNDED_MUTANTS,
	NO_BACKPRESSURE_MUTANTS,
	THROTTLING_MUTANTS,
	REACTIVE_MUTANTS,
	SMALL_BUFFER_MUTANTS,
	WORLD_MUTANTS
];
