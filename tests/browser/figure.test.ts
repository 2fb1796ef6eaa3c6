import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ParameterKey, ParameterValue } from '../../src/core/scenario/scenario';
import PipelineFigure from '../../src/figures/PipelineFigure.svelte';
import PipelineTable from '../../src/figures/PipelineTable.svelte';
import {
	frameWith,
	MS,
	NO_BACKPRESSURE,
	SMALL_BUFFERS,
	settingsWith
} from '../unit/figures-fixture';
import '../../src/design/base.css';
import '../../src/design/fonts.css';
import '../../src/design/tokens.css';

const WINDOW = 6 * MS;

/** Ten of ten in the channel, 138 at the source, the producer held back for 2 ms. */
const blocked = frameWith({
	time: 100 * MS,
	counts: [138, 1, 10, 4, 4_986],
	marks: [[], [15], [5, 6, 7, 8, 9, 10, 11, 12, 13, 14], [1, 2, 3, 4], []],
	service: [96, 104, 98, 106, 90, 101, 99, 109].map((ms) => ms * MS),
	moves: [[98 * MS, 14, 1, 2]],
	flows: [0, 1, 0, 0, 0, 0],
	signals: [[0, 98 * MS, 1]],
	signalSince: [98 * MS, Number.NaN],
	readings: {
		'now.heldBackFor': 0.002,
		'now.oldestQueued': 0.02,
		'backlog.max': 153,
		'counts.completed': 4_986
	}
});

function propsOf(
	frame = blocked,
	values: { readonly [K in ParameterKey]?: ParameterValue } = {},
	window = WINDOW
) {
	return {
		plan: SMALL_BUFFERS,
		settings: settingsWith(values),
		frame,
		window,
		title: 'Ten slots, felt at once'
	};
}

function texts(selector: string): string[] {
	return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	// The topmost and lowest pixels of a line of text are empty.
	return across > 0.5 && down > 3;
}

/** The boxes that the words of the figure really take, line by line. */
function wordBoxes(): DOMRect[] {
	const boxes: DOMRect[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const { currentNode } = walker;
		if (currentNode.parentElement?.closest('.visually-hidden') || !currentNode.nodeValue?.trim()) {
			continue;
		}
		const range = document.createRange();
		range.selectNodeContents(currentNode);
		boxes.push(...range.getClientRects());
	}
	return boxes;
}

beforeEach(async () => {
	await page.viewport(960, 900);
	document.body.style.margin = '16px';
});

