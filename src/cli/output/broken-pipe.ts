/** Whether a write failed because nobody reads the pipe any more, as `head` when it has enough. */
export function isBrokenPipe(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
