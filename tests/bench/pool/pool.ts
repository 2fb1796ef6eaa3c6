import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchOptions } from '../../setup/browsers.mjs';
import type { Verdict } from '../budget';
import { median } from '../measure';
import type { PoolBench, Times } from './pool-page';

/** What is measured on one core and on two. In so many rounds everything is still cold. */
const WORK = [
	{
		work: 'sweep',
		name: 'a sweep of 20 × 20 cells, 1 000 messages each',
		rounds: 16,
		cold: 6
	},
	{
		work: 'pairedSeeds',
		name: '20 paired seeds × 5 strategies × 30 s at 600/s',
		rounds: 8,
		cold: 3
	}
] as const;

/** Windows of play with the pool and without it, in turns. */
const WINDOWS = 10;
const WINDOW = 2000;

/** A picture for each refresh of the screen, in milliseconds. */
const REFRESH = 1000 / 60;

/** What plays while the pool works: a hundred permits, for as long as it takes. */
const PLAYED = 'lab/?strategy=bounded-concurrency&duration=600&t=10';

/**
 * What a second core is worth to the pool, and what the pool costs a run that plays. The site is
 * built once more for that, with a script that hands its pool to the bench.
 */
export async function* benchPool(): AsyncGenerator<Verdict> {
	const outDir = resolve('node_modules/.cache/pushback/pool-bench');
	const script = await buildSite(outDir);
	const server = await preview({
		configFile: 'vite.config.ts',
		build: { outDir },
		preview: { port: 4660 }
	});
	const browser = await chromium.launch(launchOptions('chromium'));
	try {
		const site = server.resolvedUrls?.local[0] ?? '';
		yield* benchCores(await open(browser, site, '', script));
		yield await benchPictures(await open(browser, site, PLAYED, script));
	} finally {
		await browser.close();
		await server.close();
		await rm(outDir, { recursive: true, force: true });
	}
}

/** @returns the address of the script within the site. */
async function buildSite(outDir: string): Promise<string> {
	const pool = resolve('tests/bench/pool/pool-page.ts');
	const built = await build({
		configFile: 'vite.config.ts',
		logLevel: 'silent',
		build: { outDir, rolldownOptions: { input: { pool } } }
	});
	const outputs = Array.isArray(built) ? built : [built];
	const files = outputs.flatMap((one) => ('output' in one ? one.output : []));
	const entry = files.find((file) => file.type === 'chunk' && file.facadeModuleId === pool);
	if (entry === undefined) throw new Error('the script of the bench was not built');
	return entry.fileName;
}

async function open(browser: Browser, site: string, address: string, script: string) {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(`${site}${address}`);
	await page.locator('html[data-ready]:not(:has([aria-busy="true"]))').waitFor();
	await page.evaluate(`import(${JSON.stringify(`${site}${script}`)})`);
	return page;
}

async function* benchCores(page: Page): AsyncGenerator<Verdict> {
	for (const { work, name, rounds: count, cold } of WORK) {
		const rounds: { readonly one: Times; readonly two: Times }[] = [];
		for (let round = 0; round < count; round++) {
			rounds.push({ one: await timesOf(page, work, 1), two: await timesOf(page, work, 2) });
		}
		const warm = rounds.slice(cold);
		yield {
			name: `${name}: two Web Workers against one`,
			measured: fastest(warm.map(({ one }) => one)) / fastest(warm.map(({ two }) => two)),
			relation: 'at least',
			limit: 1.6,
			unit: 'times as fast'
		};
		if (work === 'sweep') continue;
		yield {
			name: 'paired seeds: the first verdict against the whole, on two cores',
			measured: median(warm.map(({ two }) => two.first / two.whole)),
			relation: 'at most',
			limit: 0.1,
			unit: 'of the time'
		};
	}
	await page.close();
}

/** The round that others on this machine disturbed least: two Web Workers need all of its cores. */
function fastest(times: readonly Times[]): number {
	return Math.min(...times.map(({ whole }) => whole));
}

function timesOf(page: Page, work: 'sweep' | 'pairedSeeds', cores: number): Promise<Times> {
	return page.evaluate(
		([name, count]) => (Reflect.get(globalThis, 'poolBench') as PoolBench)[name](count),
		[work, cores] as const
	);
}

/** The share of refreshes without a new picture, while a run plays: with the pool, beside without. */
async function benchPictures(page: Page): Promise<Verdict> {
	await countPictures(page);
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	const differences: number[] = [];
	let runs = 0;
	// Once, to start the Web Worker and to warm it up.
	await page.evaluate(() => (Reflect.get(globalThis, 'poolBench') as PoolBench).begin());
	await lateShare(page);
	await page.evaluate(() => (Reflect.get(globalThis, 'poolBench') as PoolBench).end());
	for (let window = 0; window < WINDOWS; window++) {
		const without = await lateShare(page);
		await page.evaluate(() => (Reflect.get(globalThis, 'poolBench') as PoolBench).begin());
		const beside = await lateShare(page);
		runs += await page.evaluate(() => (Reflect.get(globalThis, 'poolBench') as PoolBench).end());
		differences.push(beside - without);
	}
	await page.close();
	if (runs === 0) throw new Error('the pool got nothing done');
	return {
		name: `late pictures while the pool works, beside the same page without (${runs} runs done)`,
		measured: 100 * median(differences),
		relation: 'at most',
		limit: 2,
		unit: '% of all pictures more'
	};
}

async function countPictures(page: Page): Promise<void> {
	await page.evaluate(() => {
		const figure = document.querySelector<HTMLElement>('figure[data-time]');
		let drawn = '';
		let pictures = 0;
		const look = () => {
			const { time = '' } = figure?.dataset ?? {};
			if (time !== drawn) Reflect.set(globalThis, 'pictures', ++pictures);
			drawn = time;
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
}

/** The share of pictures that did not come in time, in one window. */
async function lateShare(page: Page): Promise<number> {
	const state = () =>
		page.evaluate(() => ({
			pictures: Reflect.get(globalThis, 'pictures') as number,
			now: performance.now()
		}));
	const before = await state();
	await new Promise((resolve) => setTimeout(resolve, WINDOW));
	const after = await state();
	const due = (after.now - before.now) / REFRESH;
	return Math.max(0, 1 - (after.pictures - before.pictures) / due);
}
