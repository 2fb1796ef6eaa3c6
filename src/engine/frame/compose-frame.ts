import type { Nanoseconds } from '../../core/kernel/time';
import { applies } from '../../core/plan/applies';
import type { StrategyShape } from '../../core/plan/plan';
import type { Run } from '../../core/run/run';
import type { Holder } from '../../core/world/holders';
import type { Store } from '../../core/world/store';
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
} from '../protocol';
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
	const frame = {
		run: context.run,
		time: run.time,
		event: run.event,
		latest: run.latestEventTime,
		rank: run.rank,
		before: run.eventTimeBefore,
		next: run.nextEventTime,
		arrived: context.arrived,
		ended: run.hasEnded,
		stopped: context.stopped,
		digest: run.world.ledger.digest.hex(),
		readings,
		...stations,
		counts: Float64Array.from(shape.stations, (_, station) => countAt(run, station)),
		...marksOf(run, seats),
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

function marksOf(run: Run, seats: readonly Holder[]): Pick<Frame, 'marks' | 'markStart'> {
	const { stations } = run.world.shape;
	const marks: number[] = [];
	const markStart = new Int32Array(stations.length + 1);
	for (let station = 0; station < stations.length; station++) {
		pushMarksAt(run, station, seats, marks);
		markStart[station + 1] = marks.length;
	}
	return { marks: new Int32Array(marks), markStart };
}

function pushMarksAt(run: Run, station: number, seats: readonly Holder[], marks: number[]): void {
	const { ledger, source, places } = run.world;
	if (station === places.source) {
		const length = Math.min(source.waiting, MARKS_PER_STATION);
		for (let index = 0; index < length; index++) marks.push(source.oldest + index);
	} else if (station === places.producer) {
		if (ledger.hand > 0) marks.push(ledger.inHand);
	} else if (station === places.holders) {
		for (const { message } of seats) marks.push(message);
	} else {
		const store = run.mechanism.stores.find(({ place }) => place === station);
		// What is drawn as grain needs no names.
		if (store === undefined || store.length > MARKS_PER_STATION) return;
		for (let index = 0; index < store.length; index++) marks.push(store.peek(index));
	}
}

function serviceOf(seats: readonly Holder[]): Float64Array {
	const service: number[] = [];
	for (const { message, startedAt, endsAt } of seats) {
		if (message < 0) service.push(Number.NaN, Number.NaN);
		else service.push(startedAt, endsAt);
	}
	return new Float64Array(service);
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
	const newest: number[] = [];
	const { length } = shape.stations;
	const pipes = pipesOf(shape);
	const wayOf = (from: number, to: number) =>
		to < length ? (pipes[from * length + to] ?? -1) : shape.pipes.length + to - length;
	const since = run.time - window;
	run.moves?.countSince(since, (from, to, count) => {
		const way = wayOf(from, to);
		if (way >= 0) flows[way] = count;
	});
	run.moves?.visitSince(
		since,
		most,
		(from, to) => (wayOf(from, to) < 0 ? most : MOVES_PER_PIPE),
		(time, message, from, to) => newest.push(time, message, from, to)
	);
	return oldestFirst(newest, FIELDS_OF_MOVE);
}

/** The entries of so many fields each, turned round. */
function oldestFirst(newestFirst: readonly number[], fields: number): Float64Array<ArrayBuffer> {
	const turned = new Float64Array(newestFirst.length);
	for (let entry = 0; entry < newestFirst.length; entry += fields) {
		const place = newestFirst.length - fields - entry;
		for (let field = 0; field < fields; field++) {
			turned[place + field] = newestFirst[entry + field] as number;
		}
	}
	return turned;
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
	const newest: number[] = [];
	const left = run.world.shape.signals.map(() => SIGNALS_LISTED);
	run.signals?.visitSince(run.time - window, (time, signal, amount) => {
		// The log has signals of the shape only.
		if ((left[signal] as number)-- > 0) newest.push(signal, time, amount);
	});
	return oldestFirst(newest, FIELDS_OF_SIGNAL);
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
	const rows = run.world.simulation.parking?.rows.filter(({ length }) => length > 0) ?? [];
	rows.sort((one, other) => one.line - other.line || one.role - other.role);
	return Float64Array.from(
		rows.flatMap(({ role, line, length, since }) => [role, line, length, since])
	);
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
const FIELDS_OF_MOVE = 4;
const FIELDS_OF_SIGNAL = 3;
const MOVE_BYTES = FIELDS_OF_MOVE * Float64Array.BYTES_PER_ELEMENT;

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
