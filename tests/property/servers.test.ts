import { describe } from 'vitest';
import { testSuite } from '../conformance/rule';
import { PERMIT_LAWS, THROTTLE_LAWS } from './laws/server';

describe('bounded concurrency', () => {
	testSuite(PERMIT_LAWS);
});

describe('producer throttling', () => {
	testSuite(THROTTLE_LAWS);
});
