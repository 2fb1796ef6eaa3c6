import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { sampled } from '../setup/sample';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		// There are no frames to be put together, so no second page need be opened for that.
		.setLegacyMode()
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
	expect(found).toEqual([]);
}

const LOOKS = [
	{ name: 'light', colorScheme: 'light', width: 1440 },
	{ name: 'dark', colorScheme: 'dark', width: 1440 },
	{ name: 'phone', colorScheme: 'light', width: 375 }
] as const;

for (const { name, colorScheme, width } of sampled(LOOKS, 1)) {
	test.describe(name, () => {
		test.use({ colorScheme, viewport: { width, height: 900 } });

		test('the start page has no barrier', async ({ page }) => {
			await page.goto('');
			await expect(page.locator('html[data-ready]')).toBeAttached();
			await expectAccessible(page);
		});

		test('the lab has no barrier: blocked, playing', async ({ page }) => {
			const lab = new Lab(page);
			await lab.open('?t=1.5');
			await expect(lab.figure).toContainText('blocked');
			await expectAccessible(page);
			await lab.button('Play').click();
			await expectAccessible(page);
		});

		test('the lab has no barrier with each table, the explanations and the help open', async ({
			page
		}) => {
			const lab = new Lab(page);
			await lab.open('?t=1.5');
			await page.getByText('Figure as table').click();
			for (const table of await page.getByText('as table', { exact: true }).all()) {
				await table.click();
			}
			await expect(page.getByRole('table').first()).toBeVisible();
			await page.getByRole('button', { name: 'Explain the knobs' }).click();
			await page.getByRole('button', { name: 'Explain the readings' }).click();
			await expectAccessible(page);
			await page.getByRole('button', { name: 'Help', exact: true }).click();
			await expect(page.getByRole('dialog')).toBeVisible();
			await expectAccessible(page);
		});
	});
}

for (const { id, name } of sampled(STRATEGIES.plans, 1)) {
	test(`${name} has no barrier on a wide page, nor on a phone with every mistake`, async ({
		page
	}) => {
		const lab = new Lab(page);
		for (const [width, mistakes] of [
			[1440, ''],
			[375, `&mistake=${STRATEGIES.mistakesOf(id).join()}`]
		] as const) {
			await page.setViewportSize({ width, height: 900 });
			await lab.open(`?strategy=${id}&t=1.5${mistakes}`);
			await page.getByText('Figure as table').click();
			await expectAccessible(page);
		}
	});
}

for (const { id, name } of sampled(STRATEGIES.plans, 2)) {
	test(`${name}: at no width does anything make the page scroll sideways`, async ({ page }) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${id}&t=1.5`);
		for (const width of [320, 375, 768, 1440, 1920]) {
			await page.setViewportSize({ width, height: 900 });
			const overflow = await page.evaluate(async () => {
				// The figure learns of its width in one frame and is drawn by the next.
				for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
				return document.documentElement.scrollWidth - document.documentElement.clientWidth;
			});
			expect([width, overflow]).toEqual([width, 0]);
		}
	});
}

test('with reduced motion nothing travels, and the run plays all the same', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const lab = new Lab(page);
	await lab.open();
	await lab.playPast(0.01);
	await expect(lab.figure.locator('.traveler')).toHaveCount(0);
});
