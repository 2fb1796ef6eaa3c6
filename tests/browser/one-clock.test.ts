import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Scenario } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import {
	type Connection,
	type Question,
	WorkerConnection
} from '../../src/engine/connection/connection';
import { startWorker } from '../../src/engine/connection/start-worker';
import { Conversation } from '../../src/state/host/conversation';
import { EngineHost } from '../../src/state/host/engine-host';
import { screenClock } from '../../src/state/player/frame-clock';
import { Playback } from '../../src/state/player/playback.svelte';
import { PlayedRun } from '../../src/state/player/played-run.svelte';
import Board from './fixtures/Board.svelte';
import '../../src/design/base.css';
import '../../src/design/tokens.css';

/** An engine in a Web Worker that lets each question wait for some frames of the screen. */
class SlowConnection implements Connection {
	readonly #connection = new WorkerConnection(startWorker());
	readonly #frames: number;

	constructor(frames: number) {
		this.#frames = frames;
	}

	async ask<T>(question: Question<T>): Promise<T> {
		for (let n = 0; n < this.#frames; n++) await screenClock();
		return this.#connection.ask(question);
	}

	askPatiently<T>(question: Question<T>): Promise<T> {
		return this.#connection.askPatiently(question);
	}

	dispose(): void {
		this.#connection.dispose();
	}
}

const connections: Connection[] = [];

afterEach(() => {
	for (const connection of connections.splice(0)) connection.dispose();
});

/** A host whose engines wait so many frames before each answer. */
function hostWaiting(frames: number): EngineHost {
	const start = () => {
		const connection = new SlowConnection(frames);
		connections.push(connection);
		return connection;
	};
	return new EngineHost([{ start, notice: null }]);
}

/** The first presets of so many strategies, over again if there are more. */
function scenarios(number: number): readonly Scenario[] {
	return Array.from({ length: number }, (_, index) => {
		const presets = STRATEGIES.manifests[index % STRATEGIES.manifests.length]?.presets;
		return { ...(presets?.[0] ?? STRATEGIES.opening).scenario, seed: 7, duration: 60 };
	});
}

/** A player of so many runs, the first of which has an engine of its own if that is slow. */
function playerOf(number: number, speed: number, waiting = 0) {
	const shared = hostWaiting(0);
	const own = waiting === 0 ? shared : hostWaiting(waiting);
	const lanes = scenarios(number);
	const runs = lanes.map((scenario, index) => {
		const conversation = new Conversation(index === 0 ? own : shared);
		return new PlayedRun(conversation, STRATEGIES.opening, scenario);
	});
	const playback = new Playback(runs, speed, { clock: screenClock, isStill: () => false });
	onTestFinished(() => playback.close());
	return { playback, runs };
}

/** A board of such a player, at one second. */
async function board(number: number, speed: number, waiting = 0) {
	const { playback, runs } = playerOf(number, speed, waiting);
	await render(Board, { playback });
	await playback.open(
		runs.map((run) => ({ run, scenario: run.scenario })),
		1e9
	);
	await eventually(() => expect(drawnTimes()).toEqual(runs.map(() => 1e9)));
	return { playback, runs };
}

function figures(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('figure[data-time]')];
}

function drawnTimes(): number[] {
	return figures().map((figure) => Number(figure.dataset['time']));
}

function drawnEvents(): number[] {
	return figures().map((figure) => Number(figure.dataset['event']));
}

