import type { Session } from './session';
import { until } from './until';

/** What can be seen of the lab from outside at one moment. */
export interface Sight {
	/** True once the first picture has been drawn. */
	readonly isReady: boolean;
	/** The virtual time that is drawn, in nanoseconds; null before the first picture. */
	readonly time: number | null;
	/** The digest of the events up to that time; empty before the first picture. */
	readonly digest: string;
	/** Sentences to the reader, for example about an error. */
	readonly notices: readonly string[];
	/** What `watch.js` has noted. */
	readonly complaints: readonly string[];
}

const FIGURE = 'figure[data-time]';

/** What the End key is called in WebDriver. */
const END_KEY = '\uE010';

/** The lab in a session, moved by its own keys. */
export class Lab {
	readonly #session: Session;

	constructor(session: Session) {
		this.#session = session;
	}

	/**
	 * Opens the lab and waits for its first picture.
	 * @throws {Error} if it does not come.
	 */
	async open(address: string): Promise<void> {
		// WebKit's driver takes a new query of the old page for the arrival of the new page, so the old
		// one must not look ready.
		await this.#session.evaluate(() => document.documentElement.removeAttribute('data-ready'));
		await this.#session.goTo(address);
		await until('the first picture', async () => ((await this.look()).isReady ? true : null));
	}

	/** Presses End on the figure. The run is there a while later. */
	async goToEnd(): Promise<void> {
		await this.#session.type(FIGURE, END_KEY);
	}

	look(): Promise<Sight> {
		// The function is sent to the page, where no constant of this file is known.
		return this.#session.evaluate(() => {
			const figure = document.querySelector<HTMLElement>('figure[data-time]');
			const stage = document.querySelector<HTMLElement>('[data-digest]');
			const notices = document.querySelectorAll('[aria-label="Notices"] li > span');
			return {
				isReady: document.documentElement.dataset['ready'] !== undefined,
				time: figure === null ? null : Number(figure.dataset['time']),
				digest: stage?.dataset['digest'] ?? '',
				notices: Array.from(notices, (notice) => notice.textContent ?? ''),
				complaints: Reflect.get(globalThis, 'complaints')
			};
		});
	}
}
