import { expect } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { sampled } from '../setup/sample';
import { inNode } from './page/in-node';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

const presets = sampled(STRATEGIES.presets, 3);

for (const { id, scenario } of presets) {
	test(`${id} has the same events here as in Node, to the end`, async ({ page }) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${scenario.strategy}&preset=${id}`);
		await lab.seek(scenario.duration);
		const digest = inNode.expectedDigest(scenario);
		await expect(lab.stage).toHaveAttribute('data-digest', digest);
	});
}
