import { planFrom } from '../../../src/core/plan/plan-from';
import { Run } from '../../../src/core/run/run';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { AdaptiveWindow } from './adaptive-window';
import { ADAPTIVE_WINDOW, shape } from './shape';
import { words } from './words';

export const TOY_PLAN = planFrom(shape, words);

/** A real run of the toy, and the toy itself, which knows best how it stands. */
export function startToy(settings: Scenario): { readonly run: Run; readonly toy: AdaptiveWindow } {
	const scenario = { ...settings, strategy: ADAPTIVE_WINDOW };
	const run = new Run(scenario, AdaptiveWindow, { pictures: true });
	if (!(run.mechanism instanceof AdaptiveWindow)) throw new TypeError('this is another strategy');
	return { run, toy: run.mechanism };
}
