import type { Nanoseconds } from '../core/kernel/time';
import { applies } from '../core/plan/applies';
import type { StrategyShape } from '../core/plan/plan';
import type { Run } from '../core/run/run';
import type { Holder } from '../core/world/holders';
import type { Store } from '../core/world/store';
import {
	FRAME_BYTES,
	type Frame,
	MARKS_PER_STATION,
	MOVES_PER_FRAME,
	MOVES_PER_PIPE,
	type RunId,
	SIGNAL_SLOWNESS,
	SIGNALS_LISTED,
	type Stopped
} from './protocol';
import { readReadings } from './read-readings';
import { seatsOf } from './seats';
import { stationsNow } from './stations-now';

/** What a frame says beside the state of the run. */
export interface FrameContext {
	readonly run: RunId;
	readonly arrived: boolean;
	readonly stopped: Stopped | null;
	/** How far back the moves and signals reach. */
	readonly window: Nanoseconds;
	readonly moments: number;
}

/** A signal is kept for longer than it travels: when its head has arrived, its tail has not. */
const SIGNAL_TAIL = 1.5;

/** The picture of a run at its present time. Does not change the run. */
export function composeFrame(run: Run, context: FrameContext): Frame {
	const { shape, places } = run.world;
	const readings = readReadings(run);
	const stations = stationsNow(run, readings);
	const held = countAt(run, places.holders) + (run.mechanism.holders?.kept ?? 0);
	const seats = seatsOf(run, stations.limits[places.holders] ?? 0, held);
	const marks = marksOf(run, seats);
	const frame = {
		run: context.run,
		time: run.time,
		event: run.event,
		arrived: context.arrived,
		ended: run.hasEnded,
		stopped: context.stopped,
		digest: run.world.ledger.digest.hex(),
		readings,
		...stations,
		counts: Float64Array.from(shape.stations, (_, station) => countAt(run, station)),
		marks: Int32Array.from(marks.flat()),
		markStart: startsOf(marks),
		transit: transitOf(run),
		service: serviceOf(seats),
		signals: signalsOf(run, travelTime(run, context.window) * SIGNAL_TAIL),
		signalSince: signalSinceOf(run),
		parked: parkedOf(run),
		moments: context.moments
	};
	const flows = new Uint32Array(shape.pipes.length + shape.exits.length);
	const room = FRAME_BYTES - bytesOf({ ...frame, flows });
	const moves = movesOf(run, context.window, flows, Math.floor(room / MOVE_BYTES));
	return inOneBuffer({ ...frame, moves, flows });
}

/** The buffer that all arrays of a frame share, to be transferred with it. */
export function bufferOf(frame: Frame): ArrayBuffer {
	return frame.readings.buffer as ArrayBuffer;
}

function countAt(run: Run, station: number): number {
	const { ledger, source, consumer, places } = run.world;
	if (station === places.source) {
		return source.waiting + (places.producer === station ? ledger.hand : 0);
	}
	if (station === places.producer) return ledger.hand;
	if (station === places.done) return ledger.completed;
	let count = station === places.holders ? consumer.inService : 0;
	for (const { place, length } of run.mechanism.stores) if (place === station) count += length;
	return count;
}

function marksOf(run: Run, seats: readonly Holder[]): number[][] {
	const { ledger, source, places, shape } = run.world;
	const { stores } = run.mechanism;
	return shape.stations.map((_, station) => {
		if (station === places.source) {
			const length = Math.min(source.waiting, MARKS_PER_STATION);
			return Array.from({ length }, (_, index) => source.oldest + index);
		}
		if (station === places.producer) return ledger.hand > 0 ? [ledger.inHand] : [];
		if (station === places.holders) return seats.map(({ message }) => message);
		const store = stores.find(({ place }) => place === station);
		// What is drawn as grain needs no names.
		if (store === undefined || store.length > MARKS_PER_STATION) return [];
		return Array.from({ length: store.length }, (_, index) => store.peek(index));
	});
}

function startsOf(marks: readonly number[][]): Int32Array {
	const starts = new Int32Array(marks.length + 1);
	marks.forEach((list, station) => {
		starts[station + 1] = (starts[station] ?? 0) + list.length;
	});
	return starts;
}

function serviceOf(seats: readonly Holder[]): Float64Array {
	return Float64Array.from(
		seats.flatMap(({ message, startedAt, endsAt }) =>
			message < 0 ? [Number.NaN, Number.NaN] : [startedAt, endsAt]
		)
	);
}

/** How long a signal travels, on screen as in the run. */
function travelTime(run: Run, window: Nanoseconds): Nanoseconds {
	return Math.max(SIGNAL_SLOWNESS * window, linkDelay(run));
}

/** How long messages and requests take for the link; 0 where there is none. */
function linkDelay(run: Run): Nanoseconds {
	return linkOf(run)?.crossing?.time ?? 0;
}

function linkOf({ mechanism }: Run): Store | undefined {
	return mechanism.stores.find(({ crossing }) => crossing !== undefined);
}

