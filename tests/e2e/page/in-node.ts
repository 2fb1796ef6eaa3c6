import { importBundled } from '../../../src/cli/bundle.mjs';

/**
 * The headless runs that the page is compared with, bundled by Vite. Playwright's own transform
 * makes weak maps of private fields, and a run that takes a second would take ten.
 */
export const inNode = (await importBundled(
	'tests/e2e/page/headless.ts'
)) as typeof import('./headless');
