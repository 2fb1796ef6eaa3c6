import type { Nanoseconds } from '../../core/kernel/time';
import { SECOND } from '../../core/kernel/time';
import { applies } from '../../core/plan/applies';
import type { StrategyPlan } from '../../core/plan/plan';
import { offeredRate, serviceRate } from '../../core/scenario/load';
import type { Scenario } from '../../core/scenario/scenario';
import { MOVES_PER_FRAME, MOVES_PER_PIPE } from '../../engine/protocol';
import { MARK_RADIUS } from '../marks/mark-radius';
import type { FigureLayout } from '../places/figure-layout';

/**
 * How messages in pipes are drawn. `marks`: a circle each. `dots`: a small dot each, at its true
 * place. `texture`: even dots that move, because single messages are too many to be told apart.
 */
export type FlowLook = 'marks' | 'dots' | 'texture';

/** Single marks while their mean spacing leaves a quarter of a diameter between them. */
const MARK_SPACING = 1.25 * 2 * MARK_RADIUS;

/** Dots while all moves of an ordinary window travel with the frame: so many on all pipes. */
const DOTS_MAX = MOVES_PER_FRAME;

/** Randomness makes crowds; a look only gives way when the crowd is this much above its mean. */
const CROWD = 2.5;

/**
 * How all pipes of a figure are drawn. It follows from the rates that are set, not from what
 * happens to be in the pipes, so that chance does not make the figure flicker between looks. Pure.
 */
export function flowLook(
	plan: StrategyPlan,
	settings: Scenario,
	layout: FigureLayout,
	window: Nanoseconds
): FlowLook {
	const perWindow = (meanRate(plan, settings) * window) / SECOND;
	const lengths = layout.pipes.map(({ start, end }) => end - start).filter((length) => length > 0);
	const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
	return lookOf(perWindow, mean, 1, lengths.length);
}

/** The look of one pipe: that of the figure unless much more is in the pipe than the rates say. */
export function lookOfPipe(look: FlowLook, flow: number, length: number, pipes: number): FlowLook {
	const now = lookOf(flow, length, CROWD, pipes);
	const order: readonly FlowLook[] = ['marks', 'dots', 'texture'];
	return order.indexOf(now) > order.indexOf(look) ? now : look;
}

function lookOf(flow: number, length: number, crowd: number, pipes: number): FlowLook {
	if (flow <= (crowd * length) / MARK_SPACING) return 'marks';
	const dots = Math.min(crowd * (DOTS_MAX / pipes), MOVES_PER_PIPE);
	return flow <= dots ? 'dots' : 'texture';
}

/** Messages a second through the pipes in the long run. */
function meanRate(plan: StrategyPlan, settings: Scenario): number {
	const offered = offeredRate(settings);
	// What only slows down further downstream leaves the first pipes as full as they are.
	const isHeldBack = plan.signals.some(({ to, when }) => {
		const { kind } = plan.stations.find(({ id }) => id === to) ?? {};
		return (kind === 'producer' || kind === 'source') && applies(when, settings);
	});
	return isHeldBack ? Math.min(offered, serviceRate(settings)) : offered;
}
