import { STREAM, streamKey } from '../../../src/core/chance/draw';
import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { Select } from '../../../src/core/primitives/select';
import { Link } from '../../../src/core/reactive/link';
import { Outlet } from '../../../src/core/reactive/outlet';
import { type ProcessOutlet, ProcessPublisher } from '../../../src/core/reactive/process-publisher';
import type { Subscriber } from '../../../src/core/reactive/reactive-streams';
import { monitored } from './monitored';
import type { Kit, MakeKit } from './notes';

/** What a source gives next, or why it fails; null when there is no more. */
type Next<T> = { readonly value: T } | { readonly error: Error } | null;

function nextOf<T>(items: Iterator<T>): Next<T> {
	try {
		const { done, value } = items.next();
		return done ? null : { value };
	} catch (error) {
		return { error: error as Error };
	}
}

/** Delivers in the midst of `request`, as a publisher may (rules 3.10 and 3.11). */
class DrainingOutlet<T> extends Outlet<T> {
	readonly #items: Iterator<T>;
	#next: Next<T>;

	constructor(subscriber: Subscriber<T>, items: Iterable<T>) {
		super(subscriber);
		this.#items = items[Symbol.iterator]();
		this.#next = nextOf(this.#items);
	}

	/** Delivers while there is demand; an end is told without any. */
	drain(): void {
		while (this.#next !== null && 'value' in this.#next) {
			if (this.isOver || this.demand === 0) return;
			const { value } = this.#next;
			this.#next = nextOf(this.#items);
			this.next(value);
		}
		if (this.#next === null) this.complete();
		else this.fail(this.#next.error);
	}

	protected override stirred(): void {
		this.drain();
	}
}

/** Begins the sequence anew for each subscriber. */
export const synchronous: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: <T>(items: Iterable<T>) => ({
			subscribe(subscriber: Subscriber<T>) {
				if (!subscriber) throw new TypeError('no subscriber');
				const watched = isMonitored ? monitored(simulation, subscriber) : subscriber;
				const outlet = new DrainingOutlet(watched, items);
				outlet.open();
				outlet.drain();
			}
		})
	}));

/** The loop of the strategy's own publisher, over a sequence. */
function* publish<T>(select: Select, items: Iterable<T>, outlet: ProcessOutlet<T>): Process {
	const iterator = items[Symbol.iterator]();
	for (;;) {
		const next = nextOf(iterator);
		if (next === null) return outlet.complete();
		if ('error' in next) return outlet.fail(next.error);
		yield* select.one(outlet.demanded);
		outlet.next(next.value);
	}
}

/** The core's own publisher. It has one subscriber. */
export const process: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: (items) => {
			const publisher = processPublisher(simulation, items);
			return {
				subscribe: (subscriber) =>
					publisher.subscribe(
						isMonitored && subscriber ? monitored(simulation, subscriber) : subscriber
					)
			};
		}
	}));

/** The same behind a link that takes 5 ns each way, with a monitor at both ends. */
export const behindLink: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: <T>(items: Iterable<T>) => {
			const publisher = processPublisher(simulation, items);
			return {
				subscribe(subscriber: Subscriber<T>) {
					if (!subscriber) throw new TypeError('no subscriber');
					const watched = isMonitored ? monitored(simulation, subscriber, 10) : subscriber;
					const link = new Link(simulation, 5, watched, {
						requested() {},
						departed() {},
						arrived() {}
					});
					publisher.subscribe(isMonitored ? monitored(simulation, link, 0, 10) : link);
				}
			};
		}
	}));

function kitOf(make: (simulation: Simulation) => Pick<Kit, 'publisherOf'>): Kit {
	const simulation = new Simulation();
	return { ...make(simulation), simulation, runDry: () => simulation.advance(Infinity) };
}

function processPublisher<T>(simulation: Simulation, items: Iterable<T>): ProcessPublisher<T> {
	const select = new Select(simulation, streamKey(1, STREAM.choice), 0);
	return new ProcessPublisher<T>(simulation, (outlet) =>
		simulation.spawn(publish(select, items, outlet), 'publisher')
	);
}
