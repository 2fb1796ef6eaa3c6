import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { siteFolder } from '../setup/site.mjs';
import { test } from './page/watched-page';

/** The built pages, as addresses below the site. */
const pages = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('index.html'))
	.map((file) => file.replace(/index\.html$/, ''));

for (const address of pages) {
	test.describe(`/${address}`, () => {
		const html = readFileSync(resolve(siteFolder, address, 'index.html'), 'utf8');

		test('begins with the policy that governs it', async ({ page }) => {
			await page.goto(address);
			const first = page.locator('head > :first-child');
			await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
			const policy = (await first.getAttribute('content')) ?? '';
			expect(policy.split('; ')).toEqual(
				expect.arrayContaining([
					"default-src 'none'",
					"script-src 'self'",
					"style-src 'self'",
					"require-trusted-types-for 'script'"
				])
			);
			expect(policy).not.toMatch(/unsafe|\*|https?:/);
		});

		test('has no script and no style within it, and names nothing elsewhere', () => {
			expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
			expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
			const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, url]) => url);
			expect(addresses.filter((url) => !url?.startsWith('.'))).toEqual([]);
		});

		test('draws its first frame and keeps to its policy', async ({ page }) => {
			await page.goto(address);
			await expect(page.locator('html[data-ready]')).toBeVisible();
		});

		test('is watched: a breach of the policy would be seen', async ({ page, complaints }) => {
			await page.goto(address);
			await expect(page.locator('html[data-ready]')).toBeVisible();
			await page.locator('body').evaluate((body) => body.setAttribute('style', 'color: red'));
			await expect.poll(() => complaints.splice(0).join()).toContain('style-src');
		});
	});
}
