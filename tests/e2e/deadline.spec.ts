import { expect } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { inNode } from './page/in-node';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const strategy of STRATEGIES.ids) {
	test(`${strategy}: with a deadline, what still mattered is told as in the headless run`, async ({
		page
	}) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${strategy}&deadline=20&t=4`);
		const address = page.url();
		const { time, event } = await lab.drawn();
		const expected = inNode.expectedNumbers(address, time, event);
		expect(Object.keys(expected)).toEqual(
			expect.arrayContaining(['goodput', 'late', 'overdue', 'done in time', 'done late'])
		);
		await page.getByText('Figure as table').click();
		expect(await lab.numbers()).toMatchObject(expected);
		await expect(page.getByRole('img', { name: /Later than 20.ms is late\./ })).toBeVisible();
		await expect(page.getByText('late above this line')).toBeVisible();
	});
}

test('a deadline is turned on and off, and the run goes on as it was', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&t=2');
	const digest = await lab.stage.getAttribute('data-digest');
	await expect(page.getByLabel('goodput')).toHaveCount(0);
	await expect(page.getByRole('slider', { name: 'Deadline' })).toBeDisabled();

	await page.getByRole('checkbox', { name: 'Deadline: none' }).uncheck();
	await expect(page).toHaveURL(/changes=2:deadline:\d+/);
	await expect(page.getByLabel('goodput')).toBeVisible();
	await expect(lab.stage.getByRole('status', { name: 'Events' })).toHaveText(
		/^At 2.s: From here on, deadline /
	);
	await expect(lab.stage).toHaveAttribute('data-digest', digest ?? '');

	await page.getByRole('checkbox', { name: 'Deadline: none' }).check();
	await expect(page).not.toHaveURL(/changes=/);
	await expect(page.getByLabel('goodput')).toHaveCount(0);
	await expect(lab.stage).toHaveAttribute('data-digest', digest ?? '');
});

test('the way from moment to moment stops where the first message was late', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&preset=ten-thousand-slots&deadline=1000');
	await lab.press('Next moment');
	await expect(lab.stage.getByRole('status', { name: 'Events' })).toHaveText(
		/: The first message was late\.$/
	);
	await expect(page.getByLabel('late', { exact: true })).toHaveText('1');
});
