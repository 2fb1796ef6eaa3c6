import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../setup/browsers.mjs';
import type { Verdict } from './budget';

const KILOBYTE = 1024;

/** The pages of the site, as addresses below it. */
const PAGES = [
	{ name: 'the start page', address: '' },
	{ name: 'the lab', address: 'lab/' }
] as const;

/** What a reader loads, and when; the site must be built. */
export async function* benchSizes(): AsyncGenerator<Verdict> {
	yield* workerSizes();
	const server = await preview({ configFile: 'vite.config.ts', preview: { port: 4640 } });
	const browser = await chromium.launch(launchOptions('chromium'));
	try {
		for (const { name, address } of PAGES) {
			const scripts = await scriptsOf(browser, `${server.resolvedUrls?.local[0]}${address}`);
			yield {
				name: `script of ${name} before the first interaction`,
				measured: sizeOf(scripts),
				relation: 'at most',
				limit: 75,
				unit: 'kB gzip'
			};
		}
	} finally {
		await browser.close();
		await server.close();
	}
}

/** The Web Worker, and what the strategy in use adds. */
function* workerSizes(): Generator<Verdict> {
	const worker = readdirSync(resolve('dist/assets')).find((file) =>
		/^engine\.worker.*\.js$/.test(file)
	);
	if (worker === undefined) throw new Error('the site has no Web Worker');
	const core = withImports(worker);
	const strategies = [...scriptOf(worker).matchAll(/import\([`'"]\.\/([^`'"]+)/g)].map(
		([, file = '']) => sizeOf([...core, ...withImports(file)])
	);
	if (strategies.length === 0) throw new Error('the Web Worker fetches no strategy');
	yield {
		name: `Web Worker with the core and the largest of ${strategies.length} strategies`,
		measured: Math.max(...strategies),
		relation: 'at most',
		limit: 25,
		unit: 'kB gzip'
	};
}

/** The scripts that a page fetches until its first picture is drawn, without the Web Worker. */
async function scriptsOf(browser: Browser, address: string) {
	const page = await browser.newPage();
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (document.documentElement.dataset['ready'] === undefined) return;
			performance.mark('ready');
			observer.disconnect();
		}).observe(document, { subtree: true, attributeFilter: ['data-ready'] });
	});
	await page.goto(address);
	await page.locator('html[data-ready]:not(:has([aria-busy="true"]))').waitFor();
	const fetched = await page.evaluate(() => {
		const [ready] = performance.getEntriesByName('ready');
		return performance.getEntriesByType('resource').map(({ name, startTime }) => ({
			file: new URL(name).pathname,
			isBefore: startTime < (ready?.startTime ?? 0)
		}));
	});
	await page.close();
	return fetched
		.filter(({ file, isBefore }) => isBefore && /(?<!\.worker-[^/]*)\.js$/.test(file))
		.map(({ file }) => file.slice(1));
}

/** A script of the Web Worker and all that it cannot start without. */
function withImports(file: string, found = new Set<string>()): Set<string> {
	const path = `assets/${file}`;
	if (found.has(path)) return found;
	found.add(path);
	for (const [, imported = ''] of scriptOf(file).matchAll(/from\s*[`'"]\.\/([^`'"]+)/g)) {
		withImports(imported, found);
	}
	return found;
}

function sizeOf(files: Iterable<string>): number {
	const bytes = [...new Set(files)].map(
		(file) => gzipSync(readFileSync(resolve('dist', file)), { level: 9 }).byteLength
	);
	return bytes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
}

function scriptOf(file: string): string {
	return readFileSync(resolve('dist/assets', file), 'utf8');
}