/** Waits as long as a busy machine takes. */
function eventually(assertion: () => void): Promise<void> {
	return vi.waitFor(assertion, { timeout: 30_000, interval: 30 });
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test.each([
	[2, 1 / 50, 0],
	[2, 100, 3],
	[6, 1, 0],
	[6, 100, 3]
])(
	'%i runs at %f times: in each drawn frame all pictures are of one time',
	async (number, speed, waiting) => {
		await page.viewport(1280, 800);
		const { playback } = await board(number, speed, waiting);
		await userEvent.click(button('Play'));
		const drawn: number[][] = [];
		while (new Set(drawn.map(([time]) => time)).size < 6) {
			await screenClock();
			drawn.push(drawnTimes());
		}
		playback.pause();
		expect(drawn.filter((times) => new Set(times).size !== 1)).toEqual([]);
		expect(drawn.every((times) => times.length === number)).toBe(true);
	}
);

test.each([2, 6])('%i runs have one Play, one scrubber and one set of keys', async (number) => {
	await page.viewport(1280, 800);
	await board(number, 1 / 50);
	expect(page.getByRole('button', { name: 'Play', exact: true }).elements()).toHaveLength(1);
	expect(page.getByRole('slider', { name: 'Time' }).elements()).toHaveLength(1);

	const events = drawnEvents();
	figures().at(-1)?.focus();
	await userEvent.keyboard('{ArrowRight}');
	await eventually(() => expect(drawnEvents()).not.toEqual(events));
	expect(new Set(drawnTimes()).size).toBe(1);
	await userEvent.keyboard('{ArrowLeft}');
	await eventually(() => expect(drawnEvents()).toEqual(events));

	await userEvent.fill(page.getByRole('slider', { name: 'Time' }), '2.5');
	await eventually(() => expect(drawnTimes()).toEqual(Array(number).fill(2.5e9)));
});

test('of two players on a page the keys go to the one that was used last, and only to it', async () => {
	await page.viewport(1280, 800);
	const [one, other] = [playerOf(1, 1 / 50), playerOf(1, 1 / 50)];
	for (const { playback, runs } of [one, other]) {
		await render(Board, { playback });
		await playback.open(
			runs.map((run) => ({ run, scenario: run.scenario })),
			1e9
		);
	}
	await eventually(() => expect(drawnTimes()).toEqual([1e9, 1e9]));
	const playing = () => [one.playback.playing, other.playback.playing];
	await userEvent.keyboard('{Alt>}k{/Alt}');
	expect(playing()).toEqual([true, false]);
	await userEvent.keyboard('{Alt>}k{/Alt}');
	expect(playing()).toEqual([false, false]);
	figures()[1]?.focus();
	figures()[1]?.blur();
	await userEvent.keyboard('{Alt>}k{/Alt}');
	expect(playing()).toEqual([false, true]);
	other.playback.pause();
	figures()[0]?.focus();
	await userEvent.keyboard(' ');
	expect(playing()).toEqual([true, false]);
	one.playback.pause();
});

test('while a lock stands nothing moves the player, and it says why', async () => {
	await page.viewport(1280, 800);
	const { playback } = await board(2, 1 / 50);
	const reason = 'Say first what you expect.';
	playback.lockBecause(reason);
	await expect.element(button('Play')).toHaveAttribute('aria-disabled', 'true');
	for (const name of ['Play', 'Step', 'Step back', 'Next moment', 'Reset']) {
		await expect.element(button(name)).toHaveAccessibleDescription(reason);
		button(name)
			.element()
			.dispatchEvent(new MouseEvent('click', { bubbles: true }));
		await expect.element(page.getByRole('status', { name: 'Events' })).toHaveTextContent(reason);
	}
	figures()[0]?.focus();
	for (const key of ['{ArrowRight}', ' ', '{End}', '{Alt>}k{/Alt}']) await userEvent.keyboard(key);
	const slider = page.getByRole('slider', { name: 'Time' }).element() as HTMLInputElement;
	for (const kind of ['input', 'change']) {
		slider.value = '2.5';
		slider.dispatchEvent(new Event(kind, { bubbles: true }));
		expect(slider.valueAsNumber).toBe(1);
	}
	void playback.play();
	for (let n = 0; n < 5; n++) await screenClock();
	expect(drawnTimes()).toEqual([1e9, 1e9]);
	expect(playback.playing).toBe(false);

	playback.unlock();
	await userEvent.click(button('Step'));
	await eventually(() => expect(drawnTimes()).not.toEqual([1e9, 1e9]));
});
