// `npm start`: installs what is missing, builds the site, and serves it on a free port.
import { installPackages } from '../../tests/setup/packages.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);
installPackages();
const { build, preview } = await import('vite');
await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
const server = await preview({ configFile: 'vite.config.ts', preview: { port: 4500 } });
console.log(`Pushback is at ${server.resolvedUrls?.local[0]} (Ctrl+C stops it)`);
