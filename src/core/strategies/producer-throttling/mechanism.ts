import { Interruption } from '../../kernel/processes/interruption';
import type { Process } from '../../kernel/processes/operation';
import type { RunningProcess } from '../../kernel/processes/running-process';
import { type Nanoseconds, toSeconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import { Channel } from '../../primitives/channel';
import { LagGate, type LagLimits } from '../../primitives/lag-gate';
import { TokenBucket } from '../../primitives/token-bucket';
import type { ParameterKey, Scenario } from '../../scenario/scenario';
import { bucketCapacityOf } from '../../scenario/settings';
import { MessageTopic } from '../../world/message-topic';
import { ringStore } from '../../world/store';
import type { Worker } from '../../world/worker';
import { go, signal, spawn, startWorkers, type World } from '../../world/world';
import type { Mechanism } from '../strategy';
import { shape } from './shape';

/** Why a message was refused, each with the exit through which it leaves. */
const EXITS = {
	'rate limit exceeded': 'rate',
	'consumer lag too high': 'lag',
	'consumer lag unknown': 'unknown'
} as const;

export type Reason = keyof typeof EXITS;

const NONE: Readonly<Record<Reason, number>> = {
	'rate limit exceeded': 0,
	'consumer lag too high': 0,
	'consumer lag unknown': 0
};

/** What producer throttling is put together from, and what is told of it. */
export abstract class ThrottlingMechanism implements Mechanism {
	static readonly shape = shape;
	readonly world: World;
	readonly settings: Scenario;
	readonly topic: MessageTopic;
	readonly bucket: TokenBucket;
	readonly gate = new LagGate();
	/** Where the loop hands polled records to workers, one by one. */
	readonly desk: Channel<Message>;
	readonly stores;
	/** How many attempts were refused for each reason, and how many messages were given up. */
	readonly #refused = { ...NONE };
	readonly #givenUp = { ...NONE };
	/** Tokens that were ever there up to the latest change of the rate, and that change. */
	#granted: number;
	#grantedAt: Nanoseconds = 0;
	#rate: number;
	/** When the next reading is due; before the first, never. */
	#readingAt = Number.NaN;
	#watcher: RunningProcess | null = null;

	constructor(world: World) {
		const { simulation, settings } = world;
		this.world = world;
		this.settings = settings;
		this.topic = new MessageTopic(world, () => settings.consumer.workers);
		this.stores = [
			ringStore(world, 'topic', this.topic.unpolled),
			ringStore(world, 'polled', this.topic.polled)
		];
		this.desk = new Channel<Message>(simulation, 'the desk', 0, {
			attempted() {},
			blocked() {},
			entered: (record) => this.topic.handOver(record)
		});
		const { capacity, rate } = bucketSize(settings);
		this.#granted = settings.bucket.initial ?? capacity;
		this.#rate = rate;
		this.bucket = new TokenBucket(simulation, {
			capacity,
			rate,
			initial: this.#granted,
			refill: (elapsed, perSecond) => this.refill(elapsed, perSecond)
		});
		go(world, 'producer', this.produce());
		this.#startWatch();
		go(world, 'loop', this.loop());
		startWorkers(world, (worker) => this.work(worker));
	}

	abstract produce(): Process;
	abstract watch(): Process;
	abstract loop(): Process;
	abstract work(worker: Worker): Process;
	abstract refill(elapsed: Nanoseconds, rate: number): number;
	abstract get lagCheck(): LagLimits & { readonly interval: Nanoseconds };

	get lag() {
		return this.topic.lagStock;
	}

	get followed() {
		return { ...this.topic.followed, ...this.#followed };
	}

	get gauges() {
		return { ...this.topic.gauges, ...this.#gauges };
	}

	/** Takes note of an attempt that was refused. */
	refused(reason: Reason): void {
		this.world.ledger.attempt();
		this.#refused[reason]++;
		signal(this.world, 'refused');
	}

	/** The message is refused for good. */
	giveUp(message: Message, reason: Reason): void {
		this.#givenUp[reason]++;
		this.world.ledger.refuse(message, EXITS[reason]);
	}

	/** How long until the next whole multiple of the interval that has not had its reading. */
	untilNextReading(): Nanoseconds {
		const { now } = this.world.simulation;
		const { interval } = this.lagCheck;
		const past = now % interval;
		const isDue = past === 0 && this.#readingAt !== now;
		this.#readingAt = isDue ? now : now - past + interval;
		return this.#readingAt - now;
	}

	/** The most messages that can have been admitted by `now`: the tokens that were ever there. */
	mostAdmitted(now: Nanoseconds): number {
		return this.#granted + this.#rate * toSeconds(now - this.#grantedAt);
	}

	readonly #gauges = {
		'now.tokens': (now: Nanoseconds) => this.bucket.levelAt(now),
		'now.bucketCapacity': () => this.bucket.capacity,
		'now.mostAdmitted': (now: Nanoseconds) => this.mostAdmitted(now),
		'now.lagSeen': () => this.gate.seen ?? Number.NaN,
		'now.gateOpen': () => Number(this.gate.isOpen),
		'now.refusedByRate': () => this.#refused['rate limit exceeded'],
		'now.refusedByLag': () => this.#refused['consumer lag too high'],
		'now.refusedUnknown': () => this.#refused['consumer lag unknown'],
		'now.goneByRate': () => this.#givenUp['rate limit exceeded'],
		'now.goneByLag': () => this.#givenUp['consumer lag too high'],
		'now.goneUnknown': () => this.#givenUp['consumer lag unknown']
	};

	readonly #followed = {
		lagRead: () => (this.gate.hasFailed ? Number.NaN : (this.gate.seen ?? Number.NaN)),
		readings: () => this.gate.readings,
		gateShut: () => Number(!this.gate.isOpen)
	};

	readonly stations = { bucket: { isShut: () => !this.gate.isOpen } };

	readonly levels = {
		lagLimit: () => this.lagCheck.limit,
		lagResume: () => this.lagCheck.resume
	};

	readonly states = {
		'bucket-empty': () => this.bucket.levelAt(this.world.simulation.now) < 1,
		'gate-shut': () => !this.gate.isOpen && !this.gate.hasFailed,
		'lag-unknown': () => this.gate.hasFailed
	};

	changed(key: ParameterKey): void {
		if (key.startsWith('bucket.')) {
			const { capacity, rate } = bucketSize(this.settings);
			const { now } = this.world.simulation;
			this.#granted = this.mostAdmitted(now);
			this.#grantedAt = now;
			this.#rate = rate;
			this.bucket.setRate(rate);
			this.bucket.setCapacity(capacity);
		} else if (key === 'lag.interval') this.#startWatch();
	}

	check(): void {
		this.topic.check();
		this.desk.check();
		this.bucket.check();
	}

	#startWatch(): void {
		if (this.#watcher !== null) {
			this.world.simulation.interrupt(this.#watcher, new Interruption('another interval'));
		}
		// The reading that the old watch waited for has not happened, also if it is due now.
		this.#readingAt = Number.NaN;
		this.#watcher = this.lagCheck.interval === 0 ? null : spawn(this.world, 'watch', this.watch());
	}
}

function bucketSize(settings: Scenario) {
	return { rate: settings.bucket.rate, capacity: bucketCapacityOf(settings) };
}
