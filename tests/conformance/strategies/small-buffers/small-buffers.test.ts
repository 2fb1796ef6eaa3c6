import { describe } from 'vitest';
import { suiteOf, testRules } from '../../rule';
import { testMutants } from '../../test-mutants';
import { right } from '../lab';
import { testMistakes } from '../test-mistakes';
import { SMALL_BUFFER_MUTANTS } from './mutants';
import { SMALL_BUFFER_RULES } from './rules';

describe('small buffers', () => {
	testRules(SMALL_BUFFER_RULES, right);
	testMutants(SMALL_BUFFER_MUTANTS);
	testMistakes(
		[
			['oversized-buffer', 'holds no more than its capacity'],
			['oversized-buffer', 'is full, and felt by the producer'],
			['oversized-buffer', 'keeps no message that waits']
		],
		(start) => suiteOf(SMALL_BUFFER_RULES, start)
	);
});
