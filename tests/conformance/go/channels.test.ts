import { describe, expect, it } from 'vitest';
import { STREAM, streamKey } from '../../../src/core/chance/draw';
import type { Process, Steps } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { receiving, sending } from '../../../src/core/primitives/channel-cases';
import { CLOSED, ClosableChannel } from '../../../src/core/primitives/closable-channel';
import { Select } from '../../../src/core/primitives/select';
import { type ChannelOperation, type ChannelTrace, type Outcome, readTraces } from './traces';

describe('channels do what Go does', () => {
	it.each(readTraces<ChannelTrace>('channels'))('$name', replay);
});

describe('select does what Go does', () => {
	it.each(readTraces<ChannelTrace>('select'))('$name', replay);
});

/** Lets processes do, one after the other, what goroutines did, and compares what follows. */
function replay({ capacities, steps }: ChannelTrace): void {
	const lab = new Lab(capacities);
	for (const [index, step] of steps.entries()) {
		const ended = lab.do(step.actor, step);
		const what = `after step ${index + 1}: ${step.actor} does ${step.do}`;
		expect(ended, what).toEqual(step.ended);
		expect([...lab.waiting].sort(), what).toEqual(step.waiting);
		expect(lab.lengths(), what).toEqual(step.lengths);
	}
}

/** Channels, and processes that do one thing each. */
class Lab {
	readonly waiting = new Set<string>();
	readonly #simulation = new Simulation();
	readonly #channels: ReadonlyMap<string, ClosableChannel<number>>;
	readonly #select = new Select(this.#simulation, streamKey(1, STREAM.choice), 0);
	#ended: Outcome[] = [];

	constructor(capacities: ChannelTrace['capacities']) {
		this.#channels = new Map(
			Object.entries(capacities).map(([name, capacity]) => [
				name,
				new ClosableChannel<number>(this.#simulation, name, capacity)
			])
		);
	}

	/** Starts a process for the operation, and says which processes ended, in the order of names. */
	do(actor: string, operation: ChannelOperation): Outcome[] {
		this.#ended = [];
		this.waiting.add(actor);
		this.#simulation.spawn(this.#act(actor, operation), actor);
		this.#simulation.settle();
		for (const channel of this.#channels.values()) channel.check();
		return this.#ended.sort((one, other) => (one.actor < other.actor ? -1 : 1));
	}

	lengths(): Record<string, number> {
		return Object.fromEntries(Array.from(this.#channels, ([name, { length }]) => [name, length]));
	}

	*#act(actor: string, operation: ChannelOperation): Process {
		let result: string;
		try {
			result = yield* this.#run(operation);
		} catch (error) {
			result = `panic: ${String(error).replace('ChannelError: ', '').replace(' a ', ' ')}`;
		}
		this.waiting.delete(actor);
		this.#ended.push({ actor, result });
	}

	*#run(operation: ChannelOperation): Steps<string> {
		const { channel = '', item = 0, cases = [] } = operation;
		switch (operation.do) {
			case 'send':
				yield* this.#channel(channel).send(item);
				return `sent to ${channel}`;
			case 'receive':
				return received(channel, yield* this.#channel(channel).receive());
			case 'close':
				this.#channel(channel).close();
				return `closed ${channel}`;
			case 'select': {
				const ways = cases.map((one) => this.#case(one));
				const choice = operation.default
					? this.#select.tryOne(...ways)
					: yield* this.#select.one(...ways);
				const chosen = choice === null ? undefined : cases[choice.index];
				if (choice === null || chosen === undefined) return 'default';
				const { channel: name = '' } = chosen;
				return chosen.do === 'send' ? `sent to ${name}` : received(name, choice.value);
			}
		}
	}

	#case({ do: way, channel = '', item = 0 }: ChannelOperation) {
		return way === 'send'
			? sending(this.#channel(channel), item)
			: receiving(this.#channel(channel));
	}

	#channel(name: string): ClosableChannel<number> {
		const channel = this.#channels.get(name);
		if (channel === undefined) throw new RangeError(`there is no channel ${name}`);
		return channel;
	}
}

function received(channel: string, item: unknown): string {
	return item === CLOSED
		? `received nothing from closed ${channel}`
		: `received ${item} from ${channel}`;
}
