import type { Nanoseconds } from '../../core/kernel/time';
import type { Frame } from '../../engine/protocol';

const FIELDS_OF_MOVE = 4;
const FIELDS_OF_SIGNAL = 3;

/**
 * The frame with its moves and signals so much further on their way: what a step shows while its
 * move plays out and the run stands still. Pure.
 */
export function playedOn(frame: Frame, lead: Nanoseconds): Frame {
	if (lead === 0) return frame;
	return {
		...frame,
		moves: frame.moves.map((field, index) => (index % FIELDS_OF_MOVE === 0 ? field - lead : field)),
		signals: frame.signals.map((field, index) =>
			index % FIELDS_OF_SIGNAL === 1 ? field - lead : field
		)
	};
}
