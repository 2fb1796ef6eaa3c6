import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PipelineTable from '../../../src/figures/PipelineTable.svelte';
import { BLOCKED, MOMENTS, propsOf } from './figure-fixture';

describe('the table of a figure', () => {
	test('has a row for each station with the same counts and words as the figure', async () => {
		const { plan, settings, frame, title } = propsOf();
		await render(PipelineTable, { plan, settings, frame, title });
		const row = page.getByRole('row', { name: /Channel, capacity 10/ });
		await expect.element(row).toHaveTextContent(/10 of 10, oldest has waited 20/);
		const counts = [...document.querySelectorAll<HTMLElement>('td[data-station]')];
		expect(counts.map(({ dataset }) => Number(dataset['count']))).toEqual(BLOCKED.counts);
	});

	test('says what has come to a stop, and how many went which way', async () => {
		const { plan, settings, frame, title } = MOMENTS['gate shut']();
		await render(PipelineTable, { plan, settings, frame, title });
		const table = page.getByRole('table', { name: /The gate is shut\. Upstream: / });
		await expect.element(table).toBeVisible();
		const gone = page.getByRole('row', { name: /Gone: lag too high/ });
		await expect.element(gone).toHaveTextContent(/[1-9]/);
	});
});
