import type { MutantCatalogue } from '../../../mutant';

const file = 'core/reactive/link.ts';

/** The bugs that people write into what stands between a publisher and a subscriber. */
export const LINK_MUTANTS: MutantCatalogue = {
	name: 'link',
	suite: 'reactive-streams/publisher/link/suite.ts',
	mutants: [
		{
			bug: 'keeps requests to itself',
			file,
			text: 'this.#up.send(() => this.#subscription?.request(n));',
			instead: '',
			killedBy: '1.2'
		},
		{
			bug: 'keeps a cancel to itself',
			file,
			text: 'this.#up.send(() => this.#subscription?.cancel());',
			instead: '',
			killedBy: '3.6'
		},
		{
			bug: 'lets a failure overtake what came before it',
			file,
			text: 'this.#down.send(() => this.#subscriber.onError(error));',
			instead: 'this.#subscriber.onError(error);',
			killedBy: '1.4'
		},
		{
			bug: 'loses the end on its way',
			file,
			text: 'this.#down.send(() => this.#subscriber.onComplete());',
			instead: '',
			killedBy: '1.5'
		}
	]
};
