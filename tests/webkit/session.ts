/** How long one command may take, in milliseconds: it ends only what hangs. */
const PATIENCE = 60_000;

/** What a driver answers, https://www.w3.org/TR/webdriver2/#protocol. */
interface Answer {
	readonly value: unknown;
}

/** A browser window that a driver holds, over the plain HTTP of W3C WebDriver. */
export class Session {
	readonly #address: string;

	private constructor(address: string) {
		this.#address = address;
	}

	/**
	 * Has the driver at that address start its browser.
	 * @throws {Error} if it does not.
	 */
	static async open(driver: string): Promise<Session> {
		const capabilities = { capabilities: { alwaysMatch: {} } };
		const value = await command('POST', `${driver}/session`, capabilities);
		const { sessionId } = value as { readonly sessionId: string };
		return new Session(`${driver}/session/${sessionId}`);
	}

	/** Goes to an address and waits until it has loaded. */
	async goTo(url: string): Promise<void> {
		await command('POST', `${this.#address}/url`, { url });
	}

	/** Calls a function on the page. It must not use anything from around it. */
	async evaluate<Result>(call: () => Result): Promise<Result> {
		const script = `return (${call})();`;
		return (await command('POST', `${this.#address}/execute/sync`, { script, args: [] })) as Result;
	}

	/** Focuses the first element of a CSS selector and presses keys on it. */
	async type(selector: string, text: string): Promise<void> {
		const query = { using: 'css selector', value: selector };
		const reference = await command('POST', `${this.#address}/element`, query);
		// A reference is an object with one field, whose name is the same for all elements.
		const [element] = Object.values(reference as Record<string, string>);
		await command('POST', `${this.#address}/element/${element}/value`, { text });
	}

	/** Ends the browser. */
	async close(): Promise<void> {
		await command('DELETE', this.#address);
	}
}

/** @throws {Error} if the driver refuses the command, with its reason. */
async function command(method: string, url: string, body?: object): Promise<unknown> {
	const response = await fetch(url, {
		method,
		signal: AbortSignal.timeout(PATIENCE),
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	const { value } = (await response.json()) as Answer;
	if (response.ok) return value;
	const { error, message } = value as { readonly error: string; readonly message: string };
	throw new Error(`${error}: ${message}`);
}
