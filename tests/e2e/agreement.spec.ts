import { expect } from '@playwright/test';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { sampled } from '../setup/sample';
import { inNode } from './page/in-node';
import { Lab } from './page/lab';
import { test } from './page/watched-page';

// Numbers do not depend on what travels between them, and a page that animates nothing is faster.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Compares every number on the page with a headless run of what the address says, to the time drawn. */
async function expectAgreement(lab: Lab, moment: string): Promise<void> {
	const address = lab.page.url();
	await expect(async () => {
		const { time, event } = await lab.drawn();
		const expected = inNode.expectedNumbers(address, time, event);
		expect(await lab.numbers(), moment).toMatchObject(expected);
	}).toPass({ intervals: [50] });
}

/** The address follows the page after a moment; it is what a reader would send on. */
async function expectTimeInAddress(lab: Lab): Promise<void> {
	const { time } = await lab.drawn();
	const addressed = () => Number(new URL(lab.page.url()).searchParams.get('t') ?? 0);
	await expect.poll(() => Math.round(addressed() * 1e9)).toBe(time);
}

const presets = sampled(STRATEGIES.presets, 3);

for (const { id, scenario, tellingAt } of presets) {
	test(`${id}: every number on the page is that of the headless run`, async ({ page }) => {
		const lab = new Lab(page);
		await lab.open(`?strategy=${scenario.strategy}&preset=${id}`);
		await page.getByText('Figure as table').click();
		const { duration } = scenario;

		await test.step('after play', async () => {
			await lab.playPast(0.01);
			await expectAgreement(lab, 'paused while playing');
			await expectTimeInAddress(lab);
		});
		await test.step('after each of five steps', async () => {
			for (let n = 1; n <= 5; n++) {
				await lab.press('Step');
				await expectAgreement(lab, `step ${n}`);
			}
			await expectTimeInAddress(lab);
		});
		await test.step('after each of five steps back', async () => {
			for (let n = 1; n <= 5; n++) {
				await lab.press('Step back');
				await expectAgreement(lab, `step back ${n}`);
			}
			await expectTimeInAddress(lab);
		});
		await test.step('after scrubbing to the future and to the past', async () => {
			for (const seconds of [tellingAt, duration, duration / 3, duration / 10, duration / 2]) {
				await lab.seek(seconds);
				await expectAgreement(lab, `at ${seconds} s`);
			}
			await expectTimeInAddress(lab);
		});
		await test.step('after a turned knob', async () => {
			await lab.seek(duration / 4);
			const rate = page.getByRole('slider', { name: 'Arrival rate' });
			await rate.focus();
			await page.keyboard.press('PageUp');
			await expect(page).toHaveURL(/changes=/);
			await expectAgreement(lab, 'knob turned');
			for (const share of [0.3, 0.5, 0.9, 0.26, 0.1]) {
				await lab.seek(duration * share);
				await expectAgreement(lab, `at ${share} of the run with the knob turned`);
			}
			await expectTimeInAddress(lab);
		});
	});
}
