import { expect, type Locator, type Page } from '@playwright/test';

/** The lab as a reader meets it: everything by role and name. */
export class Lab {
	readonly page: Page;
	readonly figure: Locator;
	readonly time: Locator;
	/** The part of the page that shows the run. */
	readonly stage: Locator;

	constructor(page: Page) {
		this.page = page;
		this.figure = page.locator('figure[data-time]');
		this.stage = page.getByRole('region', { name: 'The run', exact: true });
		this.time = page.getByRole('slider', { name: 'Time', exact: true });
	}

	/** Opens the lab and waits for its first picture, and for what is fetched after that. */
	async open(query = ''): Promise<void> {
		await this.page.goto(`lab/${query}`);
		await expect(this.page.locator('html[data-ready]')).toBeAttached();
		await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** What is drawn: the virtual time in nanoseconds, and the number of events so far. */
	async drawn(): Promise<{ readonly time: number; readonly event: number }> {
		return this.figure.evaluate((figure) => ({
			time: Number(figure.dataset['time']),
			event: Number(figure.dataset['event'])
		}));
	}

	/** The virtual time that is drawn, in nanoseconds. */
	async drawnTime(): Promise<number> {
		return (await this.drawn()).time;
	}

	/** Presses a button and waits until the picture is another. */
	async press(name: string): Promise<void> {
		const before = await this.drawn();
		await this.button(name).click();
		await expect.poll(() => this.drawn(), { intervals: [50] }).not.toEqual(before);
	}

	/** Puts the scrubber to a time in seconds, to the millisecond, and waits until the run is there. */
	async seek(seconds: number): Promise<void> {
		const text = String(Number(seconds.toFixed(3)));
		await this.time.fill(text);
		await expect
			.poll(() => this.drawnTime(), { intervals: [50] })
			.toBe(Math.round(Number(text) * 1e9));
	}

	/** Plays until the drawn time has passed so many seconds, and pauses. */
	async playPast(seconds: number): Promise<void> {
		await this.button('Play').click();
		await expect.poll(() => this.drawnTime()).toBeGreaterThan(seconds * 1e9);
		await this.button('Pause').click();
		await expect(this.button('Play')).toBeVisible();
	}

	/** Every number on the page that a reader can check, by its name. */
	async numbers(): Promise<Record<string, string>> {
		return this.page.evaluate(() => {
			const numbers: Record<string, string> = {};
			for (const output of document.querySelectorAll('output[aria-labelledby]')) {
				const label = document.getElementById(output.getAttribute('aria-labelledby') ?? '');
				numbers[label?.textContent?.trim() ?? ''] = output.textContent?.trim() ?? '';
			}
			for (const cell of document.querySelectorAll<HTMLElement>('td[data-station]')) {
				numbers[`station ${cell.dataset['station']}`] = cell.dataset['count'] ?? '';
			}
			const drawn = document.querySelector<HTMLElement>('figure[data-time]');
			numbers['time'] = drawn?.dataset['time'] ?? '';
			numbers['event'] = drawn?.dataset['event'] ?? '';
			return numbers;
		});
	}
}
