// `npm start` installs what is missing, builds the site, and serves it on a free port;
// `npm run dev` serves the sources instead and follows their changes.
import { resolve } from 'node:path';
import { installPackages } from './install-packages.mjs';

installPackages();
const { build, createServer, preview } = await import('vite');
const configFile = resolve(import.meta.dirname, '../../vite.config.ts');
// Vite takes the next port if this one is in use.
const port = 4500;

const server = process.argv.includes('--dev') ? await develop() : await serveBuilt();
console.log(`Pushback is at ${server.resolvedUrls?.local[0]} (Ctrl+C stops it)`);

async function develop() {
	const development = await createServer({ configFile, server: { port } });
	return development.listen();
}

async function serveBuilt() {
	await build({ configFile, logLevel: 'warn' });
	return preview({ configFile, preview: { port } });
}
