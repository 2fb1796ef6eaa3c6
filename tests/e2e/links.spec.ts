import { expect } from '@playwright/test';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

test('a link leads to exactly the moment it was copied at, twice', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&rate=700&buffer=20&seed=9&changes=1:rate:300&t=2.5');
	const first = await lab.numbers();
	expect(first['time']).toBe(String(2.5e9));
	const address = page.url();
	await page.goto('about:blank');
	await page.goto(address);
	await expect(page.locator('html[data-ready]')).toBeAttached();
	expect(await lab.numbers()).toEqual(first);
});

test('a bad link is put right, and one sentence says how', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&buffer=99999999&rate=<script>alert(1)</script>&x=1');
	await expect(page.getByText('This link asked for buffer size')).toContainText('so 10 is used');
	await expect(page.getByText('This link asked for arrival rate')).toContainText('so 600');
	await lab.playPast(0.01);
});

for (const query of ['?strategy=nothing', '?preset=%00%ff', '?t=1e99&speed=0', '?changes=1:2:3']) {
	test(`${query} still gives a lab that plays`, async ({ page }) => {
		const lab = new Lab(page);
		await lab.open(query);
		await lab.playPast(0.01);
	});
}

test('values that cannot go together give the preset, and say so', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&rate=100000&duration=86400');
	await expect(page.getByText('the preset is shown instead')).toBeVisible();
	await lab.playPast(0.01);
});

test('the way into the lab from the start page keeps the run', async ({ page }) => {
	await page.goto('');
	await page.getByRole('link', { name: 'Open this run in the lab' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten slots, felt at once');
});

test('a load that somebody set goes along to another strategy, in the link as well', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&preset=ten-slots&rate=700&seed=9');
	await page.getByRole('link', { name: 'Reactive streams' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your load');
	await expect(page).toHaveURL(/strategy=reactive-streams&preset=[\w-]+&seed=9&rate=700/);
	await lab.button('Show that preset with its own load').click();
	await expect(page.getByRole('slider', { name: 'Arrival rate' })).toHaveAttribute(
		'aria-valuetext',
		'600 per second'
	);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Your load');
});

test('the start page reads its address as the lab does', async ({ page }) => {
	await page.goto('?theme=dark&amp;rate=700');
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByText('This link was damaged on its way')).toContainText('rate');
});

test('the way back of the browser leads to the preset before', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&rate=700');
	await page.getByRole('link', { name: 'No backpressure' }).click();
	await expect(page).toHaveURL(/strategy=no-backpressure/);
	await page.goBack();
	await expect(page).toHaveURL(/strategy=small-buffers&preset=ten-slots&seed=\d+&rate=700/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten slots, felt at once');
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your load');
});
