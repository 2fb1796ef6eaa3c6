import type { MutantCatalogue } from '../mutant';

const ledger = 'core/ledger/ledger.ts';
const heldBack = 'core/ledger/held-back.ts';
const digest = 'core/ledger/digest.ts';
const times = 'core/ledger/message-times.ts';
const items = 'core/ledger/item-table.ts';

/** The bugs that people write into a book of what happened to messages. */
export const LEDGER_MUTANTS: MutantCatalogue = {
	name: 'ledger',
	suite: 'ledger/suite.ts',
	mutants: [
		{
			bug: 'a book whose backlog begins where a message is accepted',
			file: ledger,
			text: `
		this.backlog.add(1, now);
		this.digest`,
			instead: `
		this.digest`,
			killedBy: 'the book counts what became of each message'
		},
		{
			bug: 'a book that keeps what is gone in its backlog',
			file: ledger,
			text: 'this.backlog.add(-1, now);',
			instead: '',
			killedBy: ['the book counts what became of each message', 'the book measures from the offer']
		},
		{
			bug: 'a book that takes a topic for memory',
			file: ledger,
			text: `
		this.accept(message, topic);
		this.memory.add(-1);`,
			instead: `
		this.accept(message, topic);`,
			killedBy: 'the book counts what became of each message'
		},
		{
			bug: 'a book that does not see what comes back into memory',
			file: ledger,
			text: `
		this.memory.add(1);
		this.move(message, topic, store);`,
			instead: `
		this.move(message, topic, store);`,
			killedBy: 'the book counts what became of each message'
		},
		{
			bug: 'a book that counts no attempt where a topic takes everything',
			file: ledger,
			text: `
		this.attempts++;
		this.accept(message, topic);`,
			instead: `
		this.accept(message, topic);`,
			killedBy: 'the book counts what became of each message'
		},
		{
			bug: 'a book that counts what is dropped as refused',
			file: ledger,
			text: 'this.dropped++;',
			instead: 'this.refused++;',
			killedBy: 'the book counts what became of each message'
		},
		{
			bug: 'a book that measures from the acceptance only, which looks better',
			file: ledger,
			text: 'const sinceOffered = now - this.times.offeredAt(message);',
			instead: 'const sinceOffered = now - this.times.acceptedAt(message);',
			killedBy: 'the book measures from the offer'
		},
		{
			bug: 'a book that frees the hand whoever goes',
			file: ledger,
			text: 'if (message !== this.inHand) return;',
			instead: '',
			killedBy: 'the book ends a hold when the message leaves the hand'
		},
		{
			bug: 'a book that does not hear when a hold is over',
			file: ledger,
			text: 'this.heldBack.release(now);',
			instead: '',
			killedBy: 'the book ends a hold when the message leaves the hand'
		},
		{
			bug: 'a book whose digest takes a move for an acceptance',
			file: ledger,
			text: 'moved: 11',
			instead: 'moved: 3',
			killedBy: 'the book has another digest for each thing'
		},
		{
			bug: 'a table of messages that calls all that are gone done',
			file: items,
			text: 'this.outcome[message] = outcome;',
			instead: "this.outcome[message] = outcome === 'waiting' ? outcome : 'done';",
			killedBy: 'the book measures from the offer'
		},
		{
			bug: 'times that are written over when more are there than fit',
			file: times,
			text: 'if (this.#next - this.#oldest > this.#mask) this.#grow();',
			instead: '',
			killedBy: 'times are those of each message'
		},
		{
			bug: 'times that are mixed up when more room is made',
			file: times,
			text: 'const to = message & (size - 1);',
			instead: 'const to = from;',
			killedBy: 'times are those of each message'
		},
		{
			bug: 'times that keep the acceptance of whoever was there before',
			file: times,
			text: 'this.#accepted[place] = Number.NaN;',
			instead: '',
			killedBy: 'times are those of each message'
		},
		{
			bug: 'times whose oldest message goes where any goes',
			file: times,
			text: 'while (this.#oldest < this.#next && this.#isGone[this.#oldest & this.#mask] === 1) {',
			instead: 'if (this.#oldest < this.#next) {',
			killedBy: 'times are those of each message'
		},
		{
			bug: 'a hold that begins anew each time that it is heard of',
			file: heldBack,
			text: 'if (!this.isHeld) this.#since = now;',
			instead: 'this.#since = now;',
			killedBy: 'held back goes on from its beginning'
		},
		{
			bug: 'a hold that an instant counts for',
			file: heldBack,
			text: 'if (!this.isHeld || now <= this.#since) return;',
			instead: 'if (!this.isHeld) return;',
			killedBy: 'held back counts time, not instants'
		},
		{
			bug: 'a hold that is counted when it is over, and not before',
			file: heldBack,
			text: 'return this.isHeld ? this.#total + (now - this.#since) : this.#total;',
			instead: 'return this.#total;',
			killedBy: 'held back counts time, not instants'
		},
		{
			bug: 'a hold that is felt since the beginning',
			file: heldBack,
			text: 'return first - this.#mark;',
			instead: 'return first;',
			killedBy: 'held back is felt anew after a turned knob'
		},
		{
			bug: 'a hold that goes on and is taken for a new one',
			file: heldBack,
			text: 'now > this.#since && this.#since >= this.#mark;',
			instead: 'now > this.#since;',
			killedBy: 'held back is not felt anew while it merely goes on'
		},
		{
			bug: 'a digest that adds up, in whatever order',
			file: digest,
			text: 'one = Math.imul(one ^ Math.imul(low, 0xcc9e2d51), 0x1b873593);',
			instead: `
		this.#one = (one + low + Math.imul(message, 31) + Math.imul(what, 37)) | 0;
		if (time >= 0) return;`,
			killedBy: 'the digest changes when two events swap'
		},
		{
			bug: 'a digest that leaves the seconds out',
			file: digest,
			text: 'const low = time | 0;',
			instead: 'const low = 0;',
			killedBy: 'the digest changes when any field of any event changes by one'
		}
	]
};
