/**
 * The players of a page. Keys that work anywhere on the page go to the one that was used last, or to
 * the first: they belong to a player, not to the window.
 */
class Players {
	#inCharge: object | null = null;
	readonly #all = new Set<object>();

	/** A player comes onto the page; the returned function takes it off again. */
	join(player: object): () => void {
		this.#all.add(player);
		return () => {
			this.#all.delete(player);
			if (this.#inCharge === player) this.#inCharge = null;
		};
	}

	/** Somebody works with this player. */
	use(player: object): void {
		this.#inCharge = player;
	}

	isInCharge(player: object): boolean {
		const [first] = this.#all;
		return (this.#inCharge ?? first) === player;
	}
}

export const PLAYERS = new Players();
