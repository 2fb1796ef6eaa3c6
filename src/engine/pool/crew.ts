import type { EngineWorker } from '../connection/connection';
import { MainThreadRunner } from './main-thread-runner';
import { Member } from './member';
import { RunnerLink } from './runner-link';

/** So many Web Workers in a row may fail to start; then the page's own thread has to do. */
const STARTS = 3;

/** Web Workers that have nothing to do are kept for so many milliseconds. */
const KEPT = 10_000;

/** The members of a pool: hired when there is work, and dismissed when there has been none. */
export class Crew {
	readonly #start: () => EngineWorker;
	readonly #members = new Set<Member>();
	/** Since a Web Worker was last heard of. */
	#failedStarts = 0;
	#dismissal: ReturnType<typeof setTimeout> | undefined;

	/** @param start starts a Web Worker with a runner in it; throws where none can be had */
	constructor(start: () => EngineWorker) {
		this.#start = start;
	}

	/** All members, those hired first before the others. */
	get members(): readonly Member[] {
		return [...this.#members];
	}

	/** Whether a member has not been buried. */
	has(member: Member): boolean {
		return this.#members.has(member);
	}

	/** One more member; null where none can be had, or would be of no use. */
	hire(): Member | null {
		while (this.#failedStarts < STARTS) {
			try {
				return this.#add(new Member(new RunnerLink(this.#start()), false));
			} catch {
				this.#failedStarts++;
			}
		}
		// Two runners in one thread are no faster than one, and slower than any in a Web Worker.
		return this.#members.size > 0 ? null : this.#add(new Member(new MainThreadRunner(), true));
	}

	/** Something was heard of a member: if it is in a Web Worker, they do start. */
	noteLife({ isMainThread }: Member): void {
		if (!isMainThread) this.#failedStarts = 0;
	}

	/** A Web Worker ended before anything was heard of it. */
	noteFailedStart(): void {
		this.#failedStarts++;
	}

	/** Ends a member, if that has not been done. */
	bury(member: Member): void {
		if (this.#members.delete(member)) member.runner.dispose();
	}

	/** There is work. */
	keep(): void {
		clearTimeout(this.#dismissal);
	}

	/** There is no work. When there is some again, Web Workers are tried again too. */
	rest(): void {
		this.keep();
		this.#failedStarts = 0;
		for (const member of this.members) if (member.isMainThread) this.bury(member);
		this.#dismissal = setTimeout(() => {
			for (const member of this.members) this.bury(member);
		}, KEPT);
	}

	#add(member: Member): Member {
		this.#members.add(member);
		return member;
	}
}
