import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartStack from '../../src/charts/ChartStack.svelte';
import { SERIES } from '../../src/core/measures/series';
import { plotInsets } from '../../src/design/plot';
import { emptyStory, type Story } from '../../src/engine/story/story';
import { COLUMN, storyOf } from '../unit/charts/fixture';
import '../../src/design/base.css';
import '../../src/design/fonts.css';
import '../../src/design/tokens.css';

const COLUMNS = 1000;
const DURATION = COLUMNS * COLUMN;
const GATE_SERIES = ['lagMin', 'lagMax', 'lagLast', 'lagRead', 'readings', 'gateShut'] as const;

/** Backlog rises by one a column up to 800, then falls by one. */
const ramp = storyOf(COLUMNS, (column) => {
	const backlog = column < 800 ? column + 1 : 1600 - column - 1;
	return {
		offered: column < 800 ? 6 : 4,
		completed: 5,
		backlogMin: backlog,
		backlogMax: backlog,
		backlogLast: backlog,
		queuedLast: 10,
		sinceOfferedP50: backlog / 500,
		sinceOfferedP99: backlog / 400,
		sinceAcceptedP50: 0.02,
		sinceAcceptedP99: 0.03
	};
});

/**
 * Lag rises and falls over a limit of 300 that is set to 500 halfway; it is read every 100 columns,
 * and what was read last decides.
 */
const gated = storyOf(
	COLUMNS,
	(column) => {
		const read = Math.floor((column + 1) / 100) * 100;
		return {
			offered: 6,
			accepted: read > 300 ? 0 : 6,
			completed: 5,
			gone: read > 300 ? 6 : 0,
			lagMin: lagAfter(column + 1),
			lagMax: lagAfter(column + 1),
			lagLast: lagAfter(column + 1),
			lagRead: lagAfter(read),
			readings: (column + 1) % 100 === 0 ? 1 : 0,
			gateShut: lagAfter(read) > 300 ? 1 : 0
		};
	},
	{
		series: [...SERIES, ...GATE_SERIES],
		levels: [
			{ key: 'lagLimit', time: 0, value: 300 },
			{ key: 'lagResume', time: 0, value: 100 },
			{ key: 'lagLimit', time: 500 * COLUMN, value: 500 }
		]
	}
);

function lagAfter(columns: number): number {
	return columns < 800 ? columns : 1600 - columns;
}

const changes = [
	{ time: 500 * COLUMN, label: 'rate 600 /s' },
	{ time: 520 * COLUMN, label: 'rate 400 /s' }
];

/** The changes that have happened by then. */
function made(time: number) {
	return changes.filter((change) => change.time < time);
}

function propsOf(story: Story, now = DURATION) {
	const hasLag = story.series.lagLast !== undefined;
	return { story, hasLag, duration: DURATION, now, changes };
}

function boxesOf(texts: Iterable<Element>): DOMRect[] {
	return [...texts].map((text) => text.getBoundingClientRect());
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	// Half a pixel is rounding; the topmost and lowest pixels of a line of text are empty.
	const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return across > 0.5 && down > 3;
}

beforeEach(async () => {
	await page.viewport(1200, 900);
	document.body.style.margin = '16px';
});

describe('each chart', () => {
	test('is an image named by a sentence with its numbers', async () => {
		await render(ChartStack, propsOf(ramp));
		const named = /^Backlog rose from 0 to 800 messages in 8 s, now 600; 10 in the channel\./;
		await expect.element(page.getByRole('img', { name: named })).toBeVisible();
		await expect.element(page.getByRole('img', { name: /^In 10 s 5\s600 messages/ })).toBeVisible();
		await expect
			.element(page.getByRole('img', { name: /^Of the messages done at 10 s/ }))
			.toBeVisible();
	});

	test('is a table, too, of at most thirty rows, on demand', async () => {
		await render(ChartStack, propsOf(ramp));
		expect(page.getByRole('table').elements()).toHaveLength(0);
		const button = page.getByRole('button', { name: 'Backlog as table' });
		await button.click();
		await expect.element(button).toHaveAttribute('aria-expanded', 'true');
		const table = page.getByRole('table', { name: 'Backlog' });
		await expect.element(table.getByRole('row', { name: '8 s 800 10' })).toBeVisible();
		expect(table.getByRole('row').elements().length).toBeLessThanOrEqual(31);
	});

	test('stands before anything has happened', async () => {
		await render(ChartStack, { ...propsOf(emptyStory(1), 0), changes: [] });
		await expect
			.element(page.getByRole('img', { name: 'Backlog: nothing has happened yet.' }))
			.toBeVisible();
	});
});

