import type { Nanoseconds } from '../../core/kernel/time';

/** Something that happened at a time and is worth a tick on the scrubber. */
export interface TransportMark {
	readonly time: Nanoseconds;
	/** What happened, as one short sentence. */
	readonly label: string;
	readonly kind: 'moment' | 'knob';
}

/** A tick: where along the track, as a share in [0, 1], and what happened there. */
export interface Tick {
	readonly share: number;
	readonly kind: TransportMark['kind'];
	readonly label: string;
}

/** Ticks nearer to each other than this share of the track are drawn as one. */
const MERGE = 1 / 400;

/**
 * The ticks of marks in time order. Marks that fall on one place share a tick and its sentences;
 * one turned knob among them makes it a knob's. Pure.
 */
export function ticks(marks: readonly TransportMark[], duration: Nanoseconds): readonly Tick[] {
	const merged: { share: number; kind: TransportMark['kind']; label: string }[] = [];
	for (const { time, label, kind } of marks) {
		if (time > duration) continue;
		const share = duration > 0 ? time / duration : 0;
		const last = merged.at(-1);
		if (last === undefined || share - last.share >= MERGE) merged.push({ share, kind, label });
		else {
			last.label += ` ${label}`;
			if (kind === 'knob') last.kind = 'knob';
		}
	}
	return merged;
}
