import { expect } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { sampled } from '../setup/sample';
import { EACH_MISTAKE } from '../setup/sources/each-mistake';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

for (const [key, strategy] of sampled(EACH_MISTAKE, 3)) {
	test(`${key} is switched on by its switch, undone by Undo, and kept by the link`, async ({
		page
	}) => {
		const lab = new Lab(page);
		const plan = STRATEGIES.plans.find(({ id }) => id === strategy);
		const name = plan?.mistakes.find((mistake) => mistake.key === key)?.name ?? '';
		await lab.open(`?strategy=${strategy}&t=1`);
		const control = page.getByRole('switch', { name });
		await expect(control).not.toBeChecked();
		const right = await lab.stage.getAttribute('data-digest');

		await control.click();
		await expect(page).toHaveURL(new RegExp(`mistake=${key}`));
		await expect(control).toBeChecked();
		await expect(control).toHaveAccessibleDescription(/To mend it/);
		expect(await lab.drawnTime()).toBe(0);

		await lab.button('Undo').click();
		await expect(control).not.toBeChecked();
		await expect(lab.stage).toHaveAttribute('data-digest', right ?? '');
	});
}

test('a link to a mistake that the strategy does not have says so and plays', async ({ page }) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&mistake=leaks-permits');
	await expect(page.getByText('a mistake that this strategy does not have')).toBeVisible();
	await lab.playPast(0.01);
});
