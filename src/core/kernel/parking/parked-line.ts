/** Line of the `yield*` that was evaluated last; 0 when none was since the last reset. */
let line = 0;

/**
 * Records the line of the `yield*` that the running process is about to evaluate. The build puts
 * the calls into the strategies' code, so that each process can be shown on the line where it waits.
 */
export function at(number: number): void {
	line = number;
}

/** The line that was recorded last; 0 for code without marks. */
export function lastLine(): number {
	return line;
}
