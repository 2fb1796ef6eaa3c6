import type { MutantCatalogue } from '../../mutant';

const channel = 'core/primitives/channel.ts';
const closing = 'core/primitives/closable-channel.ts';

const CAPACITY = `
		this.#observer = observer;
		this.#capacity = checkedCapacity(capacity);`;
const IS_CLOSED = `
		if (this.#isClosed) throw sendOnClosed();
		return super.trySend(item);`;

/** The bugs that people write into channels. */
export const CHANNEL_MUTANTS: MutantCatalogue = {
	name: 'channel',
	suite: 'primitives/channel/suite.ts',
	mutants: [
		{
			bug: 'has a slot where it should have none',
			file: channel,
			text: CAPACITY,
			instead: `
		this.#observer = observer;
		this.#capacity = Math.max(1, checkedCapacity(capacity));`,
			killedBy: 'C1 '
		},
		{
			bug: 'has a slot too many',
			file: channel,
			text: CAPACITY,
			instead: `
		this.#observer = observer;
		this.#capacity = capacity === 0 ? 0 : checkedCapacity(capacity + 1);`,
			killedBy: 'C2 '
		},
		{
			bug: 'has a slot too many, whatever it was made with',
			file: channel,
			text: CAPACITY,
			instead: `
		this.#observer = observer;
		this.#capacity = checkedCapacity(capacity + 1);`,
			killedBy: 'M1 '
		},
		{
			bug: 'gives out what came last',
			file: channel,
			text: 'const item = this.#buffer.shift();',
			instead: `
		const items: T[] = [];
		while (this.#buffer.length > 1) items.push(this.#buffer.shift());
		const item = this.#buffer.shift();
		for (const older of items) this.#buffer.push(older);`,
			killedBy: 'C3 items leave'
		},
		{
			bug: 'takes what is sent after its end, and loses it',
			file: closing,
			text: IS_CLOSED,
			instead: 'return this.#isClosed || super.trySend(item);',
			killedBy: 'C5 a send on'
		},
		{
			bug: 'forgets those who wait to send when it is closed',
			file: closing,
			text: `
		for (let one = this.senders.shift(); one !== null; one = this.senders.shift()) {
			this.simulation.fail(one, sendOnClosed());
		}`,
			instead: '',
			killedBy: 'C5 a blocked'
		},
		{
			bug: 'lets those who wait to send go on as if they had sent when it is closed',
			file: closing,
			text: 'this.simulation.fail(one, sendOnClosed());',
			instead: 'this.simulation.wake(one, undefined);',
			killedBy: 'C5 a blocked'
		},
		{
			bug: 'may be closed again and again',
			file: closing,
			text: "if (this.#isClosed) throw new ChannelError('close of a closed channel');",
			instead: 'if (this.#isClosed) return;',
			killedBy: 'C6 '
		},
		{
			bug: 'throws away what is in its buffer when it is closed',
			file: closing,
			text: 'this.#isClosed = true;',
			instead: `
		this.#isClosed = true;
		this.drain();`,
			killedBy: 'C7 '
		},
		{
			bug: 'says that it is closed while items are there',
			file: closing,
			text: 'if (this.ended.isReady) return CLOSED;',
			instead: 'if (this.#isClosed) return CLOSED;',
			killedBy: 'C7 '
		},
		{
			bug: 'tells one of those who wait to receive that it is closed, and leaves the others',
			file: closing,
			text: 'for (let one = this.receivers.shift(); one !== null; one = this.receivers.shift()) {',
			instead: `
		const one = this.receivers.shift();
		if (one !== null) {`,
			killedBy: 'C8 '
		},
		{
			bug: 'counts those who wait to send among its items',
			file: channel,
			text: 'return this.#buffer.length;',
			instead: 'return this.#buffer.length + this.senders.length;',
			killedBy: 'C9 '
		},
		{
			bug: 'serves those who wait to receive in the wrong order',
			file: channel,
			text: 'const receiver = this.receivers.shift();',
			instead: `
		const receiver = [...this.receivers].at(-1) ?? null;
		if (receiver !== null) this.receivers.remove(receiver);`,
			killedBy: 'R1 those who wait to receive'
		},
		{
			bug: 'serves those who wait to send in the wrong order',
			file: channel,
			text: `
			const sender = this.senders.shift();
			if (sender !== null) return`,
			instead: `
			const sender = [...this.senders].at(-1) ?? null;
			if (sender !== null) this.senders.remove(sender);
			if (sender !== null) return`,
			killedBy: 'R1 those who wait to send'
		},
		{
			bug: 'puts an item into the buffer although somebody waits for it',
			file: channel,
			text: 'const receiver = this.receivers.shift();',
			instead: `
		const hasRoom = this.#buffer.length < this.#capacity;
		const receiver = hasRoom ? null : this.receivers.shift();`,
			killedBy: 'R2 '
		},
		{
			bug: 'lets the item of a waiting sender overtake what is in the buffer',
			file: channel,
			text: `
		if (this.#buffer.length === 0) {
			const sender`,
			instead: `
		if (this.senders.length > 0) {
			const sender`,
			killedBy: 'R3 '
		},
		{
			bug: 'does not let a waiting sender in when a slot becomes free',
			file: channel,
			text: `
		const item = this.#buffer.shift();
		this.#admitSenders();`,
			instead: `
		const item = this.#buffer.shift();`,
			killedBy: 'R4 '
		}
	]
};
