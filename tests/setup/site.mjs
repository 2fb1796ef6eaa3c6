import { resolve } from 'node:path';

/** The environment variable that names the folder of the built site, where it is not the usual one. */
export const SITE = 'PUSHBACK_SITE';

/** The environment variable by which who serves the site says where. */
export const SITE_ADDRESS = 'PUSHBACK_SITE_ADDRESS';

/** The built site that the tests run on: that of `npm run build`, unless a test run has its own. */
export const siteFolder = process.env[SITE] ?? resolve(import.meta.dirname, '../../dist');

/** Where it is served, with a slash at its end; undefined until it is. */
export const siteAddress = process.env[SITE_ADDRESS];
