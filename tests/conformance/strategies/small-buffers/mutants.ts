import type { MutantCatalogue } from '../../mutant';

const file = 'core/strategies/small-buffers/small-buffers.ts';

const LOSSY = 'agrees with an event-by-event count';
const DROP_NEWEST = 'if (!channel.trySend(message)) world.ledger.drop(message);';
const DROP_OLDEST = 'if (evicted !== null) world.ledger.drop(evicted);';
const REFUSE =
	"if (this.world.settings.refused.then === 'drop') return this.world.ledger.refuse(message);";
const RETRY = 'fromSeconds(this.world.settings.refused.after)';

/** The bugs that people write around a channel with few slots. */
export const SMALL_BUFFER_MUTANTS: MutantCatalogue = {
	name: 'small-buffers',
	suite: 'strategies/small-buffers/suite.ts',
	mutants: [
		{
			bug: 'with a slot too many',
			file,
			text: 'return this.world.settings.buffer.capacity;',
			instead: 'return this.world.settings.buffer.capacity + 1;',
			killedBy: ['holds no more than its capacity', 'agrees with the recursion']
		},
		{
			bug: 'with a slot at least',
			file,
			text: 'return this.world.settings.buffer.capacity;',
			instead: 'return Math.max(1, this.world.settings.buffer.capacity);',
			killedBy: 'holds no more than its capacity'
		},
		{
			bug: 'whose producer does not wait and loses what does not fit',
			file,
			text: 'yield* channel.send(message);',
			instead: 'channel.trySend(message);',
			killedBy: ['loses nothing', 'agrees with the recursion']
		},
		{
			bug: 'that tell nobody when they are full',
			file,
			text: "messageChannel(world, 'channel', this.capacity(), 'full')",
			instead: "messageChannel(world, 'channel', this.capacity(), null)",
			killedBy: 'tells the producer each time that it must wait'
		},
		{
			bug: 'that do not count what they drop',
			file,
			text: DROP_NEWEST,
			instead: 'channel.trySend(message);',
			killedBy: LOSSY
		},
		{
			bug: 'that drop the newest also where there is room',
			file,
			text: DROP_NEWEST,
			instead: `
					channel.trySend(message);
					world.ledger.drop(message);`,
			killedBy: LOSSY
		},
		{
			bug: 'that drop the newest where the oldest is to go',
			file,
			text: 'const evicted = channel.sendEvicting(message);',
			instead: 'const evicted = channel.trySend(message) ? null : message;',
			killedBy: LOSSY
		},
		{
			bug: 'that throw the oldest out and write the newest off',
			file,
			text: DROP_OLDEST,
			instead: 'if (evicted !== null) world.ledger.drop(message);',
			killedBy: LOSSY
		},
		{
			bug: 'that forget what they throw out',
			file,
			text: DROP_OLDEST,
			instead: '',
			killedBy: LOSSY
		},
		{
			bug: 'that try once more and then forget the message',
			file,
			text: 'while (!this.channel.trySend(message)) {',
			instead: 'if (!this.channel.trySend(message)) {',
			killedBy: LOSSY
		},
		{
			bug: 'that give a refused message up although it is to be tried again',
			file,
			text: REFUSE,
			instead: 'return this.world.ledger.refuse(message);',
			killedBy: LOSSY
		},
		{
			bug: 'that try again although a refused message is to be given up',
			file,
			text: REFUSE,
			instead: '',
			killedBy: LOSSY
		},
		{
			bug: 'that try again at once',
			file,
			text: RETRY,
			instead: '1e6',
			killedBy: LOSSY
		},
		{
			bug: 'that refuse without a word',
			file,
			text: "signal(this.world, 'refused');",
			instead: '',
			killedBy: 'tells the producer each time that it is refused'
		},
		{
			bug: 'whose workers stay when there are to be fewer',
			file,
			text: 'while (worker.isNeeded) {',
			instead: 'for (;;) {',
			killedBy: 'lets workers finish when there are to be fewer'
		},
		{
			bug: 'that do not hear when the capacity is changed',
			file,
			text: "if (key === 'buffer.capacity') this.channel.resize(this.capacity());",
			instead: '',
			killedBy: 'lets in at once what fits into a larger buffer'
		},
		{
			bug: 'whose channel lets nobody in when it is made larger',
			file: 'core/primitives/channel.ts',
			text: `
		this.#capacity = checkedCapacity(capacity);
		this.#admitSenders();`,
			instead: `
		this.#capacity = checkedCapacity(capacity);`,
			killedBy: 'lets in at once what fits into a larger buffer'
		},
		{
			bug: 'whose channel throws away what no longer fits',
			file: 'core/primitives/channel.ts',
			text: `
		this.#capacity = checkedCapacity(capacity);
		this.#admitSenders();`,
			instead: `
		this.#capacity = checkedCapacity(capacity);
		while (this.#buffer.length > capacity) this.#buffer.shift();
		this.#admitSenders();`,
			killedBy: 'keeps what no longer fits into a smaller buffer'
		}
	]
};
