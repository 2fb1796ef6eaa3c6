import type { ParameterSpec } from './parameter-spec';
import { BUFFER_SPECS } from './specs/buffer';
import { CONSUMER_SPECS } from './specs/consumer';
import { DEMAND_SPECS } from './specs/demand';
import { PERMITS_SPECS } from './specs/permits';
import { REFUSED_SPECS } from './specs/refused';
import { RUN_SPECS } from './specs/run';
import { SOURCE_SPECS } from './specs/source';
import { THROTTLE_SPECS } from './specs/throttle';

/** The table of all parameters, in the order of contract section 3. */
export const SPECS: readonly ParameterSpec[] = [
	...RUN_SPECS,
	...SOURCE_SPECS,
	...CONSUMER_SPECS,
	...PERMITS_SPECS,
	...BUFFER_SPECS,
	...DEMAND_SPECS,
	...THROTTLE_SPECS,
	...REFUSED_SPECS
];
