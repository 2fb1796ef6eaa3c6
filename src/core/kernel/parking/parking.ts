import type { RunningProcess } from '../processes/running-process';
import type { Nanoseconds } from '../time';

/** The processes of one role that are parked on one line of the listing. */
export class ParkedRow {
	readonly role: number;
	readonly line: number;
	/** How many there are. */
	length = 0;
	#first: RunningProcess | null = null;
	#last: RunningProcess | null = null;

	constructor(role: number, line: number) {
		this.role = role;
		this.line = line;
	}

	/** Since when the one is parked that has been there longest; NaN while there is none. */
	get since(): Nanoseconds {
		return this.#first?.since ?? Number.NaN;
	}

	push(process: RunningProcess): void {
		process.row = this;
		process.parkedBefore = this.#last;
		if (this.#last === null) this.#first = process;
		else this.#last.parkedBehind = process;
		this.#last = process;
		this.length++;
	}

	remove(process: RunningProcess): void {
		const { parkedBefore, parkedBehind } = process;
		if (parkedBefore === null) this.#first = parkedBehind;
		else parkedBefore.parkedBehind = parkedBehind;
		if (parkedBehind === null) this.#last = parkedBefore;
		else parkedBehind.parkedBefore = parkedBefore;
		process.row = null;
		process.parkedBefore = null;
		process.parkedBehind = null;
		this.length--;
	}
}

/**
 * Where processes are parked, for pictures: how many on each line, and since when. Kept while the
 * run goes on, row by row through the processes themselves, so that a picture asks as many rows as
 * it shows, however many processes there are. Only processes with a role and a line count.
 */
export class Parking {
	/** The rows that were ever used; a strategy has a handful of lines. */
	readonly rows: ParkedRow[] = [];

	/** The process has parked where its `line` says. */
	enter(process: RunningProcess): void {
		const { role, line } = process;
		if (role < 0 || line === 0) return;
		this.#rowOf(role, line).push(process);
	}

	/** The process goes on, if it was parked. */
	leave(process: RunningProcess): void {
		process.row?.remove(process);
	}

	#rowOf(role: number, line: number): ParkedRow {
		const { rows } = this;
		// So few that looking through them takes no longer than a table would.
		for (let index = 0; index < rows.length; index++) {
			// The index stays below the length.
			const row = rows[index] as ParkedRow;
			if (row.line === line && row.role === role) return row;
		}
		const row = new ParkedRow(role, line);
		rows.push(row);
		return row;
	}
}