describe('one cursor for all charts', () => {
	const readouts = () => [...document.querySelectorAll('.readout')].map((p) => p.textContent ?? '');
	const allReadAt = (clock: string) => readouts().every((text) => text.includes(`at ${clock}`));

	test('moves by a column with the arrow keys and goes with Escape', async () => {
		await render(ChartStack, propsOf(ramp));
		const slider = page.getByRole('slider', { name: 'Inspect backlog' });
		(slider.element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowLeft}');
		await expect.poll(() => allReadAt('9.99\u00A0s')).toBe(true);
		await userEvent.keyboard('{ArrowLeft}');
		await expect.poll(() => allReadAt('9.98\u00A0s')).toBe(true);
		expect(document.querySelectorAll('.cursor')).toHaveLength(3);
		await expect
			.element(slider)
			.toHaveAttribute('aria-valuetext', 'at 9.98\u00A0s: backlog 602, in the channel 10');
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => document.querySelectorAll('.cursor').length).toBe(0);
		expect(allReadAt('10.00\u00A0s')).toBe(true);
	});

	test('follows the pointer on the axis that the scrubber uses, and leaves with it', async () => {
		await render(ChartStack, propsOf(ramp));
		const image = page.getByRole('img', { name: /^Backlog/ });
		const { width } = image.element().getBoundingClientRect();
		const { start, end } = plotInsets(width);
		const x = start + (width - start - end) / 4;
		await image.hover({ position: { x, y: 60 } });
		await expect.poll(() => allReadAt('2.50\u00A0s')).toBe(true);
		expect(readouts()[1]).toContain('250');
		await userEvent.hover(page.getByRole('button', { name: 'Rates as table' }));
		await expect.poll(() => document.querySelectorAll('.cursor').length).toBe(0);
	});
});

describe('the layout', () => {
	test.each(
		[304, 343, 599, 600, 640, 912].flatMap(
			(width) =>
				[
					[width, 'without a gate', ramp, 'Backlog', 1000],
					[width, 'with a gate', gated, 'Lag', 1000],
					[width, 'with a gate, halfway', gated, 'Lag', 500]
				] as const
		)
	)(
		'at %d px, %s, cuts no text and lets none touch another',
		async (width, _, story, shown, column) => {
			await page.viewport(width + 32, 900);
			const known = { ...story, columns: column, reached: column * COLUMN };
			await render(ChartStack, { ...propsOf(known, known.reached), changes: made(known.reached) });
			if (width < 600) await page.getByRole('combobox', { name: 'Chart' }).selectOptions(shown);
			for (const image of page.getByRole('img').elements()) {
				const block = image.getBoundingClientRect();
				const texts = boxesOf(image.querySelectorAll('text'));
				expect(texts.length).toBeGreaterThan(6);
				for (const box of texts) {
					expect(box.left).toBeGreaterThanOrEqual(block.left - 0.5);
					expect(box.right).toBeLessThanOrEqual(block.right + 0.5);
					expect(texts.filter((other) => other !== box && overlap(box, other))).toEqual([]);
				}
			}
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width + 32);
		}
	);

	test('shows one chart at a time where it is narrow, chosen by name', async () => {
		await page.viewport(375, 900);
		await render(ChartStack, propsOf(ramp));
		await expect.element(page.getByRole('img', { name: /^Backlog/ })).toBeVisible();
		expect(page.getByRole('img').elements()).toHaveLength(1);
		await page.getByRole('combobox', { name: 'Chart' }).selectOptions('Latency');
		await expect.element(page.getByRole('img', { name: /^Of the messages done/ })).toBeVisible();
		expect(page.getByRole('img').elements()).toHaveLength(1);
	});

	test('shows all of them where there is room', async () => {
		await render(ChartStack, propsOf(ramp));
		expect(page.getByRole('img').elements()).toHaveLength(3);
	});

	test('has a lag only for a run that has one, also where it was chosen', async () => {
		await page.viewport(375, 900);
		const screen = await render(ChartStack, propsOf(gated));
		const choice = page.getByRole('combobox', { name: 'Chart' });
		await choice.selectOptions('Lag');
		await expect.element(page.getByRole('img', { name: /^Lag/ })).toBeVisible();
		await screen.rerender(propsOf(ramp));
		await expect.element(page.getByRole('img', { name: /^Backlog/ })).toBeVisible();
		await expect.element(choice).toHaveValue('backlog');
		expect(page.getByRole('option', { name: 'Lag' }).elements()).toHaveLength(0);
	});
});

