import { LINE, LINE_SLOTS, MESSAGES, QUEUE, TASK_PERMITS, TASKS } from './workloads';

/** What is used here of simjs 2.0.3, which has no types. */
interface Request {
	done(callback: () => void): Request;
}
interface Entity {
	setTimer(duration: number): Request;
	useFacility(facility: object, duration: number): Request;
	putBuffer(buffer: object, amount: number): Request;
	getBuffer(buffer: object, amount: number): Request;
	time(): number;
}
interface SimJs {
	Sim: new () => { addEntity(kind: object): void; simulate(end: number): void };
	Entity: new () => Entity;
	Facility: new (name: string) => object;
	Buffer: new (name: string, capacity: number, initial?: number) => object;
}

/** Loads simjs, which puts itself on the window of a browser and nowhere else. */
export async function loadPeer(): Promise<SimJs> {
	const window: { Sim?: SimJs } = {};
	Object.assign(globalThis, { window });
	await import('simjs');
	Reflect.deleteProperty(globalThis, 'window');
	// simjs has set it while it was loaded.
	return window.Sim as SimJs;
}

/** M/M/1 in simjs. Returns when the last message is done. */
export function queueOnPeer({ Sim, Entity, Facility }: SimJs): number {
	let end = 0;
	const server = new Facility('server');
	class Source extends Entity {
		start() {
			this.offer(0);
		}
		offer(message: number) {
			if (message === MESSAGES) return;
			this.setTimer(QUEUE.gap(message)).done(() => {
				this.useFacility(server, QUEUE.service(message)).done(() => {
					end = this.time();
				});
				this.offer(message + 1);
			});
		}
	}
	const simulation = new Sim();
	simulation.addEntity(Source);
	simulation.simulate(Number.MAX_SAFE_INTEGER);
	return end;
}

/** The blocking line in simjs. Returns when the last message is done. */
export function lineOnPeer({ Sim, Entity, Buffer }: SimJs): number {
	let end = 0;
	const buffer = new Buffer('line', LINE_SLOTS);
	class Producer extends Entity {
		start() {
			this.make(0);
		}
		make(message: number) {
			if (message === MESSAGES) return;
			this.setTimer(LINE.gap(message)).done(() => {
				this.putBuffer(buffer, 1).done(() => this.make(message + 1));
			});
		}
	}
	class Consumer extends Entity {
		start() {
			this.serve(0);
		}
		serve(message: number) {
			this.getBuffer(buffer, 1).done(() => {
				this.setTimer(LINE.service(message)).done(() => {
					end = this.time();
					this.serve(message + 1);
				});
			});
		}
	}
	const simulation = new Sim();
	simulation.addEntity(Producer);
	simulation.addEntity(Consumer);
	simulation.simulate(Number.MAX_SAFE_INTEGER);
	return end;
}

/**
 * The tasks in simjs, which has no semaphore: a buffer full of permits, from which each task takes
 * one and puts it back. Returns when the last task is done.
 */
export function tasksOnPeer({ Sim, Entity, Buffer }: SimJs): number {
	let end = 0;
	const permits = new Buffer('permits', TASK_PERMITS, TASK_PERMITS);
	class Source extends Entity {
		start() {
			this.offer(0);
		}
		offer(message: number) {
			if (message === MESSAGES) return;
			this.setTimer(TASKS.gap(message)).done(() => {
				this.work(message);
				this.offer(message + 1);
			});
		}
		work(message: number) {
			this.getBuffer(permits, 1).done(() => {
				this.setTimer(TASKS.service(message)).done(() => {
					end = this.time();
					this.putBuffer(permits, 1);
				});
			});
		}
	}
	const simulation = new Sim();
	simulation.addEntity(Source);
	simulation.simulate(Number.MAX_SAFE_INTEGER);
	return end;
}