describe('the figure', () => {
	test('has a name, a picture with a name, and a description that tells everything', async () => {
		await render(PipelineFigure, propsOf());
		const figure = page.getByRole('figure', { name: 'Ten slots, felt at once' });
		await expect.element(figure).toHaveAccessibleDescription(/10 of 10.*The producer is blocked/);
		await expect.element(page.getByRole('img', { name: /Small buffers/ })).toBeVisible();
		await expect.element(figure).toHaveAttribute('tabindex', '0');
	});

	test('gives time and counts to machines', async () => {
		await render(PipelineFigure, propsOf());
		const counts = [...document.querySelectorAll<HTMLElement>('[data-station]')].map(
			({ dataset }) => [dataset['station'], Number(dataset['count'])]
		);
		expect(counts).toEqual([
			['source', 138],
			['producer', 1],
			['channel', 10],
			['consumer', 4],
			['done', 4_986]
		]);
		expect(document.querySelector('figure')?.dataset['time']).toBe(String(100 * MS));
	});

	test('says blocked, shuts the pipe and sends the signal up while the producer waits', async () => {
		const screen = await render(PipelineFigure, propsOf());
		expect(texts('svg text')).toEqual(expect.arrayContaining(['blocked', 'full']));
		expect(document.querySelectorAll('.bar.shut, .chevron')).not.toHaveLength(0);
		await screen.rerender(propsOf(frameWith({})));
		expect(texts('svg text')).not.toContain('blocked');
		expect(document.querySelectorAll('.bar.shut, .chevron')).toHaveLength(0);
	});

	test('keeps a hollow place for the message that is on its way', async () => {
		const screen = await render(PipelineFigure, propsOf());
		expect(document.querySelectorAll('circle.reserved')).toHaveLength(1);
		await screen.rerender(propsOf({ ...blocked, time: 105 * MS }));
		expect(document.querySelectorAll('circle.reserved')).toHaveLength(0);
	});

	test('is still when it is drawn again, and when nothing may travel', async () => {
		const screen = await render(PipelineFigure, propsOf());
		const before = document.querySelector('figure svg')?.innerHTML;
		await screen.rerender(propsOf());
		expect(document.querySelector('figure svg')?.innerHTML).toBe(before);
		await screen.rerender(propsOf(blocked, {}, 0));
		expect(document.querySelectorAll('circle.message, circle.reserved')).toHaveLength(0);
	});

	test('shows messages that are thrown away as a tally, once there are any', async () => {
		const dropping = (dropped: number) => {
			const frame = frameWith({ time: MS, readings: { 'counts.dropped': dropped } });
			return propsOf(frame, { 'buffer.whenFull': 'drop-newest' });
		};
		const screen = await render(PipelineFigure, dropping(0));
		expect(texts('svg text').join()).not.toContain('dropped');
		await screen.rerender(dropping(12));
		expect(texts('svg text').join()).toContain('12 dropped');
		expect(document.querySelector('.tally')?.getAttribute('d')?.match(/M/g)).toHaveLength(12);
		expect(texts('figure p').join()).toContain('nothing travels upstream');
	});

	test('crosses the workers out when they died with all they held', async () => {
		const nobody = Array.from({ length: 8 }, () => Number.NaN);
		const frame = frameWith({ service: nobody, readings: { 'counts.lost': 2_000 } });
		const settings = settingsWith({ strategy: 'no-backpressure', 'memory.limit': 2_000 });
		await render(PipelineFigure, { ...propsOf(frame), plan: NO_BACKPRESSURE, settings });
		const words = texts('svg text').join().replace(/\s+/g, ' ');
		expect(words).toContain('out of memory');
		expect(words).toContain('limit 2');
	});

	test.each([0, 1, 10, 64, 1_000, 10_000, 1_000_000])(
		'draws a channel of %i with fewer than three hundred elements',
		async (capacity) => {
			const frame = { ...blocked, counts: Float64Array.of(138, 1, capacity, 4, 0) };
			await render(PipelineFigure, propsOf(frame, { 'buffer.capacity': capacity }));
			expect(document.querySelectorAll('figure svg *').length).toBeLessThan(300);
		}
	);

	test.each([1, 4, 12, 60, 128, 500, 1_000])(
		'draws %i workers with fewer than two hundred elements',
		async (workers) => {
			await render(PipelineFigure, propsOf(blocked, { 'consumer.workers': workers }));
			expect(document.querySelectorAll('figure svg *').length).toBeLessThan(200);
		}
	);

	describe.each([288, 343, 520, 640, 768, 912])('at %i px', (width) => {
		const gone = { 'counts.dropped': 1_234, 'counts.lost': 1_234, 'backlog.max': 133_456 };
		const { readings } = frameWith({ readings: { ...gone, 'now.oldestQueued': 0.0234 } });
		const busy = (queued: number) => ({
			...blocked,
			counts: Float64Array.of(123_456, 1, queued, 60, 1_234_567),
			readings
		});

		test.each([
			['small slots', propsOf(busy(10))],
			['many slots', propsOf(busy(10_000), { 'buffer.capacity': 10_000, 'consumer.workers': 60 })],
			['memory', { ...propsOf(busy(5_000), { 'memory.limit': 8_000 }), plan: NO_BACKPRESSURE }]
		])('has no words over words: %s', async (_, props) => {
			await page.viewport(width + 32, 900);
			await render(PipelineFigure, props);
			await document.fonts.ready;
			const boxes = wordBoxes();
			expect(boxes.length).toBeGreaterThan(12);
			for (const [index, box] of boxes.entries()) {
				for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
			}
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width + 32);
		});
	});
});

describe('the table', () => {
	test('has a row for each station with the same counts and words as the figure', async () => {
		const { plan, settings, frame, title } = propsOf();
		await render(PipelineTable, { plan, settings, frame, title });
		const row = page.getByRole('row', { name: /Channel, capacity 10/ });
		await expect.element(row).toHaveTextContent(/10 of 10, oldest has waited 20/);
		const counts = [...document.querySelectorAll<HTMLElement>('td[data-station]')];
		expect(counts.map(({ dataset }) => Number(dataset['count']))).toEqual([...blocked.counts]);
	});
});
