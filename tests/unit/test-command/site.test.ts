import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SITE, SITE_ADDRESS } from '../../setup/site.mjs';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'pushback-site-'));
	vi.stubEnv(SITE, folder);
	vi.stubEnv(SITE_ADDRESS, '');
	// Where the site is, is read once.
	vi.resetModules();
});

afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

/** Serves the site as the end-to-end tests do. */
async function serve() {
	const { default: serveSite } = await import('../../setup/serve-site');
	const stop = await serveSite();
	return { stop, address: process.env[SITE_ADDRESS] ?? '' };
}

it('the site is served on a port that is free, as often as one likes, and no more when it is stopped', async () => {
	writeFileSync(join(folder, 'index.html'), 'the site');
	const sites = [await serve(), await serve()];
	const addresses = sites.map(({ address }) => address);
	expect(new Set(addresses).size).toBe(2);
	for (const address of addresses) expect(await (await fetch(address)).text()).toBe('the site');
	for (const { stop } of sites) await stop();
	for (const address of addresses) await expect(fetch(address)).rejects.toThrow('fetch failed');
});

it('a site that is not built is told, with what builds it', async () => {
	await expect(serve()).rejects.toThrow('`npm run build` makes one');
});
