import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PipelineFigure from '../../../src/figures/PipelineFigure.svelte';
import { NO_BACKPRESSURE } from '../../unit/figures/fixture';
import { BLOCKED, MOMENTS, propsOf } from './figure-fixture';

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

describe('the words of a figure', () => {
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
		const busy = (queued: number) => ({
			...BLOCKED,
			counts: [123_456, 1, queued, 60, 1_234_567],
			readings: { ...gone, 'now.oldestQueued': 0.0234 }
		});

		test.each([
			['small slots', propsOf(busy(10))],
			['many slots', propsOf(busy(10_000), { 'buffer.capacity': 10_000, 'consumer.workers': 60 })],
			['memory', propsOf(busy(5_000), { 'memory.limit': 8_000 }, NO_BACKPRESSURE)]
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
