// A process that does what it is told, line by line, and answers when it is done:
//   node puppet.mjs <port> <name> [<deaf to signals>]
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { note } from '../../setup/journal/note.mjs';

const [port = '', name = '', deaf = ''] = process.argv.slice(2);

/** @type {Record<string, (text: string) => void>} */
const ACTS = {
	note: (entry) => note(JSON.parse(entry)),
	print: (text) => console.error(text),
	// In a process group of its own, as Playwright starts its browsers.
	start: (other) => {
		const args = [import.meta.filename, port, other, 'deaf'];
		spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
	},
	exit: (status) => process.exit(Number(status)),
	loop: () => {
		for (;;);
	}
};

if (deaf !== '') for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
const line = connect(Number(port), '127.0.0.1');
line.write(`${name}\n`);
for await (const command of createInterface(line)) {
	const [act = '', ...rest] = command.split(' ');
	ACTS[act]?.(rest.join(' '));
	line.write('done\n');
}
