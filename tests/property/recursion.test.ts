import { describe } from 'vitest';
import { testSuite } from '../conformance/rule';
import { LINE_LAWS, LOSSY_LAWS } from './laws/line';

describe('a channel that makes send wait', () => {
	testSuite(LINE_LAWS);
});

describe('a channel that does not make send wait', () => {
	testSuite(LOSSY_LAWS);
});
