import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { StrategyPlan } from '../../src/core/plan/plan';
import type { MistakeKey } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import type { StrategyListing } from '../../src/listing/listing';
import { loadListing } from '../../src/listing/load-listing';
import StrategyCode from '../../src/listing/StrategyCode.svelte';
import { sampled } from '../setup/sample';
import { frameWith, MS } from '../unit/figures/fixture';
import '../../src/design/base.css';
import '../../src/design/fonts.css';
import '../../src/design/tokens.css';

/** Widths of the panel in a window of 375, 1024, 1280 and 1440 px, and where its layout changes. */
const WIDTHS = [343, 652, 831, 832, 876, 912];

/** An odd time, so that what is said of it is long. */
const NOW = 123_456 * MS;

/** Of the roles that can be many, so many wait. */
const MANY = 1_000;

/** Somebody waits everywhere. The role of a method is the one that is named like it, or the first. */
function crowd(code: StrategyListing, plan: StrategyPlan): Float64Array {
	const rows = Object.entries(code.waits).map(([line, [wait = '']]) => {
		const method = wait.split('/')[0] ?? '';
		const role = plan.roles.findIndex(
			({ id }) => method === id || (method === 'work' && id === 'worker')
		);
		const isMany = method === 'work' || method === 'task';
		return [Math.max(0, role), Number(line), isMany ? MANY : 1, 0];
	});
	return Float64Array.from(rows.flat());
}

async function propsOf(plan: StrategyPlan, mistakes: readonly MistakeKey[] = [], isBusy = true) {
	const code = await loadListing(plan.id);
	const parked = isBusy ? crowd(code, plan) : new Float64Array();
	return { code, roles: plan.roles, mistakes, frame: { ...frameWith({ time: NOW }), parked } };
}

function all(selector: string): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>(selector)];
}

function panel(): HTMLElement {
	const [region] = all('[role=region]');
	if (region === undefined) throw new Error('there is no panel');
	return region;
}

/** The boxes that the code of the panel takes, line by line, blanks at the margin left out. */
function codeBoxes(): DOMRect[] {
	return all('.line code > span').flatMap((token) => {
		if (token.textContent?.trim() === '') return [];
		const range = document.createRange();
		const text = token.firstChild;
		if (text === null) return [];
		const { length } = text.textContent ?? '';
		range.setStart(text, length - (text.textContent ?? '').trimStart().length);
		range.setEnd(text, (text.textContent ?? '').trimEnd().length);
		return [...range.getClientRects()];
	});
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return across > 0.5 && down > 0.5;
}

async function showAt(width: number): Promise<void> {
	await page.viewport(width + 32, 900);
}

beforeEach(async () => {
	await showAt(912);
	document.body.style.margin = '16px';
	await document.fonts.ready;
});

describe.each(STRATEGIES.plans.map((plan) => [plan.id, plan] as const))(
	'the code of %s',
	(id, plan) => {
		const situations: readonly (readonly MistakeKey[])[] = [
			[],
			...STRATEGIES.mistakesOf(id).map((key) => [key])
		];

		test.each(sampled(WIDTHS, 2))(
			'at %i px no mark covers code, and none is out of view',
			async (width) => {
				await showAt(width);
				for (const mistakes of situations) {
					for (const language of ['TypeScript', 'Go']) {
						const screen = await render(StrategyCode, await propsOf(plan, mistakes));
						await page.getByRole('radio', { name: language }).click();
						const marks = all('.mark').map((mark) => mark.getBoundingClientRect());
						const code = codeBoxes();
						expect(marks.length).toBeGreaterThan(2);
						expect(code.length).toBeGreaterThan(30);
						for (const mark of marks) {
							expect(code.filter((box) => overlap(mark, box))).toEqual([]);
							expect(mark.left).toBeGreaterThanOrEqual(panel().getBoundingClientRect().left);
							expect(mark.right).toBeLessThanOrEqual(panel().getBoundingClientRect().right);
						}
						expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width + 32);
						screen.unmount();
					}
				}
			}
		);

		test.each([343, 912])('at %i px no line moves when marks come', async (width) => {
			await showAt(width);
			const tops = () => all('.line').map((line) => line.offsetTop);
			const screen = await render(StrategyCode, await propsOf(plan, [], false));
			const still = tops();
			expect(all('.mark')).toHaveLength(0);
			await screen.rerender(await propsOf(plan));
			expect(all('.mark').length).toBeGreaterThan(2);
			expect(tops()).toEqual(still);
		});
	}
);

