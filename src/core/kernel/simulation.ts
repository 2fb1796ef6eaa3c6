import type { Operation, Process } from './operation';
import { at, lastLine } from './parked-line';
import { Ring } from './ring';
import { RunningProcess } from './running-process';
import type { Nanoseconds } from './time';
import { TIMER_CLASS, type TimerClass, type TimerOwner, Timers } from './timers';
import type { WaitQueue } from './wait-queue';

/** A process body that did something the kernel cannot allow; names the process. */
export class ProcessError extends Error {
	override readonly name = 'ProcessError';
}

// More resumptions than any instant needs; a loop that never waits ends here.
const RESUMES_PER_EVENT = 50_000_000;

/**
 * Virtual time and the processes that live in it: a run-time system in miniature. Processes that
 * can go on stand in a ready queue, first in first out; when it has run dry, the next timer fires
 * and time jumps to it. One fired timer with all that follows from it is one event.
 */
export class Simulation {
	readonly timers = new Timers();
	/** The time of the latest event. */
	now: Nanoseconds = 0;
	/** Events so far. */
	events = 0;
	/** Called after each event, when nothing more can happen at once. */
	onsettled: (() => void) | null = null;

	readonly #ready = new Ring<RunningProcess>();
	readonly #processes = new Set<RunningProcess>();
	#current: RunningProcess | null = null;

	/** Starts a process; it runs when everything that is ready has run. */
	spawn(body: Process, name: string, role = -1): RunningProcess {
		const process = new RunningProcess(body, name, role);
		this.#processes.add(process);
		this.#ready.push(process);
		return process;
	}

	/** Every process that has not ended, in the order of their start. */
	get processes(): Iterable<RunningProcess> {
		return this.#processes;
	}

	/**
	 * The operation of the process that is running, for a primitive to answer with.
	 * @throws {ProcessError} if no process runs, or if it forgot a `yield*` before.
	 */
	begin(): Operation<unknown> {
		const process = this.current;
		const { operation } = process;
		if (operation.isPending) throw this.#missingYield(process);
		return operation;
	}

	/**
	 * The process that is running.
	 * @throws {ProcessError} if none is.
	 */
	get current(): RunningProcess {
		if (this.#current === null) throw new ProcessError('a primitive was used outside a process');
		return this.#current;
	}

	/** Parks the running process in a queue. */
	wait(queue: WaitQueue): Operation<unknown> {
		const operation = this.begin();
		queue.push(this.current);
		return operation.park();
	}

	/** Lets a parked process go on with the given result of its `yield*`. */
	wake(process: RunningProcess, value: unknown): void {
		if (process.hasDeadline) {
			process.hasDeadline = false;
			this.timers.cancel(process.timer);
		}
		process.operation.resolve(value);
		process.waitsFor = '';
		this.#ready.push(process);
	}

	/** Parks the running process for a span of virtual time. */
	sleep(duration: Nanoseconds, timerClass: TimerClass = TIMER_CLASS.completion): Operation<void> {
		const operation = this.begin() as Operation<void>;
		this.current.waitsFor = 'sleep';
		this.#setTimer(duration, timerClass, undefined);
		return operation.park();
	}

	/**
	 * Parks the running process in a queue, for a span of virtual time at most. Then it leaves the
	 * queue, and its `yield*` gives `late`.
	 */
	waitAtMost(
		queue: WaitQueue,
		duration: Nanoseconds,
		timerClass: TimerClass,
		late: unknown
	): Operation<unknown> {
		const operation = this.wait(queue);
		this.#setTimer(duration, timerClass, late);
		this.current.hasDeadline = true;
		return operation;
	}

	/** Ends a process that waits: it leaves its queue, its timer is canceled, it never goes on. */
	stop(process: RunningProcess): void {
		process.queue?.remove(process);
		this.#end(process);
	}

	/**
	 * Runs until every event at or before `until` has happened, or `limit` events have.
	 * @returns true if nothing is left to do up to `until`.
	 */
	advance(until: Nanoseconds, limit = Infinity): boolean {
		this.settle();
		let left = limit;
		for (;;) {
			const time = this.timers.nextTime;
			if (time > until || time === Infinity) return true;
			if (left-- <= 0) return false;
			this.#fireNext(time);
		}
	}

	/** Runs everything that is ready now, without moving time. */
	settle(): void {
		let resumes = 0;
		while (this.#ready.length > 0) {
			if (++resumes > RESUMES_PER_EVENT) {
				throw new ProcessError(`an endless loop at ${this.now} ns`);
			}
			this.#resume(this.#ready.shift());
		}
	}

	/** Who waits for what, one line each: the report to read when nothing moves any more. */
	describeWaits(): readonly string[] {
		const lines: string[] = [];
		for (const process of this.#processes) {
			if (process.waitsFor !== '') lines.push(`${process.name} waits: ${process.waitsFor}`);
		}
		return lines;
	}

	#fireNext(time: Nanoseconds): void {
		if (time < this.now) throw new ProcessError(`time went back to ${time} ns`);
		this.now = time;
		this.events++;
		this.timers.shift().fire();
		this.settle();
		this.onsettled?.();
	}

	#resume(process: RunningProcess): void {
		if (process.hasEnded) return;
		this.#current = process;
		at(0);
		const step = process.body.next();
		this.#current = null;
		if (process.operation.isPending) throw this.#missingYield(process);
		if (step.done === true) this.#end(process);
		else {
			process.line = lastLine();
			process.since = this.now;
		}
	}

	#setTimer(duration: Nanoseconds, timerClass: TimerClass, late: unknown): void {
		const process = this.current;
		if (process.timer < 0) process.timer = this.timers.register(new Sleeper(this, process));
		process.late = late;
		this.timers.set(process.timer, this.now + duration, timerClass);
	}

	#end(process: RunningProcess): void {
		process.hasEnded = true;
		process.waitsFor = '';
		if (process.timer >= 0) this.timers.release(process.timer);
		this.#processes.delete(process);
	}

	#missingYield(process: RunningProcess): ProcessError {
		return new ProcessError(`${process.name} uses a primitive without yield*`);
	}
}

/** Wakes a process when its sleep is over, or when it has waited long enough. */
class Sleeper implements TimerOwner {
	readonly #simulation: Simulation;
	readonly #process: RunningProcess;

	constructor(simulation: Simulation, process: RunningProcess) {
		this.#simulation = simulation;
		this.#process = process;
	}

	fire(): void {
		const process = this.#process;
		process.queue?.remove(process);
		this.#simulation.wake(process, process.late);
	}
}
