import { describe } from 'vitest';
import { PlainBucket } from './plain-bucket';
import { LAG_GATE_MUTANTS, PlainGate } from './primitives/lag-gate/mutants';
import { LAG_GATE_RULES } from './primitives/lag-gate/rules';
import { TOKEN_BUCKET_MUTANTS } from './primitives/token-bucket/mutants';
import { TOKEN_BUCKET_RULES } from './primitives/token-bucket/rules';
import { TOPIC_MUTANTS } from './primitives/topic/mutants';
import { TOPIC_RULES } from './primitives/topic/rules';
import { testMutants, testRules } from './rule';
import { BOUNDED_RULES } from './strategies/bounded-concurrency/rules';
import { THROTTLING_RULES } from './strategies/producer-throttling/rules';
import { SMALL_BUFFER_RULES } from './strategies/small-buffers/rules';
import { BOUNDED_MUTANTS, SMALL_BUFFER_MUTANTS, THROTTLING_MUTANTS } from './strategy.mutants';

describe('a token bucket that', () => {
	testMutants(TOKEN_BUCKET_MUTANTS, TOKEN_BUCKET_RULES);
});

describe('the plain bucket that the mutants are made of', () => {
	testRules(TOKEN_BUCKET_RULES, (clock, options) => new PlainBucket(clock, options));
});

describe('a lag gate that', () => {
	testMutants(LAG_GATE_MUTANTS, LAG_GATE_RULES);
});

describe('the plain gate that the mutants are made of', () => {
	testRules(LAG_GATE_RULES, () => new PlainGate());
});

describe('a topic that', () => {
	testMutants(TOPIC_MUTANTS, TOPIC_RULES);
});

describe('bounded concurrency', () => {
	testMutants(BOUNDED_MUTANTS, BOUNDED_RULES);
});

describe('producer throttling', () => {
	testMutants(THROTTLING_MUTANTS, THROTTLING_RULES);
});

describe('small buffers', () => {
	testMutants(SMALL_BUFFER_MUTANTS, SMALL_BUFFER_RULES);
});
