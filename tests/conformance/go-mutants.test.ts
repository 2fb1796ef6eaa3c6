import { describe } from 'vitest';
import { PlainSemaphore } from './plain-semaphore';
import { CHANNEL_LAWS } from './primitives/channel/laws';
import { CHANNEL_MUTANTS } from './primitives/channel/mutants';
import { CHANNEL_RULES } from './primitives/channel/rules';
import { SEMAPHORE_LAWS } from './primitives/semaphore/laws';
import { SEMAPHORE_MUTANTS } from './primitives/semaphore/mutants';
import { SEMAPHORE_RULES } from './primitives/semaphore/rules';
import { testMutants, testRules } from './rule';

describe('a channel that', () => {
	testMutants(CHANNEL_MUTANTS, [...CHANNEL_RULES, ...CHANNEL_LAWS]);
});

describe('a semaphore that', () => {
	testMutants(SEMAPHORE_MUTANTS, [...SEMAPHORE_RULES, ...SEMAPHORE_LAWS]);
});

describe('the plain semaphore that the mutants are made of', () => {
	testRules([...SEMAPHORE_RULES, ...SEMAPHORE_LAWS], (simulation, size) => {
		return new PlainSemaphore(simulation, size);
	});
});
