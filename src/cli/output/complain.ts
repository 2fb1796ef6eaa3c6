/** Longer complaints are cut: what they quote may be of any length. */
const LONGEST_COMPLAINT = 1000;

/** Tells on standard error what went wrong and why, on one line and without a stack. */
export function complain(error: unknown): void {
	// Where nobody hears it, the exit status still tells.
	process.stderr.on('error', () => {});
	process.stderr.write(`${oneLine(reasonOf(error))}\n`);
}

/** What went wrong and, behind colons, because of what. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { message, cause } = error;
	return cause === undefined ? message : `${message}: ${reasonOf(cause)}`;
}

/** The text as one line that a terminal shows as it is. */
function oneLine(text: string): string {
	const plain = text.replace(/\p{Cc}/gu, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
	return plain.length > LONGEST_COMPLAINT ? `${plain.slice(0, LONGEST_COMPLAINT)}…` : plain;
}
