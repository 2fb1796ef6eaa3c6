import { Topic } from '../../../../src/core/primitives/topic';
import { suiteOf } from '../../rule';
import { TOPIC_RULES } from './rules';

/** The rules of a log with one partition and one consumer group, for ours. */
export const suite = suiteOf(TOPIC_RULES, (simulation, observer) => {
	return new Topic(simulation, 'topic', observer);
});
