import type { LagLimits } from '../../../../src/core/primitives/lag-gate';
import type { Mutant } from '../../rule';
import type { Gate, MakeGate } from './rules';

/** A lag gate as plain as can be, for the mutants to be wrong in one place. */
export class PlainGate implements Gate {
	wasOpen = true;
	hasFailed = false;
	seen: number | null = null;

	get isOpen(): boolean {
		return this.wasOpen && !this.hasFailed;
	}

	read(lag: number | null, limits: LagLimits): void {
		this.hasFailed = lag === null;
		if (lag === null) return;
		this.seen = lag;
		this.wasOpen = this.judge(lag, limits);
	}

	judge(lag: number, { limit, resume }: LagLimits): boolean {
		if (lag > limit) return false;
		return lag <= resume || this.wasOpen;
	}
}

/** The bugs that people write into such gates. */
export const LAG_GATE_MUTANTS: readonly Mutant<MakeGate>[] = [
	mutant(
		'is shut until something was read',
		'is open before the first',
		class extends PlainGate {
			override wasOpen = false;
		}
	),
	mutant(
		'shuts at the limit already',
		'shuts above the limit',
		class extends PlainGate {
			override judge(lag: number, limits: LagLimits): boolean {
				return lag !== limits.limit && super.judge(lag, limits);
			}
		}
	),
	mutant(
		'opens only below resume',
		'opens at or below resume',
		class extends PlainGate {
			override judge(lag: number, limits: LagLimits): boolean {
				return lag === limits.resume ? this.wasOpen : super.judge(lag, limits);
			}
		}
	),
	mutant(
		'knows no hysteresis',
		'between resume and the limit stays as it is',
		class extends PlainGate {
			override judge(lag: number, { limit }: LagLimits): boolean {
				return lag <= limit;
			}
		}
	),
	mutant(
		'takes a failed reading for no lag',
		'counts as shut while the reading fails',
		class extends PlainGate {
			override read(lag: number | null, limits: LagLimits): void {
				super.read(lag ?? 0, limits);
			}
		}
	),
	mutant(
		'keeps passing on what it saw last while the reading fails',
		'counts as shut while the reading fails',
		class extends PlainGate {
			override get isOpen(): boolean {
				return this.wasOpen;
			}
		}
	),
	mutant(
		'opens when the reading recovers, whatever it was before',
		'is as it was before a failed reading',
		class extends PlainGate {
			override read(lag: number | null, limits: LagLimits): void {
				if (this.hasFailed) this.wasOpen = true;
				super.read(lag, limits);
			}
		}
	),
	mutant(
		'stays shut after a failed reading until lag is down at resume',
		'is as it was before a failed reading',
		class extends PlainGate {
			override read(lag: number | null, limits: LagLimits): void {
				if (lag === null) this.wasOpen = false;
				super.read(lag, limits);
			}
		}
	),
	mutant(
		'stays failed once a reading failed',
		'does what a reading after a failed one says',
		class extends PlainGate {
			override read(lag: number | null, limits: LagLimits): void {
				const hadFailed = this.hasFailed;
				super.read(lag, limits);
				this.hasFailed ||= hadFailed;
			}
		}
	)
];

function mutant(bug: string, killedBy: string, Broken: new () => Gate): Mutant<MakeGate> {
	return { bug, killedBy, make: () => new Broken() };
}
