import { TokenBucket } from '../../../../src/core/primitives/token-bucket';
import { suiteOf } from '../../rule';
import { TOKEN_BUCKET_RULES } from './rules';

/** The rules of a token bucket, for ours. */
export const suite = suiteOf(
	TOKEN_BUCKET_RULES,
	(clock, options) => new TokenBucket(clock, options)
);
