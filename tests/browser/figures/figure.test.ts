import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PipelineFigure from '../../../src/figures/PipelineFigure.svelte';
import { MS, SMALL_BUFFERS } from '../../unit/figures/fixture';
import { BLOCKED, MOMENTS, propsOf, texts } from './figure-fixture';

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
		await screen.rerender(propsOf({}));
		expect(texts('svg text')).not.toContain('blocked');
		expect(document.querySelectorAll('.bar.shut, .chevron')).toHaveLength(0);
	});

	test('keeps a hollow place for the message that is on its way', async () => {
		const screen = await render(PipelineFigure, propsOf());
		expect(document.querySelectorAll('circle.reserved')).toHaveLength(1);
		await screen.rerender(propsOf({ ...BLOCKED, time: 105 * MS }));
		expect(document.querySelectorAll('circle.reserved')).toHaveLength(0);
	});

	test('is still when it is drawn again, and when nothing may travel', async () => {
		const screen = await render(PipelineFigure, propsOf());
		const before = document.querySelector('figure svg')?.innerHTML;
		await screen.rerender(propsOf());
		expect(document.querySelector('figure svg')?.innerHTML).toBe(before);
		await screen.rerender(propsOf(BLOCKED, {}, SMALL_BUFFERS, 0));
		expect(document.querySelectorAll('circle.message, circle.reserved')).toHaveLength(0);
	});

	test('shows messages that are thrown away as a tally, once there are any', async () => {
		const dropping = (dropped: number) => {
			const saying = { time: MS, readings: { 'counts.dropped': dropped } };
			return propsOf(saying, { 'buffer.whenFull': 'drop-newest' });
		};
		const screen = await render(PipelineFigure, dropping(0));
		expect(texts('svg text').join()).not.toContain('dropped');
		await screen.rerender(dropping(12));
		expect(texts('svg text').join()).toContain('12 dropped');
		expect(document.querySelector('.tally')?.getAttribute('d')?.match(/M/g)).toHaveLength(12);
		expect(texts('figure p').join()).toContain('nothing travels upstream');
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
