import { expect, type Locator } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { sampled } from '../setup/sample';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

async function boxOf(locator: Locator) {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('it is not drawn');
	return { ...box, bottom: box.y + box.height };
}

for (const theme of ['light', 'projector']) {
	test(`on a beamer, ${theme}, the whole figure and Play are in view together`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		const lab = new Lab(page);
		for (const { id } of sampled(STRATEGIES.plans, 2)) {
			await lab.open(`?strategy=${id}&t=1.5&theme=${theme}`);
			// Until its fonts have come, words may need fewer lines.
			await page.evaluate(() => document.fonts.ready.then(() => undefined));
			const transport = await boxOf(page.getByRole('region', { name: 'Transport' }));
			expect((await boxOf(lab.figure)).bottom, id).toBeLessThanOrEqual(transport.y);
			expect(transport.bottom).toBeLessThanOrEqual(900);
		}
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 375, height: 700 } });

	test('Play takes who has not come as far as the figure there', async ({ page }) => {
		const lab = new Lab(page);
		await lab.open();
		await lab.button('Play').click();
		const transport = await boxOf(page.getByRole('region', { name: 'Transport' }));
		await expect.poll(async () => (await boxOf(lab.figure)).bottom).toBeLessThan(transport.y);
		expect((await boxOf(lab.figure)).y).toBeGreaterThanOrEqual(0);
	});

	test('Play takes who is at the knobs back to the run', async ({ page }) => {
		const lab = new Lab(page);
		await lab.open();
		await page.getByRole('slider', { name: 'Workers', exact: true }).focus();
		await lab.playPast(0.01);
		expect((await boxOf(lab.figure)).y).toBeGreaterThanOrEqual(0);
	});

	test.describe('a finger that scrolls the page', () => {
		test.use({ hasTouch: true, isMobile: true });

		for (const name of ['Arrival rate', 'Time']) {
			test(`over the slider ${name} turns nothing`, async ({ page }) => {
				const lab = new Lab(page);
				await lab.open('?t=1.5');
				const slider = page.getByRole('slider', { name, exact: true });
				await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
				const before = [await slider.getAttribute('aria-valuetext'), page.url()];
				const { x, y, width, height } = await boxOf(slider);
				const scrolled = await page.evaluate(() => scrollY);
				const session = await page.context().newCDPSession(page);
				const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up = 0) =>
					session.send('Input.dispatchTouchEvent', {
						type,
						touchPoints: type === 'touchEnd' ? [] : [{ x: x + 0.8 * width, y: y + height / 2 - up }]
					});
				await touch('touchStart');
				for (let up = 12; up <= 144; up += 12) await touch('touchMove', up);
				await touch('touchEnd');
				await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
				await expect(slider).toHaveAttribute('aria-valuetext', before[0] ?? '');
				expect(page.url()).toBe(before[1]);
			});
		}
	});

	test('Play leaves who is at the charts there', async ({ page }) => {
		const lab = new Lab(page);
		await lab.open();
		await page.getByRole('button', { name: 'as table' }).last().focus();
		const before = await page.evaluate(() => scrollY);
		await lab.playPast(0.01);
		expect(await page.evaluate(() => scrollY)).toBe(before);
	});
});

const WINDOWS = [
	[1440, 700],
	[768, 900],
	[375, 700]
] as const;

for (const [width, height] of sampled(WINDOWS, 1)) {
	test(`at ${width} px Play stays in view wherever one is in the run`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		const lab = new Lab(page);
		await lab.open('?t=1.5');
		await expect(lab.button('Play')).toBeInViewport();
		await page
			.getByRole('img', { name: /latency|backlog/i })
			.last()
			.scrollIntoViewIfNeeded();
		await expect(lab.button('Play')).toBeInViewport();
	});

	test(`at ${width} px nothing that has the focus lies under the transport`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		const lab = new Lab(page);
		await lab.open('?t=1.5');
		const covered = [];
		for (const key of [...Array(50).fill('Tab'), ...Array(50).fill('Shift+Tab')]) {
			await page.keyboard.press(key);
			covered.push(
				await page.evaluate(() => {
					const focused = document.activeElement;
					if (focused === null || focused === document.body) return '';
					// The figure may be taller than the room that is left; its ends are what counts for the rest.
					if (focused.closest('[data-transport]') || focused.matches('figure')) return '';
					const bar = document.querySelector('[data-transport]')?.getBoundingClientRect();
					const it = focused.getBoundingClientRect();
					if (bar === undefined || it.right <= bar.left || it.left >= bar.right) return '';
					return it.top < bar.bottom - 1 && it.bottom > bar.top + 1 ? focused.outerHTML : '';
				})
			);
		}
		expect(covered.filter((html) => html !== '')).toEqual([]);
	});
}

