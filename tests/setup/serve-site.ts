import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { preview } from 'vite';
import { SITE_ADDRESS, siteFolder } from './site.mjs';

/**
 * Serves the built site on whatever port is free, within this process, so that it ends with it.
 * Whoever this process starts finds the address in its environment. Returns what stops it.
 * @throws {Error} if there is no built site.
 */
export default async function serveSite(): Promise<() => Promise<void>> {
	if (!existsSync(resolve(siteFolder, 'index.html'))) {
		throw new Error(`There is no built site in ${siteFolder}; \`npm run build\` makes one.`);
	}
	const server = await preview({
		configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
		build: { outDir: siteFolder },
		preview: { host: '127.0.0.1', port: 0 }
	});
	process.env[SITE_ADDRESS] = server.resolvedUrls?.local[0];
	return () => server.close();
}
