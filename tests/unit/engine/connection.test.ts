import * as Comlink from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type EngineWorker, WorkerConnection } from '../../../src/engine/connection/connection';
import {
	EngineAbsentError,
	EngineDiedError,
	EngineFaultError
} from '../../../src/engine/connection/failures';

/** More ticks than anybody is waited for. */
const MANY = 100;

/** A Web Worker of the tests, and the hand that moves the page's timer. */
function worker() {
	const { port1, port2 } = new MessageChannel();
	const waiting: (() => void)[] = [];
	Comlink.expose(
		{
			rest: () => true,
			close: () => new Promise<void>((resolve) => waiting.push(resolve)),
			history: () => {
				throw new Error('a bug');
			}
		},
		port2 as unknown as Comlink.Endpoint
	);
	const terminate = vi.fn(() => {
		port1.close();
		port2.close();
	});
	const fake = Object.assign(port1, { onerror: null, terminate }) as unknown as EngineWorker;
	let onTick: () => void = () => {};
	const connection = new WorkerConnection(fake, (tick) => {
		onTick = tick;
		return () => {
			onTick = () => {};
		};
	});
	ended.push(() => connection.dispose());
	return {
		connection,
		terminate,
		waiting,
		tick: (times: number) => {
			for (let n = 0; n < times; n++) onTick();
		},
		says: () => port2.postMessage(null),
		errs: (message: string) => fake.onerror?.({ message, preventDefault() {} } as ErrorEvent)
	};
}

const ended: (() => void)[] = [];

afterEach(() => {
	for (const end of ended.splice(0)) end();
});

/** What a question came to, for whoever looks at it later. */
function outcome<T>(question: Promise<T>): Promise<T | Error> {
	return question.catch((error: Error) => error);
}

async function alive() {
	const all = worker();
	await all.connection.ask((engine) => engine.rest(1, 0, 0));
	return all;
}

/** Lets messages arrive. */
function arrival(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}

describe('an engine that does not answer', () => {
	test('is waited for as long as it has not shown a sign of life', async () => {
		const { connection, tick, says, waiting } = worker();
		const answer = outcome(connection.ask((engine) => engine.close(1)));
		tick(MANY);
		says();
		await arrival();
		waiting[0]?.();
		expect(await answer).toBeUndefined();
	});

	test('is dead when it has been alive and owes an answer for many ticks', async () => {
		const { connection, tick } = await alive();
		const answer = outcome(connection.ask((engine) => engine.close(1)));
		tick(5);
		await arrival();
		tick(MANY);
		expect(await answer).toMatchObject({ name: 'EngineDiedError', isCulprit: true });
	});

	// After a pause of the machine, or in a hidden tab, the page's timer has ticked once and not often.
	test('is not dead because a clock on the wall has gone on', async () => {
		vi.useFakeTimers({ toFake: ['Date', 'performance'] });
		try {
			const { connection, tick, waiting } = await alive();
			const answer = outcome(connection.ask((engine) => engine.close(1)));
			await arrival();
			vi.setSystemTime(Date.now() + 3_600_000);
			tick(1);
			waiting[0]?.();
			expect(await answer).toBeUndefined();
		} finally {
			vi.useRealTimers();
		}
	});

	test('died at the oldest question; those behind it are innocent', async () => {
		const { connection, tick } = await alive();
		const first = outcome(connection.ask((engine) => engine.close(1)));
		const second = outcome(connection.ask((engine) => engine.close(2)));
		tick(MANY);
		expect(await first).toMatchObject({ isCulprit: true });
		expect(await second).toMatchObject({ name: 'EngineDiedError', isCulprit: false });
	});

	test('may take all the time of the network to fetch something', async () => {
		const { connection, tick, waiting } = await alive();
		const answer = outcome(connection.askPatiently((engine) => engine.close(1)));
		await arrival();
		tick(MANY);
		waiting[0]?.();
		expect(await answer).toBeUndefined();
	});

	test('has each question on its own: an answer begins the patience anew', async () => {
		const { connection, tick } = await alive();
		for (let n = 0; n < MANY; n++) {
			const answer = connection.ask((engine) => engine.rest(1, 0, 0));
			tick(8);
			expect(await answer).toBe(true);
		}
	});
});

describe('an engine that errs', () => {
	test('before it ever spoke was never there', async () => {
		const { connection, errs } = worker();
		const answer = outcome(connection.ask((engine) => engine.rest(1, 0, 0)));
		errs('blocked by a policy');
		expect(await answer).toBeInstanceOf(EngineAbsentError);
		expect(await answer).toMatchObject({ message: 'blocked by a policy' });
	});

	test('after it spoke has died, and every later question says so', async () => {
		const { connection, errs } = await alive();
		errs('out of luck');
		for (let n = 0; n < 2; n++) {
			expect(await outcome(connection.ask((engine) => engine.rest(1, 0, 0)))).toBeInstanceOf(
				EngineDiedError
			);
		}
	});

	test('in an answer has a bug and lives', async () => {
		const { connection } = await alive();
		const answer = await outcome(connection.ask((engine) => engine.history(1, 0)));
		expect(answer).toBeInstanceOf(EngineFaultError);
		expect(answer).toMatchObject({ message: 'a bug' });
		expect(await connection.ask((engine) => engine.rest(1, 0, 0))).toBe(true);
	});
});

test('an engine that is ended answers what it still owes with an end, once', async () => {
	const { connection, terminate } = await alive();
	const answer = outcome(connection.ask((engine) => engine.close(1)));
	connection.dispose();
	connection.dispose();
	expect(await answer).toMatchObject({ name: 'EngineDiedError', isCulprit: false });
	expect(terminate).toHaveBeenCalledOnce();
});
