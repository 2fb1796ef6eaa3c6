import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../setup/browsers.mjs';
import { isHeld, type Verdict } from './budget';

const WINDOWS = 50;
const WINDOW = 100;

/** A machine that stalls does so once; a page that is too slow is so each time. */
const MEASURED_AT_MOST = 3;

/** The pages that have most to draw: marks one by one, a full buffer, a long topic, all permits. */
const PAGES = [
	{ name: 'messages one by one', query: '?t=1' },
	{ name: 'a buffer of 10 000', query: '?preset=ten-thousand-slots&t=100' },
	{
		name: 'a lag of 100 000',
		query: '?strategy=producer-throttling&preset=hundred-thousand-behind&t=55'
	},
	{ name: 'a hundred permits', query: '?strategy=bounded-concurrency&t=10' }
] as const;

/**
 * What a frame of play costs the main thread on the built page, against a reference in the same
 * page: the same figure taken down and put up again, mark by mark, at every frame.
 */
export async function* benchFrames(): AsyncGenerator<Verdict> {
	const server = await preview({ configFile: 'vite.config.ts', preview: { port: 4600 } });
	const browser = await chromium.launch(launchOptions('chromium'));
	try {
		for (const { name, query } of PAGES) {
			const address = `${server.resolvedUrls?.local[0]}lab/${query}`;
			let verdicts = await benchOnce(browser, address, name);
			for (let measured = 1; measured < MEASURED_AT_MOST; measured++) {
				if (verdicts.every(isHeld)) break;
				verdicts = await benchOnce(browser, address, name);
			}
			yield* verdicts;
		}
	} finally {
		await browser.close();
		await server.close();
	}
}

async function benchOnce(browser: Browser, address: string, name: string) {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(address);
	await page.locator('html[data-ready]:not(:has([aria-busy="true"]))').waitFor();
	const verdicts = await benchPage(page, name);
	await page.close();
	return verdicts;
}

async function benchPage(page: Page, name: string): Promise<readonly Verdict[]> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await countLongTasks(page);
	await countFrames(page);
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	const playing = await costPerFrame(page, session);
	const longTasks = await page.evaluate(() => Reflect.get(globalThis, 'longTasks') as number);
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
	await redrawAtEveryFrame(page);
	const reference = await costPerFrame(page, session);
	return [
		{
			name: `${name}: main thread per frame of play, 95th percentile, against redrawing the same marks`,
			measured: playing / reference,
			relation: 'at most',
			limit: 1,
			unit: 'times as much'
		},
		{
			name: `${name}: tasks over 50 ms while playing`,
			measured: longTasks,
			relation: 'at most',
			limit: 0,
			unit: 'tasks'
		}
	];
}

async function countLongTasks(page: Page): Promise<void> {
	await page.evaluate(() => {
		Reflect.set(globalThis, 'longTasks', 0);
		new PerformanceObserver((list) => {
			const before = Reflect.get(globalThis, 'longTasks') as number;
			Reflect.set(globalThis, 'longTasks', before + list.getEntries().length);
		}).observe({ type: 'longtask' });
	});
}

async function countFrames(page: Page): Promise<void> {
	await page.evaluate(() => {
		Reflect.set(globalThis, 'drawnFrames', 0);
		const count = () => {
			Reflect.set(
				globalThis,
				'drawnFrames',
				(Reflect.get(globalThis, 'drawnFrames') as number) + 1
			);
			requestAnimationFrame(count);
		};
		requestAnimationFrame(count);
	});
}

async function redrawAtEveryFrame(page: Page): Promise<void> {
	await page.evaluate(() => {
		const redraw = () => {
			for (const drawing of document.querySelectorAll('figure[data-time], svg[role=img]')) {
				drawing.replaceWith(drawing.cloneNode(true));
			}
			requestAnimationFrame(redraw);
		};
		requestAnimationFrame(redraw);
	});
}

/** The 95th percentile, over short windows, of main-thread seconds per frame. */
async function costPerFrame(page: Page, session: CDPSession): Promise<number> {
	const state = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
		const frames = await page.evaluate(() => Reflect.get(globalThis, 'drawnFrames') as number);
		return { busy, frames };
	};
	const costs: number[] = [];
	let before = await state();
	for (let window = 0; window < WINDOWS; window++) {
		await new Promise((resolve) => setTimeout(resolve, WINDOW));
		const now = await state();
		costs.push((now.busy - before.busy) / Math.max(1, now.frames - before.frames));
		before = now;
	}
	costs.sort((one, other) => one - other);
	return costs[Math.floor(0.95 * costs.length)] ?? Number.NaN;
}
