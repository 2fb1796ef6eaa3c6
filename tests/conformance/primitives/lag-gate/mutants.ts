import type { MutantCatalogue } from '../../mutant';

const file = 'core/primitives/lag-gate.ts';

const FAILED = 'this.#hasFailed = lag === null;';

/** The bugs that people write into such gates. */
export const LAG_GATE_MUTANTS: MutantCatalogue = {
	name: 'lag-gate',
	suite: 'primitives/lag-gate/suite.ts',
	mutants: [
		{
			bug: 'is shut until something was read',
			file,
			text: '\t#isOpen = true;',
			instead: '\t#isOpen = false;',
			killedBy: 'is open before the first'
		},
		{
			bug: 'shuts at the limit already',
			file,
			text: 'lag > limit',
			instead: 'lag >= limit',
			killedBy: 'shuts above the limit'
		},
		{
			bug: 'opens only below resume',
			file,
			text: 'lag <= resume',
			instead: 'lag < resume',
			killedBy: 'opens at or below resume'
		},
		{
			bug: 'knows no hysteresis',
			file,
			text: 'else if (lag <= resume)',
			instead: 'else',
			killedBy: 'between resume and the limit stays as it is'
		},
		{
			bug: 'takes a failed reading for no lag',
			file,
			text: `read(lag: number | null, { limit, resume }: LagLimits): void {
		this.#readings++;
		${FAILED}
		if (lag === null) return;`,
			instead: `read(read: number | null, { limit, resume }: LagLimits): void {
		this.#readings++;
		const lag = read ?? 0;`,
			killedBy: 'counts as shut while the reading fails'
		},
		{
			bug: 'keeps passing on what it saw last while the reading fails',
			file,
			text: 'return this.#isOpen && !this.#hasFailed;',
			instead: 'return this.#isOpen;',
			killedBy: 'counts as shut while the reading fails'
		},
		{
			bug: 'opens when the reading recovers, whatever it was before',
			file,
			text: FAILED,
			instead: `
		if (this.#hasFailed) this.#isOpen = true;
		${FAILED}`,
			killedBy: 'is as it was before a failed reading'
		},
		{
			bug: 'stays shut after a failed reading until lag is down at resume',
			file,
			text: FAILED,
			instead: `
		${FAILED}
		if (lag === null) this.#isOpen = false;`,
			killedBy: 'is as it was before a failed reading'
		},
		{
			bug: 'stays failed once a reading failed',
			file,
			text: FAILED,
			instead: 'this.#hasFailed ||= lag === null;',
			killedBy: 'does what a reading after a failed one says'
		},
		{
			bug: 'forgets what it saw when a reading fails',
			file,
			text: `if (lag === null) return;
		this.#seen = lag;`,
			instead: `this.#seen = lag;
		if (lag === null) return;`,
			killedBy: 'counts as shut while the reading fails'
		}
	]
};
