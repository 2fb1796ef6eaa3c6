/** An input that is no list of scenarios, or a command that makes no sense. The message is one line. */
export class InputError extends Error {
	override readonly name = 'InputError';
}
