/** What is thrown into a process that is interrupted. One that does not catch it has ended. */
export class Interruption extends Error {
	override readonly name = 'Interruption';
}
