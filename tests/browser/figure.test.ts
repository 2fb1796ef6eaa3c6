import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ParameterKey, ParameterValue } from '../../src/core/scenario/scenario';
import type { StrategyPlan } from '../../src/core/strategies/plan';
import PipelineFigure from '../../src/figures/PipelineFigure.svelte';
import PipelineTable from '../../src/figures/PipelineTable.svelte';
import {
	BOUNDED_CONCURRENCY,
	frameOf,
	frameWith,
	MS,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
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

/** A real run at one time, with the plan of its strategy. */
function propsOfRun(
	plan: StrategyPlan,
	values: { readonly [K in ParameterKey]?: ParameterValue },
	seconds: number,
	window = WINDOW
) {
	const settings = { ...settingsWith(values), strategy: plan.id };
	const frame = frameOf(settings, seconds, window);
	return { plan, settings, frame, window, title: plan.name };
}

/** The telling moments of the strategies beside those drawn by hand. */
const MOMENTS = {
	'permits all held': () =>
		propsOfRun(
			BOUNDED_CONCURRENCY,
			{ 'source.rate': 400, 'consumer.workers': 60, 'consumer.serviceTime': 0.3 },
			8
		),
	'a thousand permits': () =>
		propsOfRun(BOUNDED_CONCURRENCY, { 'source.rate': 9_000, 'semaphore.permits': 1_000 }, 3),
	'demand spent, no delay': () =>
		propsOfRun(REACTIVE_STREAMS, { 'buffer.capacity': 32, 'demand.window': 256 }, 3),
	'messages on the link': () =>
		propsOfRun(
			REACTIVE_STREAMS,
			{ 'buffer.capacity': 1_000, 'demand.window': 20, 'demand.delay': 0.02 },
			3
		),
	'bucket empty': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 800, 'bucket.capacity': 20_000, 'bucket.initial': 0, 'lag.resume': 90_000 },
			3
		),
	'gate shut': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 9_600, 'bucket.rate': 20_000, 'lag.limit': 1_200, 'lag.interval': 1 },
			3.4
		),
	'refused and retried at a shut gate': () =>
		propsOfRun(
			PRODUCER_THROTTLING,
			{ 'source.rate': 800, 'lag.limit': 20, 'lag.interval': 1, 'refused.then': 'retry' },
			1.55
		),
	'lag unknown': () => propsOfRun(PRODUCER_THROTTLING, { 'lag.available': false }, 30)
};

