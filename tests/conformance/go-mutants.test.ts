import { describe } from 'vitest';
import { CHANNEL_LAWS } from './channel.laws';
import { CHANNEL_MUTANTS } from './channel.mutants';
import { CHANNEL_RULES } from './channel.rules';
import { PlainSemaphore } from './plain-semaphore';
import { testMutants, testRules } from './rule';
import { SEMAPHORE_LAWS } from './semaphore.laws';
import { SEMAPHORE_MUTANTS } from './semaphore.mutants';
import { SEMAPHORE_RULES } from './semaphore.rules';

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
