import { planFrom } from '../core/plan/plan-from';
import { SMALL_BUFFERS } from '../core/strategies/small-buffers/presets';
import { shape } from '../core/strategies/small-buffers/shape';
import { words } from '../core/strategies/small-buffers/words';
import type { Catalogue } from './catalogue';

/** The run that the start page shows. */
export const [START_PRESET] = SMALL_BUFFERS;

/** What the start page offers: one run. */
export const START_CATALOGUE: Catalogue = {
	presets: [START_PRESET],
	plans: [planFrom(shape, words)]
};