function texts(selector: string): string[] {
	return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

function overlap(a: DOMRect, b: DOMRect, textScale = 1): boolean {
	const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	// The topmost and lowest pixels of a line of text are empty.
	return across > 0.5 && down > 3 * textScale;
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

/** Where a box is, for the message of a test that fails. */
function describeBox({ left, top, width, height }: DOMRect): string {
	const words = document.elementFromPoint(left + width / 2, top + height / 2)?.textContent;
	return `${[left, top, width, height].map(Math.round).join(' ')} (${words?.trim().slice(0, 40)})`;
}

beforeEach(async () => {
	await page.viewport(960, 900);
	document.body.style.margin = '16px';
	document.documentElement.style.fontSize = '';
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

	test.each(Object.entries(MOMENTS))(
		'draws a real run with fewer than three hundred elements: %s',
		async (_, propsAt) => {
			await render(PipelineFigure, propsAt());
			expect(document.querySelectorAll('figure svg *').length).toBeLessThan(300);
		}
	);

	test('holds a lag of 100 000 as grain, with the line that it is compared with', async () => {
		const counts = [0, 0, 98_853, 141, 8, 505_592];
		const readings = { 'lag.final': 99_002, 'lag.max': 100_602, 'now.gateOpen': 1 };
		const frame = frameWith({ counts, readings }, PRODUCER_THROTTLING);
		const settings = settingsWith({ strategy: 'producer-throttling', 'lag.resume': 60_000 });
		await render(PipelineFigure, { ...propsOf(frame), plan: PRODUCER_THROTTLING, settings });
		const words = texts('svg text').map((text) => text.replace(/\s+/g, ' ').trim());
		expect(words).toEqual(expect.arrayContaining(['limit 100 000', 'resume 60 000']));
		expect(document.querySelectorAll('figure svg *').length).toBeLessThan(200);
		const limit = document.querySelector('path.limit')?.getBoundingClientRect();
		const filled = [...document.querySelectorAll('rect[fill*="-grain-2"]')].map((rect) =>
			rect.getBoundingClientRect()
		);
		const left = Math.min(...filled.filter(({ height }) => height > 0).map((box) => box.left));
		// 1 % below the limit is as good as at the line: grains come in whole columns.
		expect(Math.abs(left - (limit?.left ?? 0))).toBeLessThan(6);
	});

	test('shows a permit as its task, as waiting, as leaked or as free', async () => {
		const nobody = Number.NaN;
		const frame = frameWith(
			{
				time: 100 * MS,
				counts: [0, 5, 3, 2, 90],
				marks: [[], [], [], [7, 8, -2, -1], []],
				service: [98 * MS, 106 * MS, nobody, nobody, nobody, nobody, nobody, nobody],
				readings: { 'now.permitsHeld': 3, 'now.permitsLeaked': 1, 'now.tasksWaiting': 1 }
			},
			BOUNDED_CONCURRENCY
		);
		const settings = settingsWith({ strategy: 'bounded-concurrency', 'semaphore.permits': 4 });
		const props = { ...propsOf(frame), plan: BOUNDED_CONCURRENCY, settings };
		await render(PipelineFigure, props);
		const states = [...document.querySelectorAll('rect.box')].map(({ classList }) => classList[1]);
		expect(states).toEqual(['busy', 'waiting', 'leaked', 'free']);
		expect(document.querySelector('.arc')?.getAttribute('stroke-dasharray')).toBe('0.25 1');
		expect(document.querySelectorAll('.bar.shut')).toHaveLength(0);
	});

	test('says how many tasks are held beyond the permits', async () => {
		const frame = frameWith(
			{ counts: [0, 0, 0, 2_604, 0], readings: { 'now.permitsHeld': 2_604 } },
			BOUNDED_CONCURRENCY
		);
		const settings = settingsWith({ strategy: 'bounded-concurrency' });
		await render(PipelineFigure, { ...propsOf(frame), plan: BOUNDED_CONCURRENCY, settings });
		expect(texts('svg text').join().replace(/\s/g, '')).toContain('+2504');
	});

	test('opens and shuts the gate, and keeps the message in hand in front of it', async () => {
		const at = (gate: number, heldBack: number) => {
			const frame = frameWith(
				{
					time: 100 * MS,
					counts: [4, heldBack > 0 ? 1 : 0, 0, 0, 0, 0],
					marks: [[], heldBack > 0 ? [7] : [], [], [], [], []],
					readings: {
						'now.gateOpen': gate,
						'now.tokens': 3,
						'now.bucketCapacity': 10,
						...(heldBack > 0 && { 'now.heldBackFor': heldBack })
					}
				},
				PRODUCER_THROTTLING
			);
			const settings = settingsWith({
				strategy: 'producer-throttling',
				'bucket.capacity': 10,
				'refused.then': 'retry'
			});
			return { ...propsOf(frame), plan: PRODUCER_THROTTLING, settings };
		};
		const screen = await render(PipelineFigure, at(1, 0));
		const words = () => texts('svg text');
		const states = () => ['gate shut', 'blocked'].filter((word) => words().includes(word));
		expect([states(), document.querySelectorAll('.bar.shut').length]).toEqual([[], 0]);
		await screen.rerender(at(0, 0.02));
		expect(states()).toEqual(['gate shut', 'blocked']);
		expect(document.querySelectorAll('.bar.shut')).toHaveLength(1);
		expect(document.querySelectorAll('rect[fill*="-hatch"]')).toHaveLength(1);
		await screen.rerender(at(1, 0.02));
		expect(states()).toEqual(['blocked']);
	});

	test('counts demand down in chevrons, and puts messages on the link where they are', async () => {
		const frame = frameWith(
			{
				time: 100 * MS,
				counts: [0, 5, 0, 2, 1, 0, 40],
				marks: [[], [], [], [8, 9], [7], [], []],
				transit: [0.75, 0.25],
				readings: { 'now.demand': 4, 'now.requested': 50, 'now.delivered': 46 }
			},
			REACTIVE_STREAMS
		);
		const values = { 'demand.window': 10, 'demand.delay': 0.05, 'buffer.capacity': 10 };
		const settings = settingsWith({ strategy: 'reactive-streams', ...values });
		await render(PipelineFigure, { ...propsOf(frame, {}, 0), plan: REACTIVE_STREAMS, settings });
		expect(document.querySelectorAll('.chevron')).toHaveLength(10);
		expect(document.querySelectorAll('.chevron.spent')).toHaveLength(6);
		const marks = [...document.querySelectorAll('circle.message')].map((mark) =>
			Number(mark.getAttribute('cx'))
		);
		const wall = document.querySelector('path.wall')?.getAttribute('d') ?? '';
		const [start = 0, end = 0] = (wall.match(/[\d.]+/g) ?? [])
			.map(Number)
			.filter((_, i) => i % 2 === 0);
		const middle = (start + end) / 2;
		expect(marks).toHaveLength(2);
		expect((marks[0] ?? 0) - middle).toBeCloseTo(middle - (marks[1] ?? 0));
		expect(marks[0]).toBeGreaterThan(middle);
	});

	test.each(Object.entries(MOMENTS))('leaves larger type its room: %s', async (_, propsAt) => {
		document.documentElement.style.fontSize = '21.6px';
		for (const width of [343, 768, 912]) {
			await page.viewport(width + 32, 900);
			const screen = await render(PipelineFigure, propsAt());
			await document.fonts.ready;
			const boxes = wordBoxes();
			for (const [index, box] of boxes.entries()) {
				for (const other of boxes.slice(index + 1)) {
					const where = `${width}: ${describeBox(box)} over ${describeBox(other)}`;
					expect(overlap(box, other, 1.35), where).toBe(false);
				}
			}
			await screen.unmount();
		}
	});

	describe.each([288, 343, 520, 600, 640, 736, 768, 912])('at %i px', (width) => {
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
				for (const other of boxes.slice(index + 1)) {
					expect(overlap(box, other), `${describeBox(box)} over ${describeBox(other)}`).toBe(false);
				}
			}
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width + 32);
		});

		test.each(Object.entries(MOMENTS))(
			'has no words over words, none cut and none outside: %s',
			async (_, propsAt) => {
				await page.viewport(width + 32, 900);
				await render(PipelineFigure, propsAt());
				await document.fonts.ready;
				const boxes = wordBoxes();
				for (const [index, box] of boxes.entries()) {
					expect(box.left).toBeGreaterThanOrEqual(0);
					expect(box.right).toBeLessThanOrEqual(width + 32);
					for (const other of boxes.slice(index + 1)) {
						expect(overlap(box, other), `${describeBox(box)} over ${describeBox(other)}`).toBe(
							false
						);
					}
				}
				expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width + 32);
			}
		);
	});
});

test('in a block that is not shown takes its place when the block is', async () => {
	await page.viewport(960, 900);
	const block = document.body.appendChild(document.createElement('div'));
	block.hidden = true;
	await render(PipelineFigure, MOMENTS['gate shut'](), { baseElement: block });
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	block.hidden = false;
	const width = () => block.querySelector('svg')?.getBoundingClientRect().width;
	await expect.poll(width).toBe(block.clientWidth);
	block.remove();
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

	test('says what has come to a stop, and how many went which way', async () => {
		const { plan, settings, frame, title } = MOMENTS['gate shut']();
		await render(PipelineTable, { plan, settings, frame, title });
		const table = page.getByRole('table', { name: /The gate is shut\. Upstream: / });
		await expect.element(table).toBeVisible();
		const gone = page.getByRole('row', { name: /Gone: lag too high/ });
		await expect.element(gone).toHaveTextContent(/[1-9]/);
	});
});
