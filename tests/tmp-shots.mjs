import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from './setup/browsers.mjs';
const shots = process.argv.slice(2);
const server = await preview({ configFile: 'vite.config.ts', preview: { port: 4731 } });
const browser = await chromium.launch(launchOptions('chromium'));
try {
	const page = await browser.newPage({ reducedMotion: 'reduce' });
	page.on('console', (m) => m.type() === 'error' && console.log('console:', m.text()));
	page.on('pageerror', (e) => console.log('error:', e.message));
	for (const shot of shots) {
		const [name, width, theme, query] = shot.split('|');
		await page.setViewportSize({ width: Number(width), height: 900 });
		await page.goto(`${server.resolvedUrls.local[0]}lab/${query}&theme=${theme}`);
		await page.locator('html[data-ready]').waitFor({ timeout: 60000 });
		await page.screenshot({ path: `/tmp/dl-shots/${name}.png`, fullPage: true });
	}
} finally { await browser.close(); await server.close(); }
