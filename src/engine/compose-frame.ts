import type { Nanoseconds } from '../core/kernel/time';
import type { Run } from '../core/run/run';
import { valueOf } from '../core/scenario/settings';
import type { Holder } from '../core/strategies/holders';
import type { StrategyShape } from '../core/strategies/plan';
import {
	type Frame,
	HOLDERS_PER_STATION,
	MARKS_PER_STATION,
	MOVES_PER_FRAME,
	type RunId,
	SIGNAL_SLOWNESS,
	type Stopped
} from './protocol';
import { readReadings } from './read-readings';

/** What a frame says beside the state of the run. */
export interface FrameContext {
	readonly run: RunId;
	readonly arrived: boolean;
	readonly stopped: Stopped | null;
	/** How far back the moves and signals reach. */
	readonly window: Nanoseconds;
	readonly moments: number;
}

const SIGNALS_PER_FRAME = 40;

/** The picture of a run at its present time. Does not change the run. */
export function composeFrame(run: Run, context: FrameContext): Frame {
	const { shape } = run.world;
	const marks = marksOf(run);
	const moves = movesOf(run, shape, context.window);
	return inOneBuffer({
		run: context.run,
		time: run.time,
		event: run.event,
		arrived: context.arrived,
		ended: run.hasEnded,
		stopped: context.stopped,
		digest: run.world.ledger.digest.hex(),
		readings: readReadings(run),
		counts: Float64Array.from(shape.stations, (_, station) => countAt(run, station)),
		marks: Int32Array.from(marks.flat()),
		markStart: startsOf(marks),
		service: serviceOf(run),
		moves: moves.list,
		flows: moves.flows,
		signals: signalsOf(run, SIGNAL_SLOWNESS * context.window),
		signalSince: signalSinceOf(run),
		parked: parkedOf(run),
		moments: context.moments
	});
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

function marksOf(run: Run): number[][] {
	const { ledger, source, places, shape } = run.world;
	const { stores } = run.mechanism;
	return shape.stations.map((_, station) => {
		if (station === places.source) {
			const length = Math.min(source.waiting, MARKS_PER_STATION);
			return Array.from({ length }, (_, index) => source.oldest + index);
		}
		if (station === places.producer) return ledger.hand > 0 ? [ledger.inHand] : [];
		if (station === places.holders) {
			return holdersOf(run).map(({ message }) => message);
		}
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

function serviceOf(run: Run): Float64Array {
	return Float64Array.from(
		holdersOf(run).flatMap(({ message, startedAt, endsAt }) =>
			message < 0 ? [Number.NaN, Number.NaN] : [startedAt, endsAt]
		)
	);
}

/** Those who hold messages at the holders station: places of the strategy's own, or the workers. */
function holdersOf(run: Run): readonly Holder[] {
	const { holders } = run.mechanism;
	if (holders === undefined) return run.world.consumer.workers.slice(0, HOLDERS_PER_STATION);
	const length = Math.min(holders.length, HOLDERS_PER_STATION);
	return Array.from({ length }, (_, index) => holders.at(index));
}

function movesOf(run: Run, shape: StrategyShape, window: Nanoseconds) {
	const list: number[][] = [];
	const flows = new Uint32Array(shape.pipes.length + shape.exits.length);
	const pipes = shape.pipes.map(({ from, to }) => [stationOf(shape, from), stationOf(shape, to)]);
	run.moves?.visitSince(run.time - window, (time, message, from, to) => {
		if (list.length < MOVES_PER_FRAME) list.push([time, message, from, to]);
		const pipe =
			to >= shape.stations.length
				? shape.pipes.length + to - shape.stations.length
				: pipes.findIndex(([start, end]) => start === from && end === to);
		if (pipe >= 0) flows[pipe] = (flows[pipe] ?? 0) + 1;
	});
	return { list: Float64Array.from(list.reverse().flat()), flows };
}

function stationOf(shape: StrategyShape, id: string): number {
	return shape.stations.findIndex((station) => station.id === id);
}

function signalsOf(run: Run, window: Nanoseconds): Float64Array {
	const list: number[][] = [];
	run.signals?.visitSince(run.time - window, (time, signal, amount) => {
		if (list.length < SIGNALS_PER_FRAME) list.push([signal, time, amount]);
	});
	return Float64Array.from(list.reverse().flat());
}

/** A signal holds while the producer is held back by it. */
function signalSinceOf(run: Run): Float64Array {
	const { shape, ledger } = run.world;
	return Float64Array.from(shape.signals, ({ when }) => {
		const applies = when === undefined || when.is.includes(valueOf(run.settings, when.key));
		return applies ? ledger.heldBack.since : Number.NaN;
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

/** The arrays of a frame, those of eight bytes an element first, so that each lies aligned. */
const ARRAYS = {
	readings: Float64Array,
	counts: Float64Array,
	service: Float64Array,
	moves: Float64Array,
	signals: Float64Array,
	signalSince: Float64Array,
	parked: Float64Array,
	marks: Int32Array,
	markStart: Int32Array,
	flows: Uint32Array
} as const;

/** The same frame with all its arrays in one buffer, so that one transfer moves it. */
function inOneBuffer(frame: Frame): Frame {
	const keys = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[];
	const buffer = new ArrayBuffer(keys.reduce((sum, key) => sum + frame[key].byteLength, 0));
	let offset = 0;
	const placed = keys.map((key) => {
		const values = frame[key];
		const copy = new ARRAYS[key](buffer, offset, values.length);
		copy.set(values);
		offset += values.byteLength;
		return [key, copy];
	});
	return { ...frame, ...Object.fromEntries(placed) };
}
