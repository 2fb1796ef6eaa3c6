/** How long to wait for anything, in milliseconds: enough for a busy machine. */
const PATIENCE = 120_000;

/** How long to wait before asking again, in milliseconds. */
const PAUSE = 50;

/**
 * Asks again and again until there is an answer.
 * @param what is awaited, for the error
 * @param ask returns null as long as there is no answer
 * @throws {Error} if there is none in two minutes.
 */
export async function until<Answer>(
	what: string,
	ask: () => Promise<Answer | null>
): Promise<Answer> {
	const deadline = performance.now() + PATIENCE;
	for (;;) {
		const answer = await ask();
		if (answer !== null) return answer;
		if (performance.now() > deadline) throw new Error(`${what} did not come in two minutes`);
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}
