import type { Simulation } from '../../../../src/core/kernel/simulation';
import { type PollOptions, Topic, type TopicObserver } from '../../../../src/core/primitives/topic';
import type { Mutant } from '../../rule';
import type { MakeTopic } from './rules';

/** The bugs that people write into consumers of a log. */
export const TOPIC_MUTANTS: readonly Mutant<MakeTopic>[] = [
	mutant(
		'commits as many as are done, whichever they are',
		'the committed offset stays in front',
		class extends Topic<string> {
			#done = 0;

			override commit(record: string): void {
				super.commit(record);
				this.#done++;
			}

			override get committedOffset(): number {
				return this.#done;
			}
		}
	),
	mutant(
		'commits up to the one that was done last',
		'the committed offset stays in front',
		class extends Topic<string> {
			readonly #order: string[] = [];
			#committed = 0;

			override append(record: string): void {
				this.#order.push(record);
				super.append(record);
			}

			override commit(record: string): void {
				super.commit(record);
				this.#committed = this.#order.indexOf(record) + 1;
			}

			override get committedOffset(): number {
				return this.#committed;
			}
		}
	),
	mutant(
		'commits what it polls before the work is done',
		'gives each record the next offset',
		class extends Topic<string> {
			override get committedOffset(): number {
				return this.position;
			}
		}
	),
	mutant(
		'measures lag from the position, which looks better',
		'lag is log end offset minus committed',
		class extends Topic<string> {
			override get lag(): number {
				return this.logEndOffset - this.position;
			}
		}
	),
	mutant(
		'returns one record more than asked for',
		'a poll comes back at once',
		class extends Topic<string> {
			override poll({ timeout, maxRecords }: PollOptions) {
				return super.poll({ timeout, maxRecords: maxRecords + 1 });
			}
		}
	),
	mutant(
		'returns everything it fetched',
		'a poll comes back at once',
		class extends Topic<string> {
			override poll({ timeout }: PollOptions) {
				return super.poll({ timeout, maxRecords: Infinity });
			}
		}
	),
	mutant(
		'waits for records for ever',
		'a poll that waits in vain',
		class extends Topic<string> {
			override poll({ maxRecords }: PollOptions) {
				return super.poll({ timeout: 1e15, maxRecords });
			}
		}
	),
	mutant(
		'takes a second commit of a record for the next one',
		'refuses to commit',
		class extends Topic<string> {
			#again = 0;

			override commit(record: string): void {
				try {
					super.commit(record);
				} catch {
					this.#again++;
				}
			}

			override get committedOffset(): number {
				return super.committedOffset + this.#again;
			}
		}
	),
	mutant(
		'lets a record overtake an older one',
		'refuses to hand over',
		class extends Topic<string> {
			override handOver(): void {
				this.polled.shift();
			}
		}
	)
];

function mutant(
	bug: string,
	killedBy: string,
	Broken: new (
		simulation: Simulation,
		name: string,
		observer: TopicObserver<string>
	) => Topic<string>
): Mutant<MakeTopic> {
	return {
		bug,
		killedBy,
		make: (simulation, observer) => new Broken(simulation, 'topic', observer)
	};
}
