import type { MutantCatalogue } from '../../../mutant';

const file = 'core/reactive/process-publisher.ts';

/** The bugs that people write into publishers that are a process, or a goroutine. */
export const PROCESS_PUBLISHER_MUTANTS: MutantCatalogue = {
	name: 'process-publisher',
	suite: 'reactive-streams/publisher/process/suite.ts',
	mutants: [
		{
			bug: 'pushes without demand',
			file,
			text: '() => this.demand > 0',
			instead: '() => !this.isOver',
			killedBy: '2.1'
		},
		{
			bug: 'does not hear of demand that comes while it waits',
			file,
			text: 'if (!this.isOver) this.demanded.announce();',
			instead: 'if (!this.isOver) return;',
			killedBy: '1.2'
		},
		{
			bug: 'begins to deliver before onSubscribe',
			file,
			text: `
		outlet.open();
		if (!isFirst) outlet`,
			instead: `
		if (isFirst) outlet.process = this.#start(outlet);
		this.#simulation.settle();
		outlet.open();
		if (!isFirst) outlet`,
			killedBy: '1.9 onSubscribe comes first'
		},
		{
			bug: 'takes nobody for a subscriber',
			file,
			text: 'if (subscriber === null || subscriber === undefined) {',
			instead: 'if (subscriber === undefined) {',
			killedBy: '1.9 onSubscribe comes first'
		},
		{
			bug: 'serves whoever comes second too',
			file,
			text: 'const isFirst = this.#outlet === null;',
			instead: 'const isFirst = true;',
			killedBy: ['1.9 who comes second', '1.11']
		},
		{
			bug: 'tells whoever comes second of its failure before onSubscribe',
			file,
			text: `
		outlet.open();`,
			instead: `
		if (isFirst) outlet.open();`,
			killedBy: '1.9 who comes second'
		},
		{
			bug: 'leaves its process behind after a cancel',
			file,
			text: "this.#simulation.interrupt(this.process, new Interruption('the subscription is over'));",
			instead: '',
			killedBy: '3.14'
		}
	]
};