describe('the lag of a strategy with a gate', () => {
	const chart = () => page.getByRole('img', { name: /^Lag/ });

	/** How high the middle of something stands in the plot, as a value on its axis up to `most`. */
	function valueOf(part: DOMRect, most: number): number {
		const lines = [...chart().element().querySelectorAll('line.base, line.grid')];
		const heights = lines.map((line) => line.getBoundingClientRect().top);
		const [bottom, top] = [Math.max(...heights), Math.min(...heights)];
		return ((bottom - (part.top + part.height / 2)) / (bottom - top)) * most;
	}

	test('is an image named by what was read, the limits, and how long the gate was shut', async () => {
		await render(ChartStack, propsOf(gated));
		const name =
			/^Lag rose from 0 to 800 messages in 8 s, now 600; 600 as read\. The gate shuts above 500, opens at 100 and was shut 60 % of the time\./;
		await expect.element(page.getByRole('img', { name })).toBeVisible();
	});

	test('has a dot for each reading, at what was read', async () => {
		await render(ChartStack, propsOf(gated));
		const dots = chart().element().querySelector('.dot')?.getAttribute('d') ?? '';
		expect(dots.match(/h0/g)).toHaveLength(10);
	});

	test('has its limits as steps over the whole axis, named at its end', async () => {
		const until = { ...gated, columns: 600, reached: 600 * COLUMN };
		await render(ChartStack, propsOf(until, 600 * COLUMN));
		await expect.element(chart().getByText('limit 500', { exact: true })).toBeVisible();
		await expect.element(chart().getByText('resume 100', { exact: true })).toBeVisible();
		const [limit, resume] = [...chart().element().querySelectorAll('g > path.dashed')]
			.filter((path) => path.closest('defs') === null)
			.map((path) => path.getBoundingClientRect());
		if (limit === undefined || resume === undefined) throw new RangeError('no limits are drawn');
		const { width } = chart().element().getBoundingClientRect();
		const { start, end } = plotInsets(width);
		expect(Math.abs(limit.width - (width - start - end))).toBeLessThan(2);
		// From 300 to 500, so its middle is at 400; a pixel is five messages.
		expect(Math.abs(valueOf(limit, 600) - 400)).toBeLessThan(10);
		expect(Math.abs(valueOf(resume, 600) - 100)).toBeLessThan(10);
	});

	test('tells all of it in the readout and in the table', async () => {
		await render(ChartStack, propsOf(gated));
		const slider = page.getByRole('slider', { name: 'Inspect lag' });
		(slider.element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowLeft}');
		await expect
			.element(slider)
			.toHaveAttribute(
				'aria-valuetext',
				'at 9.99\u00A0s: as read 700, lag 601, limit 500, resume 100, gate shut 100\u00A0%'
			);
		await page.getByRole('button', { name: 'Lag as table' }).click();
		const table = page.getByRole('table', { name: 'Lag' });
		await expect
			.element(table.getByRole('row', { name: 'at as read lag limit resume gate shut' }))
			.toBeVisible();
		await expect
			.element(table.getByRole('row', { name: '4.5 s 400 450 300 100 100 %' }))
			.toBeVisible();
	});

	test('and its rates say what is admitted', async () => {
		await render(ChartStack, propsOf(gated));
		await expect
			.element(page.getByRole('img', { name: /offered, 2\s394 admitted and 5\s000 done/ }))
			.toBeVisible();
		await expect.element(page.getByText('admitted', { exact: true })).toBeVisible();
	});
});

