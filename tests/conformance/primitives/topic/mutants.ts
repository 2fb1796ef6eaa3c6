import type { MutantCatalogue } from '../../mutant';

const file = 'core/primitives/topic.ts';

const ADVANCE = 'while (this.#done.delete(this.#committedOffset)) {';
const LENGTH = 'const length = Math.min(maxRecords, this.unpolled.length);';

/** The bugs that people write into logs and their consumers. */
export const TOPIC_MUTANTS: MutantCatalogue = {
	name: 'topic',
	suite: 'primitives/topic/suite.ts',
	mutants: [
		{
			bug: 'commits as many as are done, whichever they are',
			file,
			text: ADVANCE,
			instead: 'if (this.#done.delete(offset)) {',
			killedBy: 'the committed offset stays in front'
		},
		{
			bug: 'commits up to the one that was done last',
			file,
			text: ADVANCE,
			instead: 'while (this.#committedOffset <= offset) {',
			killedBy: 'the committed offset stays in front'
		},
		{
			bug: 'commits what it polls before the work is done',
			file,
			text: 'return this.#committedOffset;',
			instead: 'return this.#position;',
			killedBy: 'gives each record the next offset'
		},
		{
			bug: 'measures lag from the position, which looks better',
			file,
			text: 'return this.#logEndOffset - this.#committedOffset;',
			instead: 'return this.#logEndOffset - this.#position;',
			killedBy: 'lag is log end offset minus committed'
		},
		{
			bug: 'tells nobody that lag went down',
			file,
			text: 'if (this.#committedOffset > before)',
			instead: 'if (this.#committedOffset < before)',
			killedBy: 'lag is log end offset minus committed'
		},
		{
			bug: 'returns one record more than asked for',
			file,
			text: LENGTH,
			instead: 'const length = Math.min(maxRecords + 1, this.unpolled.length);',
			killedBy: 'a poll comes back at once'
		},
		{
			bug: 'returns everything it fetched',
			file,
			text: LENGTH,
			instead: 'const { length } = this.unpolled;',
			killedBy: 'a poll comes back at once'
		},
		{
			bug: 'waits for records for ever',
			file,
			text: 'waitAtMost(this.#pollers, timeout, retry, NOTHING)',
			instead: 'waitAtMost(this.#pollers, 1e15, retry, NOTHING)',
			killedBy: 'a poll that waits in vain'
		},
		{
			bug: 'lets a poll wait although a record came',
			file,
			text: 'if (poller !== null) this.#simulation.wake(poller, this.#take(1));',
			instead: '',
			killedBy: 'a poll that waits comes back with the first record'
		},
		{
			bug: 'does not tell that a record was polled',
			file,
			text: 'this.#observer.polled(record);',
			instead: '',
			killedBy: 'tells of each record when it is appended and when it is polled'
		},
		{
			bug: 'takes a second commit of a record for the next one',
			file,
			text: 'const offset = this.#offsets.get(record);',
			instead: 'const offset = this.#offsets.get(record) ?? this.#committedOffset;',
			killedBy: 'refuses to commit'
		},
		{
			bug: 'lets a record overtake an older one',
			file,
			text: "if (this.polled.shift() !== record) throw new TopicError('a record overtook another');",
			instead: 'this.polled.shift();',
			killedBy: 'refuses to hand over'
		}
	]
};
