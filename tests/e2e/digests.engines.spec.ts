import { expect } from '@playwright/test';
import { STRATEGIES, STRATEGIES } from '../../src/core/strategies/strategies';
import { inNode } from './in-node';
import { Lab } from './lab';
import { test } from './watched-page';

for (const { id: strategy, name } of STRATEGIES.plans) {
	test(`${name}: every preset has the same events here as in Node, to the end`, async ({
		page
	}) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${strategy}`);
		for (const { id, title, scenario } of STRATEGIES.presets) {
			if (scenario.strategy !== strategy) continue;
			await test.step(id, async () => {
				await lab.button(title).click();
				await lab.seek(scenario.duration);
				const digest = inNode.expectedDigest(scenario);
				await expect.soft(lab.stage, id).toHaveAttribute('data-digest', digest);
			});
		}
	});
}
