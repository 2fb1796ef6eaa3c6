import { expect } from '@playwright/test';
import { PRESETS } from '../../src/core/scenario/presets';
import { inNode } from './in-node';
import { Lab } from './lab';
import { test } from './watched-page';

for (const { id, scenario } of PRESETS) {
	test(`${id} has the same events here as in Node, to the end`, async ({ page }) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${scenario.strategy}&preset=${id}`);
		await lab.seek(scenario.duration);
		await expect(lab.stage).toHaveAttribute('data-digest', inNode.expectedDigest(scenario));
	});
}
