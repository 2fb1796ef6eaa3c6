import { parseScenario } from '../../../src/core/parse/parse';
import type { Run } from '../../../src/core/run/run';
import type { MistakeKey } from '../../../src/core/scenario/scenario';
import { type Keeping, startRun } from '../../../src/headless/simulate';

/** Begins a run of a scenario that may leave out what is the default. */
export type Start = (scenario: object, keeping?: Keeping) => Run;

/** The run as it should be. */
export const right: Start = (scenario, keeping) =>
	startRun(parseScenario({ version: 1, ...scenario }), keeping);

/** The run with a mistake of the contract switched on. */
export const mistaken =
	(mistake: MistakeKey): Start =>
	(scenario, keeping) =>
		right({ ...scenario, mistakes: [mistake] }, keeping);
