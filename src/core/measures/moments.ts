import type { Nanoseconds } from '../kernel/time';

/** The notable moments of a run, each with the sentence that announces it. */
export const MOMENTS = {
	'knob-turned': 'A knob was turned.',
	'buffer-full': 'The buffer is full.',
	'held-back': 'The producer is held back.',
	'permits-gone': 'All permits are held.',
	'permits-lost': 'Every permit is lost: nothing will ever be done again.',
	'bucket-empty': 'The bucket is empty.',
	'gate-shut': 'Consumer lag is too high: the gate shuts.',
	'lag-unknown': 'Consumer lag cannot be read: every message is refused.',
	'demand-spent': 'The demand is used up: the publisher waits.',
	'first-dropped': 'The first message was dropped.',
	'first-refused': 'The first message was refused.',
	'first-late': 'The first message was late.',
	'consumer-died': 'The consumer ran out of memory and died. Everything it held is lost.',
	'caught-up': 'The backlog is gone.'
} as const;

export type MomentKey = keyof typeof MOMENTS;

/** One notable moment: which one, when, and after how many events. */
export interface Moment {
	readonly key: MomentKey;
	readonly time: Nanoseconds;
	readonly event: number;
}
