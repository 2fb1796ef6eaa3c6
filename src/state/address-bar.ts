/** How long the address waits for the next change, in milliseconds. */
const PATIENCE = 300;

/**
 * Keeps the address of the page at the latest query, without a history entry and without a flood of
 * calls. Where the host forbids it, the page works on without.
 */
export class AddressBar {
	#timer: ReturnType<typeof setTimeout> | undefined;

	show(query: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			try {
				history.replaceState(null, '', query);
			} catch {
				// Some embeds forbid it; the link button still has the address.
			}
		}, PATIENCE);
	}
}
