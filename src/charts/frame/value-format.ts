import { formatExact } from '../../design/format';
import { textWidth } from '../labels/text-width';
import type { ValueAxis } from './value-axis';

const THOUSANDS = [
	[1e9, '\u00A0G'],
	[1e6, '\u00A0M'],
	[1e3, '\u00A0k']
] as const;

/**
 * The texts at the ticks of an axis of counts or rates: in full, "1 500", or all of them in
 * thousands or millions when in full they would not fit into `room` pixels.
 */
export function countTicks(axis: ValueAxis, room: number, fontSize: number): readonly string[] {
	const full = axis.ticks.map(formatExact);
	if (full.every((text) => textWidth(text, fontSize) <= room)) return full;
	const [size, letter] = THOUSANDS.find(([size]) => axis.top >= size) ?? [1, ''];
	return axis.ticks.map((tick) => (tick === 0 ? '0' : formatExact(tick / size) + letter));
}

/** The texts at the ticks of an axis of seconds, all in the one unit that suits its top. */
export function secondsTicks(axis: ValueAxis): readonly string[] {
	const [size, unit] = secondsUnit(axis.top);
	return axis.ticks.map((tick) => (tick === 0 ? '0' : `${formatExact(tick / size)}\u00A0${unit}`));
}

function secondsUnit(top: number): readonly [number, string] {
	if (top >= 1) return [1, 's'];
	if (top >= 1e-3) return [1e-3, 'ms'];
	if (top >= 1e-6) return [1e-6, 'µs'];
	return [1e-9, 'ns'];
}
