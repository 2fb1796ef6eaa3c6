import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entry } from '../../setup/journal/note.mjs';
import type { Suite } from '../../setup/suites/run-suite.mjs';

const puppet = resolve(import.meta.dirname, 'puppet.mjs');

/** Where puppets report, each over a line of its own. A line breaks when its process is gone. */
export class Stage {
	readonly #server: Server;
	readonly #port: number;
	readonly #puppets = new Map<string, Puppet>();
	readonly #entries = new EventEmitter();

	/** Opens a stage on a port that is free. */
	static async open(): Promise<Stage> {
		const server = createServer();
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no port is free');
		return new Stage(server, address.port);
	}

	private constructor(server: Server, port: number) {
		this.#server = server;
		this.#port = port;
		server.on('connection', (socket) => void this.#welcome(socket));
	}

	/** A suite that is a puppet of this name. */
	suite(name: string, more: Partial<Suite> = {}): Suite {
		const command = [process.execPath, puppet, String(this.#port), name] as const;
		return { name, command, notesTests: true, ...more };
	}

	/** Waits for the puppet of this name. */
	async enter(name: string): Promise<Puppet> {
		const puppet = this.#puppets.get(name);
		if (puppet !== undefined) return puppet;
		const [entered] = await once(this.#entries, name);
		return entered;
	}

	close(): void {
		this.#server.close();
	}

	async #welcome(socket: Socket): Promise<void> {
		const answers = createInterface(socket)[Symbol.asyncIterator]();
		const { value: name } = await answers.next();
		const puppet = new Puppet(socket, answers);
		this.#puppets.set(name, puppet);
		this.#entries.emit(name, puppet);
	}
}

/** A process that does what it is told. */
export class Puppet {
	readonly #socket: Socket;
	readonly #answers: AsyncIterator<string>;
	/** Comes when the process is gone. */
	readonly gone: Promise<unknown>;

	constructor(socket: Socket, answers: AsyncIterator<string>) {
		this.#socket = socket;
		this.#answers = answers;
		// A killed process does not say good-bye.
		socket.on('error', () => {});
		this.gone = new Promise((resolve) => socket.once('close', resolve));
	}

	/** Has it do something, and waits until it is done. */
	async does(act: string): Promise<void> {
		this.begins(act);
		await this.#answers.next();
	}

	/** Has it do something from which it does not come back. */
	begins(act: string): void {
		this.#socket.write(`${act}\n`);
	}

	async notes(state: Entry['state'], name: string): Promise<void> {
		await this.does(`note ${JSON.stringify({ id: name, name, state })}`);
	}
}
