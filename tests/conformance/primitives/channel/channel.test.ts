import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Operation } from '../../../../src/core/kernel/processes/operation';
import { Channel } from '../../../../src/core/primitives/channel';
import type { receiving } from '../../../../src/core/primitives/channel-cases';
import type { ClosableChannel, Closed } from '../../../../src/core/primitives/closable-channel';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { CHANNEL_MUTANTS } from './mutants';
import { suite } from './suite';

describe('a channel', () => {
	testSuite(suite);
});

describe('a channel that', () => {
	testMutants(CHANNEL_MUTANTS);
});

describe('a channel, by construction', () => {
	it('C4 is never nil: what may be null does not compile where a channel is expected', () => {
		expectTypeOf<Channel<number> | null>().not.toExtend<Channel<number>>();
		expectTypeOf<null>().not.toExtend<Parameters<typeof receiving>[0]>();
	});

	it('C7 gives nothing but items where nobody can close it', () => {
		expectTypeOf<Channel<number>['receive']>().returns.toEqualTypeOf<Operation<number>>();
		expectTypeOf<ClosableChannel<number>['receive']>().returns.toEqualTypeOf<
			Operation<number | Closed>
		>();
		expect('close' in Channel.prototype).toBe(false);
	});
});
