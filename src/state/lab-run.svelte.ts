import { fromSeconds, type Nanoseconds, toSeconds } from '../core/kernel/time';
import type { Scenario } from '../core/scenario/scenario';
import { endOf, settingsAt } from '../core/scenario/settings';
import type { Preset } from '../core/strategies/preset';
import type { Frame, Target } from '../engine/protocol';
import { emptyStory, extendStory, type Story } from '../engine/story';
import type { Conversation } from './conversation';
import { Edits } from './edits.svelte';
import type { FrameClock } from './frame-clock';
import { HeldSpeed } from './held-speed';
import { playedOn } from './played-on';

/** How long a message travels from one station to the next, in screen milliseconds. */
const HOP = 300;
/** A frame that comes later than this, in milliseconds, does not make virtual time jump. */
const LONGEST_TICK = 100;
/** How often printed numbers change while it plays, in milliseconds: faster cannot be read. */
const READOUT_EVERY = 100;
/** How often the charts are told, in milliseconds. */
const STORY_EVERY = 200;

/** What a run needs from its surroundings. */
export interface LabRunOptions {
	readonly clock: FrameClock;
	/** True for readers who asked for less motion. */
	readonly isStill: () => boolean;
}

/**
 * One run as the page sees it: what it shows, whether it plays, and where in time it stands.
 * It pulls each picture from the engine and asks for the next only when it has the last.
 */
export class LabRun {
	/** The run as data, and the preset that it was made from. */
	scenario: Scenario;
	preset: Preset;
	/** The picture; null until the first has come. */
	frame: Frame | null = $state.raw(null);
	/** The same picture for numbers in print: while it plays, only as often as one can read. */
	readout: Frame | null = $state.raw(null);
	story: Story = $state.raw(emptyStory(0));
	playing = $state(false);
	/** Virtual seconds per second. */
	speed = $state(1);
	/** The speed that the engine can hold, when that is less than the one asked for. */
	heldSpeed: number | null = $state(null);
	/** How far a long seek has come, in [0, 1]; null when none is under way. */
	progress: number | null = $state(null);
	/** What went wrong, in sentences for people; null when nothing did. */
	trouble: string | null = $state(null);
	/** Screen milliseconds since the last step, up to a hop; 0 when no step plays out. */
	sinceStep = $state(0);

