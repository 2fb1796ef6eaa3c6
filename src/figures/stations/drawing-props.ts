import type { Nanoseconds } from '../../core/kernel/time';
import type { Scenario } from '../../core/scenario/scenario';
import type { Frame } from '../../engine/protocol';
import type { LiveStation } from '../live-plan';
import type { Direction } from '../places/direction';
import type { StationPlace } from '../places/figure-layout';

/** What the drawing of a station is given. */
export interface DrawingProps<S extends LiveStation = LiveStation> {
	readonly station: S;
	/** Its place in the plan. */
	readonly index: number;
	readonly place: StationPlace;
	readonly direction: Direction;
	/** The middle of all pipes, across the way, in CSS pixels. */
	readonly axis: number;
	readonly frame: Frame;
	/** How much virtual time a message takes for one pipe on screen; 0 for no travel at all. */
	readonly window: Nanoseconds;
	/** The same where marks are awaited one by one; else 0. */
	readonly hop: Nanoseconds;
	/** The values in force at the frame's time. */
	readonly settings: Scenario;
	/** The most messages that may have been here so far. */
	readonly most: number;
	/** Messages counted here whose marks are still on their way. */
	readonly arriving: ReadonlySet<number>;
	/** The size of the reader's type against 16 px. */
	readonly textScale: number;
	/** Names the patterns of this figure, which share one page with those of others. */
	readonly figure: string;
}
