import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PipelineFigure from '../../../src/figures/PipelineFigure.svelte';
import {
	BOUNDED_CONCURRENCY,
	MS,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS
} from '../../unit/figures/fixture';
import { BLOCKED, MOMENTS, propsOf, texts } from './figure-fixture';

beforeEach(async () => {
	await page.viewport(960, 900);
	document.body.style.margin = '16px';
	document.documentElement.style.fontSize = '';
});

describe('a station', () => {
	test('crosses the workers out when they died with all they held', async () => {
		const nobody = Array.from({ length: 8 }, () => Number.NaN);
		const dead = { service: nobody, dead: ['consumer'], readings: { 'counts.lost': 2_000 } };
		await render(PipelineFigure, propsOf(dead, { 'memory.limit': 2_000 }, NO_BACKPRESSURE));
		expect(document.querySelectorAll('path.crossed-out')).toHaveLength(1);
		expect(texts('text.dead tspan').join(' ')).toBe('out of memory');
		expect(texts('svg text').join()).toContain('limit 2');
	});

	test.each([0, 1, 10, 64, 1_000, 10_000, 1_000_000])(
		'draws a channel of %i with fewer than three hundred elements',
		async (capacity) => {
			const full = { ...BLOCKED, counts: [138, 1, capacity, 4, 0] };
			await render(PipelineFigure, propsOf(full, { 'buffer.capacity': capacity }));
			expect(document.querySelectorAll('figure svg *').length).toBeLessThan(300);
		}
	);

	test.each([1, 4, 12, 60, 128, 500, 1_000])(
		'draws %i workers with fewer than two hundred elements',
		async (workers) => {
			await render(PipelineFigure, propsOf(BLOCKED, { 'consumer.workers': workers }));
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
		const values = { 'lag.resume': 60_000 };
		await render(PipelineFigure, propsOf({ counts, readings }, values, PRODUCER_THROTTLING));
		const words = texts('svg text').map((text) => text.replace(/\s+/g, ' ').trim());
		expect(words).toEqual(expect.arrayContaining(['limit 100 000', 'resume 60 000']));
		expect(document.querySelectorAll('figure svg *').length).toBeLessThan(200);
		const limit = document.querySelector('path.level.first')?.getBoundingClientRect();
		const filled = [...document.querySelectorAll('rect[fill*="-grain-2"]')].map((rect) =>
			rect.getBoundingClientRect()
		);
		const left = Math.min(...filled.filter(({ height }) => height > 0).map((box) => box.left));
		// 1 % below the limit is as good as at the line: grains come in whole columns.
		expect(Math.abs(left - (limit?.left ?? 0))).toBeLessThan(6);
	});

	test('shows a permit as its task, as waiting, as leaked or as free', async () => {
		const nobody = Number.NaN;
		const saying = {
			time: 100 * MS,
			counts: [0, 5, 3, 2, 90],
			marks: [[], [], [], [7, 8, -2, -1], []],
			service: [98 * MS, 106 * MS, nobody, nobody, nobody, nobody, nobody, nobody],
			kept: { permits: 1 }
		};
		await render(PipelineFigure, propsOf(saying, { 'semaphore.permits': 4 }, BOUNDED_CONCURRENCY));
		const states = [...document.querySelectorAll('rect.box')].map(({ classList }) => classList[1]);
		expect(states).toEqual(['busy', 'waiting', 'leaked', 'free']);
		expect(document.querySelector('.arc')?.getAttribute('stroke-dasharray')).toBe('0.25 1');
		expect(document.querySelectorAll('.bar.shut')).toHaveLength(0);
	});

	test('says how many tasks are held beyond the permits', async () => {
		await render(PipelineFigure, propsOf({ counts: [0, 0, 0, 2_604, 0] }, {}, BOUNDED_CONCURRENCY));
		expect(texts('svg text').join().replace(/\s/g, '')).toContain('+2504');
	});

	test('opens and shuts the gate, and keeps the message in hand in front of it', async () => {
		const at = (shut: readonly string[], heldBack: number) => {
			const saying = {
				time: 100 * MS,
				counts: [4, heldBack > 0 ? 1 : 0, 0, 0, 0, 0],
				marks: [[], heldBack > 0 ? [7] : [], [], [], [], []],
				shut,
				readings: { 'now.tokens': 3, ...(heldBack > 0 && { 'now.heldBackFor': heldBack }) }
			};
			const values = { 'bucket.capacity': 10, 'refused.then': 'retry' };
			return propsOf(saying, values, PRODUCER_THROTTLING);
		};
		const screen = await render(PipelineFigure, at([], 0));
		const words = () => texts('svg text');
		const states = () => ['gate shut', 'blocked'].filter((word) => words().includes(word));
		expect([states(), document.querySelectorAll('.bar.shut').length]).toEqual([[], 0]);
		await screen.rerender(at(['bucket'], 0.02));
		expect(states()).toEqual(['gate shut', 'blocked']);
		expect(document.querySelectorAll('.bar.shut')).toHaveLength(1);
		expect(document.querySelectorAll('rect[fill*="-hatch"]')).toHaveLength(1);
		await screen.rerender(at([], 0.02));
		expect(states()).toEqual(['blocked']);
	});

	test('counts demand down in chevrons, and puts messages on the link where they are', async () => {
		const saying = {
			time: 100 * MS,
			counts: [0, 5, 0, 2, 1, 0, 40],
			marks: [[], [], [], [8, 9], [7], [], []],
			transit: [0.75, 0.25],
			readings: { 'now.demand': 4, 'now.requested': 50, 'now.delivered': 46 }
		};
		const values = { 'demand.window': 10, 'demand.delay': 0.05, 'buffer.capacity': 10 };
		await render(PipelineFigure, propsOf(saying, values, REACTIVE_STREAMS, 0));
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
});