test('in one column: preset, figure, charts, knobs, readings, code, each before the next', async ({
	page
}) => {
	await page.setViewportSize({ width: 375, height: 800 });
	const lab = new Lab(page);
	await lab.open('?t=1.5');
	const parts = [
		page.getByRole('combobox', { name: 'Preset' }),
		lab.figure,
		page.getByRole('combobox', { name: 'Chart' }),
		page.getByRole('slider', { name: 'Arrival rate' }),
		page.getByLabel('throughput'),
		page.getByText('as it runs in the Web Worker')
	];
	const tops = [];
	for (const part of parts) tops.push((await boxOf(part)).y);
	expect(tops).toEqual([...tops].sort((one, other) => one - other));
	await parts[0]?.selectOption('Losing instead of waiting');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Losing instead of waiting');
});

test('after a turned knob the words of the preset say that they are about the preset', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open();
	await expect(page.getByText('changed:')).toBeHidden();
	await page.getByRole('slider', { name: 'Arrival rate' }).focus();
	await page.keyboard.press('PageUp');
	await expect(page.getByText('changed:')).toBeVisible();
	await lab.button('Restore preset').click();
	await expect(page.getByText('changed:')).toBeHidden();
});

test('a copied link leads to this moment, from the start page into the lab', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const lab = new Lab(page);
	await page.goto('');
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await lab.playPast(0.01);
	const time = await lab.drawnTime();
	await lab.button('Copy link to this moment').click();
	await expect(page.getByRole('status', { name: 'Events' })).toHaveText('Link copied.');
	await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await expect(page).toHaveURL(/\/lab\//);
	expect(await lab.drawnTime()).toBe(time);
});

test('a theme in the link wins over the stored one, auto too, and is not stored', async ({
	page
}) => {
	const lab = new Lab(page);
	const html = page.locator('html');
	await page.addInitScript(() => localStorage.setItem('pushback-theme', 'dark'));
	await lab.open();
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await lab.open('?theme=projector');
	await expect(html).toHaveAttribute('data-theme', 'projector');
	await lab.open('?theme=auto');
	await expect(html).not.toHaveAttribute('data-theme');
	expect(await page.evaluate(() => localStorage.getItem('pushback-theme'))).toBe('dark');
});

for (const [system, link, isStill] of [
	['reduce', 'full', false],
	['reduce', 'auto', true],
	['no-preference', 'reduced', true],
	['no-preference', 'auto', false]
] as const) {
	test(`motion=${link} where the system says ${system}: style sheets follow`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: system });
		const lab = new Lab(page);
		await lab.open(`?motion=${link}`);
		const duration = await page.evaluate(() => {
			const probe = document.body.appendChild(document.createElement('i'));
			probe.style.setProperty('transition', 'opacity 1s');
			return getComputedStyle(probe).transitionDuration;
		});
		expect(duration).toBe(isStill ? '0s' : '1s');
	});
}

test('in forced colors only the chosen strategy and preset are marked', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	const lab = new Lab(page);
	await lab.open();
	const marked = await page.evaluate(() => {
		const ground = getComputedStyle(document.body).backgroundColor;
		const paper = ['rgb(255, 255, 255)', ground];
		const isMarked = (element: Element, side: 'bottom' | 'left') => {
			const style = getComputedStyle(element);
			const width = style.getPropertyValue(`border-${side}-width`);
			return width !== '0px' && !paper.includes(style.getPropertyValue(`border-${side}-color`));
		};
		const tabs = [...document.querySelectorAll('nav[aria-label="Strategies"] a')];
		const presets = [...document.querySelectorAll('button[aria-pressed]')];
		return [
			...tabs.filter((tab) => isMarked(tab, 'bottom')),
			...presets.filter((preset) => isMarked(preset, 'left'))
		].map((element) => element.textContent?.trim());
	});
	expect(marked).toEqual(['Small buffers', 'Ten slots, felt at once']);
});