describe('a deadline', () => {
	const latency = () => page.getByRole('img', { name: /^Of the messages done/ });
	const words = () => latency().getByText('late above this line', { exact: true });

	/** The ramp as far as it has come after so many columns, judged by a deadline of a second. */
	function judged(columns: number, levels = [{ key: 'deadline' as const, time: 0, value: 1 }]) {
		const story = { ...ramp, columns, reached: columns * COLUMN, levels };
		return propsOf(story, columns * COLUMN);
	}

	/** How high something is in the chart of latencies, in seconds on its axis up to two. */
	function secondsAt(height: number): number {
		const lines = [...latency().element().querySelectorAll('line.base, line.grid')];
		const heights = lines.map((line) => line.getBoundingClientRect().top);
		const [bottom, top] = [Math.max(...heights), Math.min(...heights)];
		return ((bottom - height) / (bottom - top)) * 2;
	}

	test('is a solid line at its height over the whole axis, named at its end', async () => {
		await render(ChartStack, judged(COLUMNS));
		await expect.element(words()).toBeVisible();
		await expect.element(latency().getByText('deadline 1 s', { exact: true })).toBeVisible();
		const paths = [...latency().element().querySelectorAll('path:not(.dashed)')];
		const level = paths.find((path) => path.getAttribute('style')?.includes('--message-stroke'));
		const line = level?.getBoundingClientRect();
		const { start, end } = plotInsets(latency().element().getBoundingClientRect().width);
		const whole = latency().element().getBoundingClientRect().width - start - end;
		expect(Math.abs((line?.width ?? 0) - whole)).toBeLessThan(2);
		expect(Math.abs(secondsAt((line?.top ?? 0) + (line?.height ?? 0) / 2) - 1)).toBeLessThan(0.05);
		expect(words().element().getBoundingClientRect().bottom).toBeLessThan((line?.top ?? 0) + 5);
	});

	test.each([100, 250, 400, 550, 700, 750, 800, 850, 900, 950, 999, 1000])(
		'is never written on the names of the lines, after %s columns either',
		async (columns) => {
			await render(ChartStack, judged(columns));
			// It is in view once the latencies have come to a tenth of it.
			await expect.element(words()).toBeVisible();
			const remark = words().element().getBoundingClientRect();
			const names = boxesOf(latency().element().querySelectorAll('text')).filter(
				(_, index, all) => all[index]?.x !== remark.x
			);
			const label = /^p(50|99) (offered|accepted)$/;
			const ends = [...latency().element().querySelectorAll('text')].filter((text) =>
				label.test(text.textContent?.trim() ?? '')
			);
			expect(names.length).toBeGreaterThan(ends.length);
			for (const box of boxesOf(ends)) expect(overlap(remark, box)).toBe(false);
		}
	);

	test('that is taken away is drawn as far as it held', async () => {
		const turns = [
			{ key: 'deadline' as const, time: 0, value: 1 },
			{ key: 'deadline' as const, time: 500 * COLUMN, value: Number.NaN }
		];
		await render(ChartStack, judged(COLUMNS, turns));
		await expect.element(words()).toBeVisible();
		expect(
			latency()
				.getByText(/^deadline/)
				.elements()
		).toHaveLength(0);
		const { left, width } = latency().element().getBoundingClientRect();
		const { start, end } = plotInsets(width);
		const middle = left + start + (width - start - end) / 2;
		expect(words().element().getBoundingClientRect().right).toBeLessThan(middle);
	});

	test('makes the rates tell what is done in time, in line, readout and table', async () => {
		await render(ChartStack, judged(COLUMNS));
		const rates = page.getByRole('img', { name: /done, 0 of them late\. .* in time\./ });
		await expect.element(rates).toBeVisible();
		await expect.element(rates.getByText('done in time', { exact: true })).toBeVisible();
		await page.getByRole('button', { name: 'Rates as table' }).click();
		const head = page.getByRole('row', { name: 'at offered done done in time' });
		await expect.element(head).toBeVisible();
	});

	test('leaves charts without one as they are', async () => {
		await render(ChartStack, propsOf(ramp));
		await expect.element(latency()).toBeVisible();
		expect(page.getByText(/late|deadline|in time/).elements()).toHaveLength(0);
	});
});

test.each([
	['a gate', gated],
	['no gate', ramp]
])('moving the time of a run with %s leaves axes and paths alone', async (_, story) => {
	const screen = await render(ChartStack, propsOf(story, 500 * COLUMN));
	const touched = new Set<string>();
	const observer = new MutationObserver((records) => {
		for (const { target } of records) {
			if (target instanceof SVGElement) touched.add(target.getAttribute('class') ?? target.tagName);
		}
	});
	observer.observe(screen.container, { attributes: true, childList: true, subtree: true });
	await screen.rerender(propsOf(story, 600 * COLUMN));
	await expect.element(page.getByRole('img', { name: /^In 6 s/ })).toBeVisible();
	observer.disconnect();
	const isMoving = (name: string) => /^(now |rect|)(svelte-\w+)?$/.test(name);
	expect([...touched].filter((name) => !isMoving(name))).toEqual([]);
	expect(touched.size).toBeGreaterThan(0);
});
