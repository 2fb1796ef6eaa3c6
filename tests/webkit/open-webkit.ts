import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { ProcessGroup } from '../setup/processes/process-group.mjs';
import { Session } from './session';
import { until } from './until';

/** The file descriptor on which the screen says its number. */
const NUMBER_PIPE = 3;

/** A window of WebKit on a screen of its own. */
export interface WebKit {
	readonly session: Session;
	/** Ends the window, its driver and its screen. */
	close(): Promise<void>;
}

/**
 * Opens a window of WebKit.
 * @throws {Error} if it does not start; then nothing is left running.
 */
export async function openWebKit(): Promise<WebKit> {
	const groups: ProcessGroup[] = [];
	const endAll = async () => {
		for (const group of groups.reverse()) await group.end();
	};
	try {
		const screen = new ProcessGroup(
			'Xvfb',
			['-displayfd', String(NUMBER_PIPE), '-nolisten', 'tcp', '-screen', '0', '1440x900x24'],
			{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
		);
		groups.push(screen);
		const env = { ...process.env, DISPLAY: `:${await numberOf(screen)}` };
		const port = await freePort();
		const driver = new ProcessGroup('WebKitWebDriver', [`--port=${port}`], {
			stdio: 'ignore',
			env
		});
		groups.push(driver);
		const address = `http://127.0.0.1:${port}`;
		await until('the driver of WebKit', () => answers(driver, `${address}/status`));
		const session = await Session.open(address);
		const close = async () => {
			await session.close().finally(endAll);
		};
		return { session, close };
	} catch (error) {
		await endAll();
		throw error;
	}
}

/** The number of a screen, which it chooses itself and says in a line of its own. */
async function numberOf(screen: ProcessGroup): Promise<string> {
	const pipe = screen.child.stdio[NUMBER_PIPE];
	let said = '';
	if (pipe instanceof Readable) {
		for await (const piece of pipe) {
			said += piece;
			// A screen that cannot say its whole line ends itself.
			if (said.endsWith('\n')) return said.trim();
		}
	}
	throw new Error('Xvfb ended before it had a screen');
}

/** True when the driver answers, null as long as it does not. */
async function answers(driver: ProcessGroup, url: string): Promise<true | null> {
	if (driver.hasExited) throw new Error('WebKitWebDriver ended before it answered');
	try {
		const { ok } = await fetch(url);
		return ok ? true : null;
	} catch {
		return null;
	}
}

/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('no port is free');
	return address.port;
}
