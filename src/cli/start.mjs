// `npm start`: installs what is missing, builds the site, and serves it on a free port.
import { resolve } from 'node:path';
import { installPackages } from './install-packages.mjs';

installPackages();
const { build, preview } = await import('vite');
const configFile = resolve(import.meta.dirname, '../../vite.config.ts');
await build({ configFile, logLevel: 'warn' });
// Vite takes the next port if this one is in use.
const server = await preview({ configFile, preview: { port: 4500 } });
console.log(`Pushback is at ${server.resolvedUrls?.local[0]} (Ctrl+C stops it)`);