function transitOf(run: Run): Float32Array<ArrayBuffer> {
	const link = linkOf(run);
	// As many as have marks.
	if (link?.crossing === undefined || link.length > MARKS_PER_STATION) return new Float32Array();
	const { length, crossing } = link;
	return Float32Array.from({ length }, (_, index) => {
		return (run.time - crossing.departedAt(index)) / crossing.time;
	});
}

/** The latest moves, as many as there is room for; counts all of them in `flows`. */
function movesOf(
	run: Run,
	window: Nanoseconds,
	flows: Uint32Array,
	room: number
): Float64Array<ArrayBuffer> {
	const { shape } = run.world;
	const most = Math.min(room, MOVES_PER_FRAME);
	const list: number[][] = [];
	const { length } = shape.stations;
	const pipes = pipesOf(shape);
	run.moves?.visitSince(run.time - window, (time, message, from, to) => {
		const way = to < length ? (pipes[from * length + to] ?? -1) : shape.pipes.length + to - length;
		const flow = flows[way] ?? 0;
		if (way >= 0) flows[way] = flow + 1;
		if (list.length < most && flow < MOVES_PER_PIPE) list.push([time, message, from, to]);
	});
	return Float64Array.from(list.reverse().flat());
}

/** The pipe from station i to station j at the place i × stations + j; -1 where there is none. */
function pipesOf(shape: StrategyShape): Int8Array {
	const { length } = shape.stations;
	const pipes = new Int8Array(length * length).fill(-1);
	shape.pipes.forEach(({ from, to }, index) => {
		pipes[stationOf(shape, from) * length + stationOf(shape, to)] = index;
	});
	return pipes;
}

function stationOf(shape: StrategyShape, id: string): number {
	return shape.stations.findIndex((station) => station.id === id);
}

/** Of each signal so many: one that is given often does not push the others out. */
function signalsOf(run: Run, window: Nanoseconds): Float64Array {
	const list: number[][] = [];
	const left = run.world.shape.signals.map(() => SIGNALS_LISTED);
	run.signals?.visitSince(run.time - window, (time, signal, amount) => {
		// The log has signals of the shape only.
		if ((left[signal] as number)-- > 0) list.push([signal, time, amount]);
	});
	return Float64Array.from(list.reverse().flat());
}

/**
 * A signal holds while the producer is held back by it: one that a store with a limit gives to
 * whoever has the message in hand.
 */
function signalSinceOf(run: Run): Float64Array {
	const { shape, ledger, places } = run.world;
	return Float64Array.from(shape.signals, ({ from, to, when }) => {
		const giver = shape.stations[stationOf(shape, from)];
		const holds = giver?.kind === 'store' && giver.capacity !== null;
		const isFelt = holds && applies(when, run.settings) && stationOf(shape, to) === places.producer;
		return isFelt ? ledger.heldBack.since : Number.NaN;
	});
}

/** Where the processes of the strategy's roles are parked, one row for each role and line. */
function parkedOf(run: Run): Float64Array {
	const rows = new Map<string, [role: number, line: number, count: number, since: number]>();
	for (const { role, line, since, waitsFor } of run.world.simulation.processes) {
		if (role < 0 || line === 0 || waitsFor === '') continue;
		const key = `${role}:${line}`;
		const row = rows.get(key) ?? [role, line, 0, since];
		row[2]++;
		row[3] = Math.min(row[3], since);
		rows.set(key, row);
	}
	const sorted = [...rows.values()].sort((one, other) => one[1] - other[1] || one[0] - other[0]);
	return Float64Array.from(sorted.flat());
}

/** The arrays of a frame, those with larger elements first, so that each lies aligned. */
const ARRAYS = {
	readings: Float64Array,
	counts: Float64Array,
	limits: Float64Array,
	crossing: Float64Array,
	levels: Float64Array,
	service: Float64Array,
	moves: Float64Array,
	signals: Float64Array,
	signalSince: Float64Array,
	parked: Float64Array,
	transit: Float32Array,
	marks: Int32Array,
	markStart: Int32Array,
	flows: Uint32Array,
	kept: Uint32Array,
	shut: Uint8Array,
	dead: Uint8Array
} as const;

type ArrayKey = keyof typeof ARRAYS;

const ARRAY_KEYS = Object.keys(ARRAYS) as readonly ArrayKey[];
const MOVE_BYTES = 4 * Float64Array.BYTES_PER_ELEMENT;

function bytesOf(frame: Partial<Pick<Frame, ArrayKey>>): number {
	return ARRAY_KEYS.reduce((sum, key) => sum + (frame[key]?.byteLength ?? 0), 0);
}

/** The same frame with all its arrays in one buffer, so that one transfer moves it. */
function inOneBuffer(frame: Frame): Frame {
	const buffer = new ArrayBuffer(bytesOf(frame));
	let offset = 0;
	const placed = ARRAY_KEYS.map((key) => {
		const values = frame[key];
		const copy = new ARRAYS[key](buffer, offset, values.length);
		copy.set(values);
		offset += values.byteLength;
		return [key, copy];
	});
	return { ...frame, ...Object.fromEntries(placed) };
}
