import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Plugin, preview } from 'vite';
import watch from './watch.js?raw';

/** The built site on a port of its own. */
export interface Site {
	/** Ends in a slash. */
	readonly address: string;
	close(): Promise<void>;
}

const LAB = '/lab/';
const WATCH = '/watch.js';

/** The policy, which every built page begins with; nothing on the page can happen before it. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** Serves the built site, and puts `watch.js` into the lab before its own first script. */
export async function serveWatched(): Promise<Site> {
	const server = await preview({
		configFile: 'vite.config.ts',
		plugins: [watched()],
		preview: { host: '127.0.0.1', port: 4640 }
	});
	return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

function watched(): Plugin {
	return {
		name: 'watched-lab',
		configurePreviewServer({ config, middlewares }) {
			const html = readFileSync(resolve(config.build.outDir, `.${LAB}index.html`), 'utf8');
			const watchedHtml = html.replace(POLICY, `$&<script src="${WATCH}"></script>`);
			if (watchedHtml === html) throw new Error('the built lab does not begin with its policy');
			middlewares.use((request, response, next) => {
				const { pathname } = new URL(request.url ?? '', 'http://localhost');
				if (pathname === LAB) {
					response.setHeader('Content-Type', 'text/html; charset=utf-8').end(watchedHtml);
				} else if (pathname === WATCH) {
					response.setHeader('Content-Type', 'text/javascript').end(watch);
				} else next();
			});
		}
	};
}
