/** A seed that nobody chose. The run shows it, so chance stays on the page and out of the core. */
export function newSeed(): number {
	const [seed = 1] = crypto.getRandomValues(new Uint32Array(1));
	return seed;
}
