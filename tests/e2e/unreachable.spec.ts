import { expect, test } from '@playwright/test';
import { Lab } from './page/lab';

// Not the watched page: a file that cannot be fetched is an error in the console, rightly.
test('a strategy that cannot be fetched: the page says so and keeps what it shows', async ({
	page
}) => {
	const lab = new Lab(page);
	await lab.open('?strategy=small-buffers&t=2');
	const before = await lab.drawn();
	await page.context().route('**/assets/code-*', (route) => route.abort());
	await page.getByRole('link', { name: 'Reactive streams' }).click();
	await expect(lab.stage).toContainText(
		'The engine could not answer: the code of reactive-streams could not be fetched. This run stands still; other runs and all knobs work.'
	);
	expect(await lab.drawn()).toEqual(before);
});
