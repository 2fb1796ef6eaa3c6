import { describe } from 'vitest';
import { Topic } from '../../../../src/core/primitives/topic';
import { testRules } from '../../rule';
import { TOPIC_RULES } from './rules';

describe('a topic', () => {
	testRules(TOPIC_RULES, (simulation, observer) => new Topic(simulation, 'topic', observer));
});