	/** The frame as it is drawn: after a step, its moves play out while the run stands still. */
	readonly picture = $derived.by(() => {
		const lead = Math.round(this.window * (this.sinceStep / HOP));
		return this.frame === null ? null : playedOn(this.frame, lead);
	});
	/** How many of the changes have happened: settings are made anew only when it changes. */
	readonly #changesMade = $derived.by(() => {
		const seconds = toSeconds(this.frame?.time ?? 0);
		return this.scenario.changes.filter(({ at }) => at <= seconds).length;
	});
	readonly settings = $derived.by(() => {
		const changes = this.scenario.changes.slice(0, this.#changesMade);
		return settingsAt({ ...this.scenario, changes }, Infinity);
	});
	/** Where the run ends, wherever the picture stands. */
	readonly duration = $derived.by(() => fromSeconds(endOf(this.scenario)));
	/** While nobody can see the run, virtual time stands still, without ending play. */
	isSuspended = false;
	/** What can be changed about it, and taken back. */
	readonly edits = new Edits(this);

	readonly #conversation: Conversation;
	readonly #options: LabRunOptions;
	/** Numbers the commands; a command that is no longer the latest gives up. */
	#command = 0;
	/** Numbers the runs that were opened. What was asked of an earlier one no longer counts. */
	#opening = 0;
	#isOpening = false;
	#storyAt = 0;
	#readoutAt = 0;

	constructor(
		conversation: Conversation,
		preset: Preset,
		scenario: Scenario,
		options: LabRunOptions
	) {
		this.#conversation = conversation;
		this.#options = options;
		this.preset = $state.raw(preset);
		this.scenario = $state.raw(scenario);
		this.speed = preset.speed;
		conversation.onrevived = (sentence) => {
			this.trouble = sentence;
		};
		conversation.onlost = (sentence) => {
			this.pause();
			this.trouble = sentence;
		};
	}

	/** How far back the moves of a picture reach, in virtual time. */
	get window(): Nanoseconds {
		return this.#options.isStill() ? 0 : Math.round(HOP * 1e6 * this.speed);
	}

	/** Shows a run of a preset at a time; nothing that was before can be undone. */
	async load(preset: Preset, scenario: Scenario, speed: number, seconds: number): Promise<void> {
		this.edits.forget();
		this.preset = preset;
		this.speed = speed;
		await this.show(scenario, fromSeconds(seconds));
	}

	async play(): Promise<void> {
		if (this.playing || this.frame === null) return;
		const command = ++this.#command;
		this.playing = true;
		this.sinceStep = 0;
		if (this.frame.ended) await this.#travel({ kind: 'time', time: 0 }, command);
		const held = new HeldSpeed();
		let last = await this.#options.clock();
		while (this.playing && command === this.#command) {
			const now = await this.#options.clock();
			const elapsed = Math.min(now - last, LONGEST_TICK);
			last = now;
			if (!this.isSuspended && !this.#isOpening) await this.#tick(elapsed, now, command, held);
		}
		this.heldSpeed = null;
		await this.#refreshStory();
	}

	pause(): void {
		this.playing = false;
		this.readout = this.frame;
		void this.#rest();
	}

	/** Plays one event and rests. */
	async step(): Promise<void> {
		const command = this.#takeOver();
		const event = (this.frame?.event ?? 0) + 1;
		if (!(await this.#travel({ kind: 'event', event }, command))) return;
		await this.#playOut(command);
	}

	async stepBack(): Promise<void> {
		const event = (this.frame?.event ?? 0) - 1;
		if (event < 0) return;
		await this.#travel({ kind: 'event', event }, this.#takeOver());
	}

	/** Goes to the next notable moment, or to the end. */
	async nextMoment(): Promise<void> {
		await this.#travel({ kind: 'moment' }, this.#takeOver());
	}

	/** Shows the stored picture nearest to a time while somebody scrubs. */
	async scrub(time: Nanoseconds): Promise<void> {
		const command = this.#takeOver();
		const frame = await this.#conversation.preview(time);
		if (frame !== null && command === this.#command) this.#lookAt(frame);
	}

	/** Goes to exactly that time, by replay if it lies behind. */
	async seek(time: Nanoseconds): Promise<void> {
		const until = Math.max(0, Math.min(Math.round(time), this.duration));
		await this.#travel({ kind: 'time', time: until }, this.#takeOver());
	}

	setSpeed(speed: number): void {
		this.speed = speed;
	}

	/**
	 * Opens a scenario and goes to a time in it, slice by slice. Play goes on from there; anything
	 * else that is asked of the run meanwhile ends the way.
	 */
	async show(scenario: Scenario, time: Nanoseconds): Promise<void> {
		const opening = ++this.#opening;
		this.#isOpening = true;
		this.scenario = scenario;
		const target: Target = { kind: 'time', time };
		let frame = await this.#conversation.open(scenario, time, this.window);
		// Where nothing is shown yet, a picture from on the way is better than none.
		if (opening === this.#opening && this.frame === null) this.#lookAt(frame);
		while (opening === this.#opening && !hasArrived(frame)) {
			this.progress = progressOf(frame, target, 0);
			frame = await this.#conversation.travel(target, this.window);
		}
		if (opening !== this.#opening) return;
		this.#isOpening = false;
		this.progress = null;
		this.sinceStep = 0;
		this.#lookAt(frame);
		this.#note(frame);
		await this.#refreshStory();
		if (!this.playing) await this.#rest();
	}

	/** Travels until it has arrived or another command came. True if it has arrived. */
	async #travel(target: Target, command: number): Promise<boolean> {
		const opening = this.#opening;
		const start = this.frame?.time ?? 0;
		for (;;) {
			const frame = await this.#conversation.travel(target, this.window);
			if (command !== this.#command || opening !== this.#opening) return false;
			this.#note(frame);
			if (hasArrived(frame)) {
				this.#lookAt(frame);
				break;
			}
			this.progress = progressOf(frame, target, start);
		}
		this.progress = null;
		this.sinceStep = 0;
		await this.#refreshStory();
		await this.#rest();
		return true;
	}

	/** One frame of play. When the engine cannot keep up, virtual time slows down with it. */
	async #tick(elapsed: number, now: number, command: number, held: HeldSpeed): Promise<void> {
		const opening = this.#opening;
		const before = this.frame?.time ?? 0;
		const time = before + Math.round(elapsed * 1e6 * this.speed);
		const frame = await this.#conversation.travel({ kind: 'time', time }, this.window);
		// A frame that comes after pause was pressed would move a picture that stands still.
		if (command !== this.#command || !this.playing || opening !== this.#opening) return;
		this.frame = frame;
		this.#note(frame);
		this.heldSpeed = held.measure((frame.time - before) / 1e6, elapsed, this.speed, frame.ended);
		if (frame.ended || frame.stopped !== null) this.pause();
		if (now - this.#readoutAt >= READOUT_EVERY) {
			this.#readoutAt = now;
			this.readout = frame;
		}
		if (now - this.#storyAt < STORY_EVERY) return;
		this.#storyAt = now;
		await this.#refreshStory();
	}

	/** Lets the moves of a step run to their end, while virtual time stands still. */
	async #playOut(command: number): Promise<void> {
		if (this.#options.isStill()) return;
		const start = await this.#options.clock();
		this.sinceStep = 0;
		while (command === this.#command && this.sinceStep < HOP) {
			this.sinceStep = Math.min((await this.#options.clock()) - start, HOP);
		}
	}

	async #refreshStory(): Promise<void> {
		let { story } = this;
		let hasMore = true;
		while (hasMore) {
			const history = await this.#conversation.history(story, Math.max(0, story.columns - 1));
			story = extendStory(story, history);
			hasMore = history.hasMore;
		}
		this.story = story;
	}

	/** Lets the engine get ready for a step back, as long as nothing else is asked of it. */
	async #rest(): Promise<void> {
		const command = this.#command;
		const opening = this.#opening;
		let isReady = false;
		while (!isReady && command === this.#command && opening === this.#opening && !this.playing) {
			isReady = await this.#conversation.rest();
		}
	}

	#lookAt(frame: Frame): void {
		this.frame = frame;
		this.readout = frame;
	}

	#note(frame: Frame): void {
		if (frame.stopped === null) return;
		this.trouble = `${sentence(frame.stopped.sentence)} The run stops here.`;
	}

	/** Ends play and whatever is under way. Returns the number of the command that does so. */
	#takeOver(): number {
		this.playing = false;
		this.#isOpening = false;
		this.#opening++;
		this.progress = null;
		this.readout = this.frame;
		return ++this.#command;
	}
}

function hasArrived({ arrived, stopped }: Frame): boolean {
	return arrived || stopped !== null;
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** How much of the way is done; a way back starts from 0 again. */
function progressOf(frame: Frame, target: Target, start: Nanoseconds): number {
	if (target.kind === 'event') return frame.event / Math.max(1, target.event);
	if (target.kind === 'moment') return 0;
	const from = frame.time >= start ? start : 0;
	return (frame.time - from) / Math.max(1, target.time - from);
}
