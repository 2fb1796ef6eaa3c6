import { expect } from 'vitest';
import { STREAM, streamKey } from '../../../../src/core/chance/draw';
import { Interruption } from '../../../../src/core/kernel/processes/interruption';
import type { Steps } from '../../../../src/core/kernel/processes/operation';
import type { RunningProcess } from '../../../../src/core/kernel/processes/running-process';
import { ChannelError } from '../../../../src/core/primitives/channel';
import { receiving, sending } from '../../../../src/core/primitives/channel-cases';
import { CLOSED, type ClosableChannel } from '../../../../src/core/primitives/closable-channel';
import { Select } from '../../../../src/core/primitives/select';
import { ProcessLab } from '../process-lab';
import type { MakeChannel } from './rules';

/** One thing that a process of a script does. Channels and processes by number. */
export type Step =
	| { readonly do: 'sleep'; readonly span: number }
	| { readonly do: 'send' | 'receive' | 'try to send' | 'close'; readonly channel: number }
	| {
			readonly do: 'select' | 'try to select';
			readonly cases: readonly { readonly sends: boolean; readonly channel: number }[];
	  }
	| { readonly do: 'interrupt'; readonly process: number };

/** A channel, what was sent into it, and what was received from it. */
interface Account {
	readonly channel: ClosableChannel<number>;
	readonly sent: number[];
	readonly received: number[];
}

/**
 * Processes that do what a script says, with every item and every rule accounted for after each
 * event. The item of a sender is its number with the count of its sends behind.
 */
export class ChannelScript extends ProcessLab {
	/** How often something happened that a rule is about. */
	readonly seen = { waits: 0, selects: 0, failures: 0, interrupts: 0, bothEnds: 0 };
	/** What went from one process to another through one channel, in the order of arrival. */
	readonly conversations = new Map<string, number[]>();
	readonly #accounts: readonly Account[];
	readonly #processes: readonly RunningProcess[];

	constructor(
		make: MakeChannel,
		capacities: readonly number[],
		scripts: readonly (readonly Step[])[]
	) {
		super();
		this.#accounts = capacities.map((capacity) => {
			return { channel: make(this.simulation, capacity), sent: [], received: [] };
		});
		this.#processes = scripts.map((script, n) =>
			this.go(0, () => this.#follow(n, script), `process ${n}`)
		);
		this.simulation.onsettled = () => this.#check();
	}

	/** Items that were sent and are neither received nor in a buffer, or the other way round, or twice. */
	whatIsLost(): number[] {
		return this.#accounts.flatMap(({ channel, sent, received }) => {
			const here = Array.from({ length: channel.length }, (_, n) => channel.peek(n));
			const there = [...received, ...here];
			return [
				...sent.filter((item) => !there.includes(item)),
				...there.filter((item, n) => !sent.includes(item) || there.indexOf(item) !== n)
			];
		});
	}

	*#follow(self: number, script: readonly Step[]): Steps {
		const select = new Select(this.simulation, streamKey(1, STREAM.choice), self);
		for (const [n, step] of script.entries()) {
			try {
				yield* this.#do(self, 1000 * self + n, step, select);
			} catch (error) {
				if (error instanceof ChannelError) this.seen.failures++;
				else if (error instanceof Interruption) this.seen.interrupts++;
				else throw error;
			}
			this.note(`${self} has done ${step.do}`);
		}
	}

	*#do(self: number, item: number, step: Step, select: Select): Steps {
		switch (step.do) {
			case 'sleep':
				return yield* this.simulation.sleep(step.span);
			case 'send': {
				const { channel, sent } = this.#account(step.channel);
				yield* channel.send(item);
				sent.push(item);
				return;
			}
			case 'try to send': {
				const { channel, sent } = this.#account(step.channel);
				if (channel.trySend(item)) sent.push(item);
				return;
			}
			case 'receive':
				return this.#got(self, step.channel, yield* this.#account(step.channel).channel.receive());
			case 'close':
				return this.#account(step.channel).channel.close();
			case 'select':
			case 'try to select': {
				const cases = step.cases.map(({ sends, channel: number }) => {
					const { channel } = this.#account(number);
					return sends ? sending(channel, item) : receiving(channel);
				});
				const choice = step.do === 'select' ? yield* select.one(...cases) : select.tryOne(...cases);
				const chosen = choice === null ? undefined : step.cases[choice.index];
				if (choice === null || chosen === undefined) return;
				if (chosen.sends) this.#account(chosen.channel).sent.push(item);
				else this.#got(self, chosen.channel, choice.value);
				return;
			}
			case 'interrupt': {
				const process = this.#processes[step.process];
				if (process !== undefined) this.simulation.interrupt(process, new Interruption('stop'));
			}
		}
	}

	#got(self: number, channel: number, item: unknown): void {
		if (item === CLOSED) return;
		this.#account(channel).received.push(item as number);
		const key = `${Math.floor((item as number) / 1000)} to ${self} through ${channel}`;
		this.conversations.set(key, [...(this.conversations.get(key) ?? []), item as number]);
	}

	#account(channel: number): Account {
		const account = this.#accounts[channel];
		if (account === undefined) throw new RangeError(`there is no channel ${channel}`);
		return account;
	}

	/** The comment on invariants in Go's runtime/chan.go, word for word, and that items add up. */
	#check(): void {
		for (const { channel, sent, received } of this.#accounts) {
			channel.check();
			const { senders, receivers, length, capacity } = channel;
			const ends = [...senders, ...receivers];
			if (ends.length > 0) this.seen.waits++;
			if (ends.some((waiter) => waiter.process !== waiter)) this.seen.selects++;
			if (senders.length > 0 && receivers.length > 0) {
				this.seen.bothEnds++;
				expect(new Set(ends.map(({ process }) => process)).size).toBe(1);
				expect(capacity).toBe(0);
			}
			expect(length).toBeLessThanOrEqual(capacity);
			if (length > 0) expect(receivers.length).toBe(0);
			if (length < capacity) expect(senders.length).toBe(0);
			if (channel.isClosed) expect(ends).toEqual([]);
			expect(sent.length).toBe(received.length + length);
		}
	}
}
