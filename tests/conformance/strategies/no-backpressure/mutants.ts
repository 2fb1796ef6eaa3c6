import type { MutantCatalogue } from '../../mutant';

const file = 'core/strategies/no-backpressure/no-backpressure.ts';

const AT_THE_DOOR = 'if (this.world.consumer.isDead) this.loseAtTheDoor(message);';
const LAST_WORDS =
	'for (const message of [...this.memory.drain(), last]) ledger.lose(message, places.lastStore);';

/** The bugs that people write where there is no backpressure. */
export const NO_BACKPRESSURE_MUTANTS: MutantCatalogue = {
	name: 'no-backpressure',
	suite: 'strategies/no-backpressure/suite.ts',
	mutants: [
		{
			bug: 'that has a limit nobody spoke of',
			file,
			text: "messageChannel(world, 'memory', Infinity, null)",
			instead: "messageChannel(world, 'memory', 1000, null)",
			killedBy: ['never makes the producer wait', 'grows by what comes']
		},
		{
			bug: 'that works on each message twice',
			file,
			text: 'yield* worker.serve(message);',
			instead: `
			yield* worker.serve(message);
			yield* worker.serve(message);`,
			killedBy: 'works on what it has accepted'
		},
		{
			bug: 'that takes a message and does not work on it',
			file,
			text: 'yield* worker.serve(message);',
			instead: '',
			killedBy: ['works on what it has accepted', 'agrees with the recursion']
		},
		{
			bug: 'whose workers stay when there are to be fewer',
			file,
			text: 'while (worker.isNeeded) {',
			instead: 'for (;;) {',
			killedBy: 'lets workers finish when there are to be fewer'
		},
		{
			bug: 'that dies one message late',
			file,
			text: 'ledger.memory.value >= settings.memory.limit',
			instead: 'ledger.memory.value > settings.memory.limit',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'that forgets what is in service when it looks how much it holds',
			file,
			text: 'ledger.memory.value >= settings.memory.limit',
			instead: 'this.memory.length >= settings.memory.limit',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'that never runs out of memory',
			file,
			text: 'else if (this.isOutOfMemory) this.die(message);',
			instead: '',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'whose last straw is lost and not counted',
			file,
			text: LAST_WORDS,
			instead: 'for (const message of this.memory.drain()) ledger.lose(message, places.lastStore);',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'whose queue survives it',
			file,
			text: LAST_WORDS,
			instead: 'ledger.lose(last, places.lastStore);',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'whose workers go on after its death',
			file,
			text: 'consumer.die();',
			instead: '',
			killedBy: 'is killed by the message that reaches the memory limit'
		},
		{
			bug: 'that takes messages after its death',
			file,
			text: `${AT_THE_DOOR}
			else if`,
			instead: 'if',
			killedBy: 'loses whatever comes when it is dead'
		},
		{
			bug: 'that makes the producer believe it has not tried',
			file,
			text: `
		ledger.attempt();
		ledger.lose(message, places.producer);`,
			instead: `
		ledger.lose(message, places.producer);`,
			killedBy: 'loses whatever comes when it is dead'
		}
	]
};
