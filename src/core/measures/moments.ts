import type { Nanoseconds } from '../kernel/time';

/**
 * The notable moments of a run, each with the sentence that tells of it: of something that happened,
 * since by the time it is read things may be otherwise.
 */
export const MOMENTS = {
	'knob-turned': 'A knob was turned.',
	'buffer-full': 'The buffer got full.',
	'held-back': 'The producer was held back.',
	'permits-gone': 'All permits were held.',
	'permits-lost': 'Every permit was lost: nothing can be done any more.',
	'bucket-empty': 'The bucket ran empty.',
	'gate-shut': 'Consumer lag was too high: the gate shut.',
	'lag-unknown': 'Consumer lag could not be read: every message was refused.',
	'demand-spent': 'The demand was used up: the publisher waited.',
	'first-dropped': 'The first message was dropped.',
	'first-refused': 'The first message was refused.',
	'first-late': 'The first message was late.',
	'consumer-died': 'The consumer ran out of memory and died. Everything it held was lost.',
	'caught-up': 'The backlog was gone.'
} as const;

export type MomentKey = keyof typeof MOMENTS;

/** One notable moment: which one, when, and after how many events. */
export interface Moment {
	readonly key: MomentKey;
	readonly time: Nanoseconds;
	readonly event: number;
}
