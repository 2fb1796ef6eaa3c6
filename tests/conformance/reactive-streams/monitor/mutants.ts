import type { Mutant, MutantCatalogue } from '../../mutant';

const file = 'core/reactive/monitor.ts';

/** A monitor that does not look for one of the rules. */
function blind(rule: string, text: string, killedBy: string): Mutant {
	return { bug: `does not see rule ${rule} broken`, file, text, instead: '', killedBy };
}

/** A watchdog that is blind in one eye lets through what every run relies on it to stop. */
export const MONITOR_MUTANTS: MutantCatalogue = {
	name: 'monitor',
	suite: 'reactive-streams/monitor/suite.ts',
	mutants: [
		blind(
			'1.3',
			"if (this.#signal !== null) this.#broken('1.3', `${signal} within ${this.#signal}`);",
			'finds rule 1.3 broken: onNext within onNext'
		),
		blind(
			'1.7',
			"if (this.#hasEnded) this.#broken('1.7', `${signal} after the last signal`);",
			'finds rule 1.7 broken: onNext after onComplete'
		),
		blind(
			'1.9',
			"if (this.#subscription === null) this.#broken('1.9', `${signal} before onSubscribe`);",
			'finds rule 1.9 broken: onNext before onSubscribe'
		),
		blind(
			'2.12',
			"if (this.#subscription !== null) this.#broken('2.12', 'a second onSubscribe');",
			'finds rule 2.12 broken'
		),
		blind(
			'3.9',
			"if (isOn && !isAmount(n) && !isAnswered) this.#broken('3.9', `no onError for request(${n})`);",
			'finds rule 3.9 broken'
		),
		{
			bug: 'lets one item more pass than was requested',
			file,
			text: 'this.delivered > this.requested',
			instead: 'this.delivered > this.requested + 1',
			killedBy: ['finds rule 1.1 broken: an item', 'finds rule 1.1 broken: one item more']
		},
		{
			bug: 'forgets that the subscriber has canceled',
			file,
			text: 'if (Number.isNaN(this.#canceledAt)) this.#canceledAt = this.#simulation.now;',
			instead: '',
			killedBy: 'finds rule 1.8 broken: onNext after cancel'
		},
		{
			bug: 'lets a subscriber cancel when it is told of the end',
			file,
			text: `
	cancel(): void {
		this.#called('cancel');`,
			instead: `
	cancel(): void {`,
			killedBy: [
				'finds rule 2.3 broken: cancel within onComplete',
				'finds rule 2.3 broken: cancel within onError'
			]
		},
		{
			bug: 'forgets that a failure is an end too',
			file,
			text: `
		this.#endedAt = this.#simulation.now;
		this.#subscriber.onError(error);`,
			instead: `
		this.#subscriber.onError(error);`,
			killedBy: 'finds rule 1.7 broken: onNext after onError'
		},
		{
			bug: 'lets a subscriber ask after the end for as long as it likes',
			file,
			text: 'if (this.#isAfter(this.#endedAt, this.#options.fromSubscriber)) {',
			instead: 'if (this.#isAfter(this.#endedAt, Infinity)) {',
			killedBy: [
				'finds rule 2.4 broken',
				'lets pass what was on its way when the publisher completed'
			]
		},
		{
			bug: 'knows nothing of what is on its way',
			file,
			text: 'return underWay === 0 ? !Number.isNaN(time)',
			instead: 'return underWay >= 0 ? !Number.isNaN(time)',
			killedBy: 'lets pass what was on its way when the subscriber canceled'
		},
		{
			bug: 'waives every rule where one is waived',
			file,
			text: 'if (!this.#options.waived.includes(rule))',
			instead: 'if (this.#options.waived.length === 0)',
			killedBy: 'lets pass a rule that is waived, and only that one'
		},
		{
			bug: 'takes null for an item',
			file,
			text: 'notNull(item);',
			instead: '',
			killedBy: 'finds a null in onNext'
		}
	]
};
