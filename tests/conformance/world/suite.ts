import { type Suite, suiteOf } from '../rule';
import { right } from '../strategies/lab';
import { CONSUMER_RULES } from './consumer-rules';
import { SOURCE_RULES } from './source-rules';

/** What holds for the world around each strategy: the source above it and the workers below. */
export const suite: Suite = suiteOf([...SOURCE_RULES, ...CONSUMER_RULES], right);
