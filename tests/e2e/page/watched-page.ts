import { test as base, expect } from '@playwright/test';

/** What a page may never do, noted while it is open; empty as long as all is well. */
export type Complaints = string[];

/**
 * Playwright's `test` with an eye on the page: a breach of the Content Security Policy or of
 * Trusted Types, an error in the console, an error that nobody caught, or a request that leaves
 * the origin fails every test that saw it.
 */
export const test = base.extend<{ complaints: Complaints }>({
	complaints: [
		async ({ page, baseURL }, use) => {
			const complaints: Complaints = [];
			const note = (complaint: string) => {
				complaints.push(complaint);
			};
			const { origin } = new URL(baseURL ?? '');
			page.on('console', (message) => {
				if (message.type() === 'error') note(`console: ${message.text()}`);
			});
			page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
			page.on('request', (request) => {
				const url = new URL(request.url());
				const isLocal = url.protocol === 'data:' || url.protocol === 'blob:';
				if (!isLocal && url.origin !== origin) note(`request: ${request.url()}`);
			});
			await page.exposeFunction('noteViolation', (directive: string, blocked: string) =>
				note(`policy: ${directive} blocked ${blocked}`)
			);
			await page.addInitScript(() => {
				document.addEventListener('securitypolicyviolation', (event) => {
					// The line above puts this function on every page.
					Reflect.get(globalThis, 'noteViolation')(event.violatedDirective, event.blockedURI);
				});
			});
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true }
	]
});