describe('the panel', () => {
	const plan = STRATEGIES.planOf('bounded-concurrency');

	test('opens at the first process, and at the first change when there is one', async () => {
		const small = STRATEGIES.planOf('small-buffers');
		const isInView = (text: string) => {
			const line = all('.line').find((row) => row.textContent?.includes(text));
			const { top = 0 } = line?.getBoundingClientRect() ?? {};
			const view = panel().getBoundingClientRect();
			return top >= view.top - 1 && top < view.top + 100;
		};
		const screen = await render(StrategyCode, await propsOf(small));
		await page.getByRole('radio', { name: 'TypeScript' }).click();
		expect(isInView('*produce()')).toBe(true);
		await screen.rerender(await propsOf(small, ['oversized-buffer']));
		await expect.poll(() => isInView('capacity(): number')).toBe(true);
	});

	test('is scrolled with the keyboard', async () => {
		await render(StrategyCode, await propsOf(plan));
		const region = page.getByRole('region', { name: /^Code of bounded-concurrency/ });
		panel().style.maxHeight = '200px';
		const { scrollTop } = panel();
		(region.element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(() => panel().scrollTop).toBeGreaterThan(scrollTop);
	});

	test('says who waits, how many and for how long, the first role hatched', async () => {
		const props = await propsOf(plan);
		const lineOf = (wait: string) =>
			Number(
				Object.keys(props.code.waits).find((line) => props.code.waits[Number(line)]?.includes(wait))
			);
		const producer = [0, lineOf('produce/1'), 1, NOW - 20 * MS];
		const tasks = [2, lineOf('task/2'), 97, 0];
		const frame = { ...props.frame, parked: Float64Array.from([...producer, ...tasks]) };
		await render(StrategyCode, { ...props, frame });
		await page.getByRole('radio', { name: 'TypeScript' }).click();
		const marked = all('.waits').map((line) => [
			line.querySelector('code')?.textContent?.trim(),
			line.querySelector('.mark')?.textContent?.replace(/\s/g, ' ')
		]);
		expect(marked).toEqual([
			['for (;;) this.topic.append(yield* this.world.source.take());', 'producer · 20 ms'],
			['yield* worker.serve(record);', expect.stringMatching(/^97 tasks · 2/)]
		]);
		const hatched = all('.line').filter(
			(line) => getComputedStyle(line).backgroundImage !== 'none'
		);
		expect(hatched).toHaveLength(1);
		expect(hatched[0]?.textContent).toContain('producer');
	});

	test('strikes out what a mistake leaves away and adds what it writes, with signs and words', async () => {
		await render(StrategyCode, await propsOf(plan, ['leaks-permits']));
		await page.getByRole('radio', { name: 'TypeScript' }).click();
		const sign = (line: HTMLElement) => getComputedStyle(line, '::after').content;
		const removed = all('.line:has(del)');
		const added = all('.line:has(ins)');
		expect(removed.map(({ textContent }) => textContent).join('')).toContain('finally');
		expect(added.map(({ textContent }) => textContent).join('')).toContain('% 100 === 99');
		expect(new Set(removed.map(sign))).toEqual(new Set(['"−"']));
		expect(new Set(added.map(sign))).toEqual(new Set(['"+"']));
		for (const text of all('del')) {
			expect(getComputedStyle(text).textDecorationLine).toBe('line-through');
		}
		await expect.element(page.getByText('as it should be').first()).toBeVisible();
		await expect.element(page.getByText('as it is written here').first()).toBeVisible();
		await expect.element(page.getByText('leaks-permits.ts')).toBeVisible();
	});

	test('keeps the language for the next strategy', async () => {
		const screen = await render(StrategyCode, await propsOf(plan));
		await page.getByRole('radio', { name: 'Go' }).click();
		await expect.element(page.getByText('is the same mechanism in Go')).toBeVisible();
		screen.unmount();
		await render(StrategyCode, await propsOf(STRATEGIES.planOf('small-buffers')));
		await expect.element(page.getByRole('radio', { name: 'Go' })).toBeChecked();
		await expect.element(page.getByText('func (s *SmallBuffers) produce() {')).toBeVisible();
		await page.getByRole('radio', { name: 'TypeScript' }).click();
		await expect.element(page.getByText('as it runs in the Web Worker')).toBeVisible();
	});
});
