// `npm test`: installs what is missing and runs every suite, one after the other. The last line
// sums them up.
import { resolve } from 'node:path';
import { suitesIn } from './suites/list.mjs';
import { testRun } from './suites/test-run.mjs';
import { isWhole } from './whole.mjs';

const top = resolve(import.meta.dirname, '../..');
const remarks = isWhole ? [] : ['This was a fair sample. `FULL=1 npm test` runs everything.'];

process.chdir(top);
process.exitCode = await testRun(resolve(top, 'test-results'), suitesIn, remarks);
