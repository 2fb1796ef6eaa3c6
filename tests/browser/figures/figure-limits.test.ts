import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { fromSeconds } from '../../../src/core/kernel/time';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import type { MistakeKey, Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import type { Frame } from '../../../src/engine/protocol';
import { layoutFigure } from '../../../src/figures/layout/layout-figure';
import PipelineFigure from '../../../src/figures/PipelineFigure.svelte';
import PipelineTable from '../../../src/figures/PipelineTable.svelte';
import { startToy, TOY_PLAN } from '../../toy/adaptive-window/toy-run';
import {
	BOUNDED_CONCURRENCY,
	frameOf,
	framesOf,
	NO_BACKPRESSURE,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	scenarioOf,
	settingsWith
} from '../../unit/figures/fixture';
import FigureOfFrames from './FigureOfFrames.svelte';
import { propsOf, texts, WINDOW } from './figure-fixture';

vi.mock('../../../src/figures/layout/layout-figure', { spy: true });

beforeEach(async () => {
	await page.viewport(960, 900);
	document.body.style.margin = '16px';
});

/** How many of something are drawn. */
function drawn(selector: string): number {
	return document.querySelectorAll(selector).length;
}

/** Slots of all stores together: each is a closed rectangle of one path. */
function slots(): number {
	return [...document.querySelectorAll('path.walls')]
		.map((path) => path.getAttribute('d')?.match(/z/g)?.length ?? 0)
		.reduce((sum, count) => sum + count, 0);
}

/** What is told as beyond a limit, in the order of the stations. */
function beyond(): number[] {
	return texts('svg text')
		.filter((text) => text.startsWith('+'))
		.map((text) => Number(text.slice(1).replace(/\s/g, '')));
}

/** The words of one station. */
function saying(station: string): string {
	const number = document.querySelector(`p [data-station="${station}"]`);
	return number?.parentElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('a strategy of which the figure knows nothing, and whose limits move by themselves', () => {
	const settings = settingsWith({ 'source.rate': 360, 'consumer.workers': 4 });
	// Just after the window was looked at, and well after: a limit has just moved, or has settled.
	const TIMES = Array.from({ length: 25 }, (_, look) =>
		[0.0501, 0.09].map((t) => t + look / 20)
	).flat();

	/** What the toy itself says at each time, and the frame of it. */
	function moments() {
		const { run, toy } = startToy(settings);
		return TIMES.map((seconds) => {
			run.advance(fromSeconds(seconds));
			const frame = composeFrame(run, {
				run: 1,
				arrived: true,
				stopped: null,
				window: WINDOW,
				moments: 0
			});
			return {
				frame,
				size: toy.window.size,
				inFlight: toy.gauges['now.outstanding'](),
				capacity: toy.inbox.capacity,
				queued: toy.inbox.length,
				isShut: toy.window.waiting > 0 && toy.inbox.length > 0,
				isHeldBack: toy.inbox.blockedSenders > 0,
				dropped: run.world.ledger.dropped
			};
		});
	}

	const MOMENTS = moments();

	test('goes through all that can be seen', () => {
		const seen = (is: (moment: (typeof MOMENTS)[number]) => boolean) => MOMENTS.some(is);
		expect(new Set(MOMENTS.map(({ size }) => size)).size).toBeGreaterThan(4);
		expect(seen(({ size, inFlight }) => inFlight > size)).toBe(true);
		expect(seen(({ capacity, queued }) => queued > capacity)).toBe(true);
		expect(seen(({ isShut }) => !isShut)).toBe(true);
		expect(seen(({ isShut, isHeldBack }) => isShut && !isHeldBack)).toBe(true);
		expect(seen(({ isHeldBack }) => isHeldBack)).toBe(true);
		expect(seen(({ dropped }) => dropped > 0)).toBe(true);
	});

	test.each([343, 912])('is drawn as it stands, at %i px', async (width) => {
		await page.viewport(width + 32, 900);
		const props = { plan: TOY_PLAN, settings, window: WINDOW, title: 'A toy' };
		const [first] = MOMENTS;
		if (first === undefined) throw new RangeError('there are moments');
		const screen = await render(PipelineFigure, { ...props, frame: first.frame });
		for (const { frame, ...is } of MOMENTS) {
			await screen.rerender({ frame });
			const at = `at ${frame.time / 1e9} s`;
			expect(slots(), at).toBe(is.capacity);
			expect(drawn('rect.box'), at).toBe(is.size);
			expect(drawn('.disc') + drawn('circle.waiting'), at).toBe(Math.min(is.inFlight, is.size));
			const over = [is.queued - is.capacity, is.inFlight - is.size].filter((more) => more > 0);
			expect(beyond(), at).toEqual(over);
			const bars = [...document.querySelectorAll('.bar')];
			const shut = bars.map(({ classList }) => classList.contains('shut'));
			expect(shut, at).toEqual([is.isHeldBack, is.isShut]);
			const words = texts('svg text').map((text) => text.replace(/\s+/g, ' ').trim());
			expect(words.includes('blocked'), at).toBe(is.isHeldBack);
			expect(words.includes('window shut'), at).toBe(is.isShut);
			expect(words, at).toContain(`grow ${is.size}`);
			expect(words.join(' '), at).toContain(`room for ${is.capacity}`);
			const slotWord = `Inbox, ${is.capacity} slots`;
			expect(saying('inbox'), at).toContain(`${slotWord} ${is.queued} of ${is.capacity}`);
			const tasks = is.size === 1 ? '1 task' : `${is.size} tasks`;
			expect(saying('window'), at).toContain(
				`Window, ${tasks} ${is.inFlight} of ${is.size} in flight`
			);
		}
	});

	test.each([343, 912])('moves nothing but itself, at %i px', async (width) => {
		await page.viewport(width + 32, 900);
		const props = { plan: TOY_PLAN, settings, window: WINDOW, title: 'A toy' };
		const places = new Set<string>();
		for (const { frame } of MOMENTS.slice(0, 12)) {
			const screen = await render(PipelineFigure, { ...props, frame });
			const labels = [...document.querySelectorAll<HTMLElement>('.plate > p')].map(
				({ style }) => `${style.left} ${style.top}`
			);
			const height = document.querySelector('svg[role=img]')?.getAttribute('height');
			places.add([...labels, height].join(', '));
			await screen.unmount();
		}
		expect([...places]).toHaveLength(1);
	});

	test('is told in the table as it stands', async () => {
		const props = { plan: TOY_PLAN, settings, title: 'A toy' };
		const [first] = MOMENTS;
		if (first === undefined) throw new RangeError('there are moments');
		const screen = await render(PipelineTable, { ...props, frame: first.frame });
		for (const { frame, ...is } of MOMENTS) {
			await screen.rerender({ frame });
			const cells = texts('tbody :is(th, td)').map((text) => text.trim());
			expect(cells.slice(3, 5)).toEqual([`Inbox, ${is.capacity} slots`, `${is.queued}`]);
			expect(cells[5]).toBe(`${is.queued} of ${is.capacity}, twice the window`);
			expect(cells[8]).toBe(`${is.inFlight} of ${is.size} in flight, by 4 workers`);
			expect(cells.slice(12, 14)).toEqual(['Gone: too old', `${is.dropped}`]);
			const [caption = ''] = texts('caption');
			expect(caption.includes('The window is shut.')).toBe(is.isShut);
			expect(caption.includes('The producer is blocked')).toBe(is.isHeldBack);
			expect(caption).toContain(`a full inbox of ${is.capacity} makes the source wait`);
		}
	});
});

/** Draws a real run at one time. */
async function show(plan: StrategyPlan, scenario: Scenario, seconds: number): Promise<Frame> {
	const frame = frameOf(scenario, seconds, WINDOW);
	await render(PipelineFigure, { plan, settings: scenario, frame, window: WINDOW, title: '' });
	return frame;
}

describe('a limit that was lowered', () => {
	test('leaves no permit that is drawn empty beside those that are held', async () => {
		const preset = STRATEGIES.presetById('more-permits');
		if (preset === undefined) throw new RangeError('there is no preset with more permits');
		const changes = [{ at: 8, set: 'semaphore.permits', to: 8 }] as const;
		await show(BOUNDED_CONCURRENCY, { ...preset.scenario, changes }, 20);
		expect(saying('permits')).toContain('8 of 8 held');
		expect([drawn('rect.box'), drawn('rect.box.free')]).toEqual([8, 0]);
	});

	test('tells the workers that still finish', async () => {
		const values = { 'consumer.workers': 12, 'consumer.serviceTime': 0.5 };
		const changes = [{ at: 1, set: 'consumer.workers', to: 3 }] as const;
		const scenario = scenarioOf(SMALL_BUFFERS, values, { changes });
		const frame = await show(SMALL_BUFFERS, scenario, 1.001);
		const inService = frame.counts[3] ?? 0;
		expect(inService).toBeGreaterThan(8);
		expect([drawn('.disc'), drawn('rect.box')]).toEqual([3, 3]);
		expect(beyond()).toEqual([inService - 3]);
	});

	test.each([
		['of slots', 20, 5],
		['of slots, to none', 20, 0],
		['of grain', 2_000, 500]
	])('tells what no longer fits into a buffer %s', async (_, from, to) => {
		const values = { 'buffer.capacity': from, 'consumer.serviceTime': 0.1, 'source.rate': 4_000 };
		const changes = [{ at: 2, set: 'buffer.capacity', to }] as const;
		await show(SMALL_BUFFERS, scenarioOf(SMALL_BUFFERS, values, { changes }), 2.000_001);
		expect(beyond()).toEqual([from - to]);
	});
});

describe('a limit at an end of its range', () => {
	test.each([
		['nobody', 0, 'Consumer, 0 workers'],
		['one', 1, 'Consumer, 1 worker'],
		['no limit', Infinity, 'Consumer, unbounded workers']
	])('is drawn and told: %s', async (_, workers, words) => {
		const at = { counts: [0, 0, 0, 0, 0], limits: { consumer: workers } };
		await render(PipelineFigure, propsOf(at));
		expect(drawn('rect.box')).toBe(workers === 1 ? 1 : 0);
		expect(drawn('rect.nobody')).toBe(workers === 0 ? 1 : 0);
		expect(saying('consumer')).toContain(words);
		expect(document.querySelector('svg[role=img]')?.outerHTML).not.toMatch(/NaN|Infinity/);
	});
});

describe('a mistake that takes a limit away', () => {
	const values = { 'source.rate': 900, 'consumer.workers': 4, 'buffer.capacity': 10 };
	const wrong = (plan: StrategyPlan, ...mistakes: MistakeKey[]) =>
		show(plan, scenarioOf(plan, values, { mistakes }), 2);

	test('is drawn with the room that there really is', async () => {
		await wrong(SMALL_BUFFERS, 'oversized-buffer');
		expect(saying('channel').replace(/\s/g, '')).toContain('capacity10000');
		expect([slots(), beyond()]).toEqual([0, []]);
		expect(drawn('rect[fill*="-grain-2"]')).toBe(2);
	});

	test.each(['ignores-demand', 'unbounded-request'] as const)(
		'is drawn open: %s',
		async (mistake) => {
			await wrong(REACTIVE_STREAMS, mistake);
			expect([drawn('path.fading'), beyond()]).toEqual([1, []]);
		}
	);

	test('leaves a store as it is that never had one', async () => {
		await wrong(NO_BACKPRESSURE);
		expect(drawn('path.fading')).toBe(1);
	});
});

describe('the layout', () => {
	const settings = { ...settingsWith({ 'source.rate': 470 }), strategy: SMALL_BUFFERS.id };

	test('is made once for all frames between which no limit changes', async () => {
		const times = Array.from({ length: 20 }, (_, step) => 1 + step / 100);
		const changes = [{ at: 1.1, set: 'buffer.capacity', to: 5 }] as const;
		const frames = framesOf({ ...settings, changes }, times, WINDOW);
		const rest = { plan: SMALL_BUFFERS, settings, window: WINDOW, title: '' };
		const [first, ...further] = frames;
		if (first === undefined) throw new RangeError('a run has a frame at each time');
		const screen = await render(FigureOfFrames, { rest, frame: first });
		const layouts = vi.mocked(layoutFigure).mock;
		const before = layouts.calls.length;
		for (const frame of further) await screen.rerender({ frame });
		expect(texts('p [data-station="channel"]')).toEqual([expect.stringMatching(/ of 5$/)]);
		expect(layouts.calls.length - before).toBe(1);
	});
});
