import { at, lastLine } from './parking/parked-line';
import type { Parking } from './parking/parking';
import { Interruption } from './processes/interruption';
import type { Operation, Process } from './processes/operation';
import { ProcessList } from './processes/process-list';
import { RunningProcess } from './processes/running-process';
import type { WaitQueue } from './processes/wait-queue';
import type { Waiter } from './processes/waiter';
import { Ring } from './ring';
import type { Nanoseconds } from './time';
import { TIMER_CLASS, type TimerClass, Timers } from './timers';

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
	/** Where processes are parked, for pictures; null when nobody looks. */
	readonly parking: Parking | null;

	readonly #ready = new Ring<RunningProcess>();
	readonly #processes = new ProcessList();
	/** Ended processes that nobody keeps. */
	readonly #spare: RunningProcess[] = [];
	#current: RunningProcess | null = null;

	constructor(parking: Parking | null = null) {
		this.parking = parking;
	}

	/** Starts a process; it runs when everything that is ready has run. */
	spawn(body: Process, name: string, role = -1): RunningProcess {
		const process = new RunningProcess(this);
		this.#start(process, body, name, role);
		return process;
	}

	/**
	 * Starts a process that nobody keeps, as Go's `go` does. When it has ended, what the kernel knew
	 * about it serves another: so many short tasks leave no garbage behind.
	 */
	go(body: Process, name: string, role = -1): void {
		const process = this.#spare.pop() ?? new RunningProcess(this);
		process.isKept = false;
		this.#start(process, body, name, role);
	}

	/** Every process that has not ended, in the order of their start. */
	get processes(): Iterable<RunningProcess> {
		return this.#processes;
	}

	/**
	 * The operation of the process that is running, for a primitive to answer with. A primitive
	 * calls it before it does anything else.
	 * @throws {ProcessError} if no process runs, or if it forgot a `yield*` before.
	 * @throws {Interruption} if the process was interrupted while it did not wait.
	 */
	begin(): Operation<unknown> {
		const process = this.current;
		const { operation, interruption } = process;
		if (operation.isPending) throw this.#missingYield(process);
		if (interruption !== null) {
			process.interruption = null;
			throw interruption;
		}
		return operation;
	}

	/**
	 * The process that is running.
	 * @throws {ProcessError} if none is.
	 */
	get current(): RunningProcess {
		if (this.#current === null) throw new ProcessError('a primitive outside a process');
		return this.#current;
	}

	/** Parks the running process in a queue. */
	wait(queue: WaitQueue): Operation<unknown> {
		const operation = this.begin();
		queue.push(this.current);
		return operation.park();
	}

	/** Lets a parked process go on; its `yield*` gives the value, or the choice of its select. */
	wake(waiter: Waiter, value: unknown): void {
		const { process } = waiter;
		if (process.hasOtherEnd) this.#leave(process);
		process.operation.resolve(waiter.answer(value));
		process.waitsFor = '';
		this.#ready.push(process);
	}

	/** Resumes a process whose timer is due. Nothing else is ready then, so it need not queue. */
	goOn(process: RunningProcess): void {
		if (process.hasOtherEnd) this.#leave(process);
		process.waitsFor = '';
		this.#resume(process);
	}

	/** Lets a parked process go on with an error, which is thrown at its `yield*`. */
	fail(waiter: Waiter, error: Error): void {
		waiter.process.failure = error;
		this.wake(waiter, undefined);
	}

	/**
	 * Throws an error into a process at its `yield*`, so that its `finally` runs. A process that waits
	 * in queues or for a time leaves them at once. Any other keeps what it was given, and the error
	 * meets it at its next wait, even if it need not wait there.
	 */
	interrupt(process: RunningProcess, error: Interruption): void {
		const { queue, cases, timer } = process;
		const sleeps = timer >= 0 && this.timers.timeOf(timer) < Infinity;
		if (queue === null && cases === null && !sleeps) process.interruption = error;
		else {
			this.#leave(process);
			this.fail(process, error);
		}
	}

	/** Parks the running process for a span of virtual time. */
	sleep(duration: Nanoseconds, timerClass: TimerClass = TIMER_CLASS.completion): Operation<void> {
		const operation = this.begin() as Operation<void>;
		const process = this.current;
		process.waitsFor = 'sleep';
		this.#setTimer(process, duration, timerClass);
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
		const process = this.current;
		process.hasOtherEnd = true;
		this.#setTimer(process, duration, timerClass);
		// Whoever serves the process in time puts another value in its stead.
		operation.resolve(late);
		return operation;
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
				throw new ProcessError(`endless loop at ${this.now} ns`);
			}
			this.#resume(this.#ready.shift());
		}
	}

	#start(process: RunningProcess, body: Process, name: string, role: number): void {
		process.begin(body, name, role);
		this.#processes.add(process);
		this.#ready.push(process);
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
		this.#current = process;
		this.parking?.leave(process);
		at(0);
		const isDone = this.#step(process);
		this.#current = null;
		if (process.operation.isPending) throw this.#missingYield(process);
		if (isDone) this.#end(process);
		else {
			process.line = lastLine();
			process.since = this.now;
			this.parking?.enter(process);
		}
	}

	/** Runs a process up to its next wait, and says whether it has ended. */
	#step(process: RunningProcess): boolean {
		const { body, failure } = process;
		try {
			if (failure === null) return process.next.call(body).done === true;
			process.failure = null;
			// The error surfaces at the `yield*` of a generator; a body that knows no errors fails with it.
			if (body.throw === undefined) throw failure;
			return body.throw(failure).done === true;
		} catch (error) {
			if (error instanceof Interruption) return true;
			throw error;
		}
	}

	/** Takes a process out of everything that it waits in, and cancels its timer. */
	#leave(process: RunningProcess): void {
		const { cases } = process;
		process.cases = null;
		process.hasOtherEnd = false;
		if (process.timer >= 0) this.timers.cancel(process.timer);
		process.queue?.abandon(process);
		for (const one of cases ?? []) one.queue?.abandon(one);
	}

	#setTimer(process: RunningProcess, duration: Nanoseconds, timerClass: TimerClass): void {
		if (process.timer < 0) process.timer = this.timers.register(process);
		this.timers.set(process.timer, this.now + duration, timerClass);
	}

	#end(process: RunningProcess): void {
		process.hasEnded = true;
		process.waitsFor = '';
		this.#processes.remove(process);
		if (!process.isKept) {
			this.#spare.push(process);
			return;
		}
		if (process.timer >= 0) this.timers.release(process.timer);
		process.timer = -1;
	}

	#missingYield(process: RunningProcess): ProcessError {
		return new ProcessError(`${process.name} uses a primitive without yield*`);
	}
}
