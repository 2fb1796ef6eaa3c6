import type { MutantCatalogue } from '../../mutant';

const select = 'core/primitives/select.ts';
const cases = 'core/primitives/channel-cases.ts';
const closing = 'core/primitives/closable-channel.ts';
const kernel = 'core/kernel/simulation.ts';

/** The bugs that people write into a select. */
export const SELECT_MUTANTS: MutantCatalogue = {
	name: 'select',
	suite: 'primitives/select/suite.ts',
	mutants: [
		{
			bug: 'takes the first that is ready, in the order in which the cases stand',
			file: select,
			text: '.sort((one, other) => one.draw - other.draw);',
			instead: ';',
			killedBy: 'C11 of several cases'
		},
		{
			bug: 'takes each case in turn, which is fair and no chance',
			file: select,
			text: 'uniform(this.#key, this.#draws++, this.#number)',
			instead: '(index + this.#draws++ / cases.length) % 2',
			killedBy: 'C11 one choice says nothing about the next'
		},
		{
			bug: 'draws from a stream that all have in common',
			file: select,
			text: `
	#draws = 0;`,
			instead: `
	static #all = 0;
	get #draws() {
		return Select.#all;
	}
	set #draws(draws) {
		Select.#all = draws;
	}`,
			killedBy: 'C11 the choices of a select are the same'
		},
		{
			bug: 'takes a case that stands for a nil channel for the end of the list',
			file: select,
			text: 'if (one === null) return [];',
			instead: 'if (one === null || cases.slice(0, index).includes(null)) return [];',
			killedBy: 'C4 '
		},
		{
			bug: 'waits although a case is ready',
			file: select,
			text: 'if (choice !== null) return operation.ready(choice);',
			instead: 'if (choice !== null && choice.index === 0) return operation.ready(choice);',
			killedBy: 'C12 it waits exactly when nothing is ready'
		},
		{
			bug: 'takes the default unless all are ready',
			file: select,
			text: 'const [first] = ready;',
			instead: 'const [first] = ready.length === order.length ? ready : [];',
			killedBy: 'C12 the default is taken only when nothing is ready'
		},
		{
			bug: 'can always send where there are no slots, and so meets itself',
			file: cases,
			text: 'return channel.canSend;',
			instead: 'return channel.canSend || channel.capacity === 0;',
			killedBy: 'C13 '
		},
		{
			bug: 'takes a closed channel that still has items for one that has ended',
			file: closing,
			text: '() => this.#isClosed && this.length === 0',
			instead: '() => this.#isClosed',
			killedBy: 'C14 the end of a channel'
		},
		{
			bug: 'waits for an item of a closed channel',
			file: closing,
			text: 'return this.#isClosed || super.canReceive;',
			instead: 'return super.canReceive;',
			killedBy: 'C14 on a closed channel'
		},
		{
			bug: 'is told of a send that fails before it is told of a receive that is over',
			file: closing,
			text: `
		for (let one = this.receivers.shift(); one !== null; one = this.receivers.shift()) {
			this.simulation.wake(one, CLOSED);
		}
		for (let one = this.senders.shift(); one !== null; one = this.senders.shift()) {
			this.simulation.fail(one, sendOnClosed());
		}`,
			instead: `
		for (let one = this.senders.shift(); one !== null; one = this.senders.shift()) {
			this.simulation.fail(one, sendOnClosed());
		}
		for (let one = this.receivers.shift(); one !== null; one = this.receivers.shift()) {
			this.simulation.wake(one, CLOSED);
		}`,
			killedBy: 'R5 '
		},
		{
			bug: 'stays in the queues of the cases that were not chosen',
			file: kernel,
			text: 'for (const one of cases ?? []) one.queue?.abandon(one);',
			instead: '',
			killedBy: 'R6 '
		}
	]
};
