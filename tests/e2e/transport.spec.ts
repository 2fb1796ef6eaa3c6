import { expect } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { formatReading } from '../../src/design/format';
import { inNode } from './page/in-node';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

test('the first notable moment of ten slots is the full buffer, then the producer is held back', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open();
	await lab.press('Next moment');
	await expect(page.getByRole('status', { name: 'Events' })).toContainText('The buffer got full.');
	await lab.press('Next moment');
	await expect(lab.figure).toContainText('blocked');
	const { scenario } = STRATEGIES.presetsOf('small-buffers')[0];
	const felt = formatReading('s', inNode.firstHeldBackAt(scenario));
	await lab.press('Step');
	await expect(page.getByLabel('until the producer felt it')).toHaveText(felt);
});

test('behind the last moment Next moment goes to the end, and says so', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&t=9');
	await lab.press('Next moment');
	await expect.poll(() => lab.drawnTime()).toBe(10e9);
	await expect(page.getByRole('status', { name: 'Events' })).toHaveText(/^No more moments/);
});

test('a knob that the preset turns is told with what it was turned to', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=bounded-concurrency&preset=slow-database&t=21');
	await expect(page.getByRole('status', { name: 'Events' })).toHaveText(
		'At 20 s: From here on, service time 10 ms.'
	);
});

test('reset goes to 0 with the knobs as they stand; restore preset brings the old knobs back', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&t=2');
	const rate = page.getByRole('slider', { name: 'Arrival rate' });
	await rate.focus();
	await page.keyboard.press('PageUp');
	await expect(page).toHaveURL(/changes=2:rate:/);
	const turned = await rate.getAttribute('aria-valuetext');
	await lab.button('Reset').click();
	await expect.poll(() => lab.drawnTime()).toBe(0);
	await expect(rate).toHaveAttribute('aria-valuetext', turned ?? '');
	await lab.button('Restore preset').click();
	await expect(rate).toHaveAttribute('aria-valuetext', /^600 /);
});

test('undo takes back one turned knob and returns to where it was turned', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&t=2');
	await expect(lab.button('Undo')).toBeDisabled();
	await page.getByRole('slider', { name: 'Buffer size' }).focus();
	await page.keyboard.press('PageUp');
	await expect(page).toHaveURL(/changes=2:buffer:/);
	await lab.seek(5);
	await lab.button('Undo').click();
	await expect.poll(() => lab.drawnTime()).toBe(2e9);
	await expect(page).not.toHaveURL(/changes=/);
	await expect(lab.button('Undo')).toBeDisabled();
});

test('a knob turned in the past forks the run, and undo brings the old future back', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&changes=10:rate:300&t=5');
	await page.getByRole('slider', { name: 'Workers', exact: true }).focus();
	await page.keyboard.press('PageUp');
	await expect(page).toHaveURL(/changes=5:workers:\d+(&|$)/);
	await lab.button('Undo').click();
	await expect(page).toHaveURL(/changes=10:rate:300/);
});

test('a knob that is turned at the end says that nothing comes any more, and offers to run again', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&preset=ten-slots&duration=2&t=2');
	await page.getByRole('slider', { name: 'Arrival rate' }).focus();
	await page.keyboard.press('PageUp');
	const notice = page.getByRole('list', { name: 'Notices' });
	await expect(notice).toContainText(
		/The run ends here: arrival rate .* changes nothing any more\./
	);
	await lab.button('Run again with it').click();
	await expect.poll(() => lab.drawnTime()).toBe(0);
	await expect(page).toHaveURL(/rate=\d+/);
	await expect(page).not.toHaveURL(/changes=/);
	await expect(notice).toBeHidden();
});

test('a new seed gives another run of the same knobs', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open();
	await lab.button('New seed').click();
	await expect(page).toHaveURL(/seed=\d+/);
	await expect.poll(() => lab.drawnTime()).toBe(0);
});

test('play stops at the end, and plays again from 0', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=no-backpressure&preset=quiet-day&t=9.999');
	await lab.button('Play').click();
	await expect.poll(() => lab.drawnTime()).toBe(10e9);
	await expect(lab.button('Play')).toBeVisible();
	await lab.button('Play').click();
	await expect.poll(() => lab.drawnTime()).toBeLessThan(5e9);
	await lab.button('Pause').click();
});

test('the keys work on the figure, with Alt anywhere, and nowhere else', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?t=1');
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('ArrowRight');
	expect(await lab.drawnTime()).toBe(1e9);
	await page.keyboard.press('Alt+KeyK');
	await expect(lab.button('Pause')).toBeVisible();
	await page.keyboard.press('Alt+KeyK');
	await lab.figure.focus();
	await page.keyboard.press('Home');
	await expect.poll(() => lab.drawnTime()).toBe(0);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => lab.drawnTime()).toBeGreaterThan(0);
	const stepped = await lab.drawnTime();
	await page.keyboard.press('.');
	await expect.poll(() => lab.drawnTime()).toBeGreaterThan(stepped);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('a paused page draws nothing new', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?t=1.5');
	const still = await lab.figure.screenshot();
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
	expect((await lab.figure.screenshot()).equals(still)).toBe(true);
});

test('an engine that dies is replaced, and the run goes on where it was', async ({ page }) => {
	await page.addInitScript(() => {
		const RealWorker = Worker;
		const workers: Worker[] = [];
		Object.assign(globalThis, {
			workers,
			Worker: class extends RealWorker {
				constructor(...args: ConstructorParameters<typeof RealWorker>) {
					super(...args);
					workers.push(this);
				}
			}
		});
	});
	const lab = new Lab(page);
	await lab.open('?t=3');
	const digest = await page.locator('[data-digest]').getAttribute('data-digest');
	await page.evaluate(() => {
		const [engine] = (globalThis as unknown as { workers: Worker[] }).workers;
		engine?.dispatchEvent(new ErrorEvent('error', { message: 'out of luck' }));
	});
	await lab.press('Step');
	await expect(page.getByText('A new one replayed the run to where it was')).toBeVisible();
	await lab.press('Step back');
	await expect(page.locator('[data-digest]')).toHaveAttribute('data-digest', digest ?? '');
});
