/** How long the address waits for the next change, in milliseconds. */
const PATIENCE = 300;

/**
 * Keeps the address of the page at the latest query, without a flood of calls. Where the host
 * forbids it, the page works on without.
 */
export class AddressBar {
	#timer: ReturnType<typeof setTimeout> | undefined;

	show(query: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#write('replaceState', query), PATIENCE);
	}

	/**
	 * Makes a history entry before something else is shown, so that the browser's way back leads to
	 * what is shown now, however long the other takes to come.
	 */
	leaveBehind(query: string): void {
		clearTimeout(this.#timer);
		this.#write('replaceState', query);
		this.#write('pushState', query);
	}

	#write(how: 'replaceState' | 'pushState', query: string): void {
		try {
			history[how](null, '', query);
		} catch {
			// Some embeds forbid it; the link button still has the address.
		}
	}
}
