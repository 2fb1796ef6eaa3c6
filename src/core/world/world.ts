import type { Operation, Process } from '../kernel/processes/operation';
import type { RunningProcess } from '../kernel/processes/running-process';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { TIMER_CLASS } from '../kernel/timers';
import type { Ledger } from '../ledger/ledger';
import type { Message } from '../ledger/message';
import type { RecentLog } from '../ledger/recent-log';
import type { Places } from '../plan/places';
import type { StrategyShape } from '../plan/plan';
import { Channel, type ChannelObserver } from '../primitives/channel';
import type { Scenario } from '../scenario/scenario';
import type { Consumer, WorkerBody } from './consumer';
import type { Source } from './source';

/** Everything that a strategy's processes work with. */
export interface World {
	readonly simulation: Simulation;
	/** The parameters in force now; read them where they are used, they change during a run. */
	readonly settings: Scenario;
	readonly shape: StrategyShape;
	readonly places: Places;
	readonly ledger: Ledger;
	readonly source: Source;
	readonly consumer: Consumer;
	/** Null when nobody watches. */
	readonly signals: RecentLog | null;
}

/** Starts a process in the role of that name in the plan. */
export function spawn(world: World, role: string, body: Process): RunningProcess {
	return world.simulation.spawn(body, role, roleIndex(world.shape, role));
}

/** Starts a process that nobody keeps, in the role of that name in the plan. */
export function go(world: World, role: string, body: Process): void {
	world.simulation.go(body, role, roleIndex(world.shape, role));
}

/** Puts the workers to work, in the role of that name in the plan. */
export function startWorkers({ consumer, shape }: World, body: WorkerBody): void {
	consumer.start(body, roleIndex(shape, 'worker'));
}

/** The place of a role in the plan, the order of a frame's `parked` rows. */
function roleIndex(shape: StrategyShape, role: string): number {
	return shape.roles.findIndex((candidate) => candidate.id === role);
}

/** The place of a station in the plan; -1 if it has none of that name. */
export function placeOf({ shape }: World, station: string): number {
	return shape.stations.findIndex((candidate) => candidate.id === station);
}

/** Lets a signal of the plan travel upstream. `amount` is what it says: 1, or the n of request(n). */
export function signal(world: World, id: string, amount = 1): void {
	const { signals, shape, simulation } = world;
	const index = shape.signals.findIndex((candidate) => candidate.id === id);
	signals?.push(simulation.now, index, amount, 0);
}

/**
 * Writes every move of the messages of a channel into the ledger: entering it means accepted. While a
 * send waits the producer is held back, and the signal named `full` travels upstream.
 */
export function messageObserver(
	world: World,
	station: string,
	full: string | null
): ChannelObserver<Message> {
	const { ledger, simulation } = world;
	const place = placeOf(world, station);
	return {
		attempted: () => ledger.attempt(),
		blocked: () => {
			ledger.heldBack.hold(simulation.now);
			if (full !== null) signal(world, full);
		},
		entered: (message) => ledger.accept(message, place)
	};
}

/** A channel for messages whose every move is in the ledger. */
export function messageChannel(
	world: World,
	station: string,
	capacity: number,
	full: string | null
): Channel<Message> {
	const observer = messageObserver(world, station, full);
	return new Channel(world.simulation, station, capacity, observer);
}

/** Keeps the message in hand until it is time to try again; the producer is held back meanwhile. */
export function waitToRetry(
	{ ledger, simulation }: World,
	message: Message,
	after: Nanoseconds
): Operation<void> {
	ledger.turnAway(message);
	ledger.heldBack.hold(simulation.now);
	return simulation.sleep(after, TIMER_CLASS.retry);
}
