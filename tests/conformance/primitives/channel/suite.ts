import { ClosableChannel } from '../../../../src/core/primitives/closable-channel';
import { suiteOf } from '../../rule';
import { CHANNEL_LAWS } from './laws';
import { CHANNEL_RULES } from './rules';

/** The rules of a channel, for ours. */
export const suite = suiteOf([...CHANNEL_RULES, ...CHANNEL_LAWS], (simulation, capacity) => {
	return new ClosableChannel(simulation, 'channel', capacity);
});
