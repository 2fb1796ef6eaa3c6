import type { Nanoseconds } from '../../core/kernel/time';
import type { Scenario } from '../../core/scenario/scenario';
import type { Frame, Target } from '../../engine/protocol';
import type { FrameClock } from './frame-clock';
import { meetInAGlimpse, type Wish } from './glimpse';
import { HeldSpeed } from './held-speed';
import { type Invitation, type Meeting, meet, meetOnTheWay } from './meeting';
import type { PlayedRun } from './played-run.svelte';
import { stepBackTargets, stepTargets } from './step-targets';
import { Stride } from './stride';

/** How long a message travels from one station to the next, in screen milliseconds. */
const HOP = 300;
/** A frame that comes later than this, in milliseconds, does not make virtual time jump. */
const LONGEST_TICK = 100;
/** How often printed numbers change while it plays, in milliseconds: faster cannot be read. */
const READOUT_EVERY = 100;
/** How often the charts are told, in milliseconds. */
const STORY_EVERY = 200;

/** What a player needs from its surroundings. */
export interface PlaybackOptions {
	readonly clock: FrameClock;
	/** True for readers who asked for less motion. */
	readonly isStill: () => boolean;
}

/** What a run is opened as. */
export interface Opening {
	readonly run: PlayedRun;
	readonly scenario: Scenario;
}

/**
 * One clock, and the runs that it leads. It knows of them only what can be asked and shown: a tick asks
 * all of them for the next picture, waits until all have come to one instant, and only then shows them
 * all. So the pictures on a page are always of one time, however slow one engine is.
 */
export class Playback {
	/** Called with the reason when something would have moved the player while it was locked. */
	onrefused: (reason: string) => void = () => {};
	/** While nobody can see the runs, virtual time stands still, without ending play. */
	isSuspended = false;

	/** The runs that it leads, in the order of the page. */
	readonly runs: readonly PlayedRun[];
	#playing = $state(false);
	#speed = $state(1);
	#heldSpeed: number | null = $state(null);
	#progress: number | null = $state(null);
	/** Screen milliseconds since the last step, up to a hop; 0 when no step plays out. */
	#sinceStep = $state(0);
	#lock: string | null = $state(null);
	#notice: string | null = $state(null);

	/** The time of all pictures. */
	readonly time: Nanoseconds = $derived.by(() => {
		const shown = this.runs.filter(({ frame }) => frame !== null);
		return (shown.find(({ isStopped }) => !isStopped) ?? shown[0])?.frame?.time ?? 0;
	});
	/** Where the longest of the runs ends. */
	readonly duration: Nanoseconds = $derived.by(() =>
		Math.max(0, ...this.runs.map(({ duration }) => duration))
	);
	/** How far all of them have ever been. */
	readonly reached: Nanoseconds = $derived.by(() =>
		Math.min(...this.runs.map(({ story }) => story.reached))
	);
	/** Whether nothing more is to be seen of any: one at least has come to its end. */
	readonly hasEnded = $derived.by(() => this.#isOver && this.runs.some((run) => run.hasEnded));
	readonly #isOver = $derived.by(() => this.runs.every((run) => run.hasEnded || run.isStopped));
	/** How far the moves of a step have played out, in virtual time; 0 when none does. */
	readonly lead: Nanoseconds = $derived.by(() => Math.round((this.window * this.#sinceStep) / HOP));

	readonly #options: PlaybackOptions;
	readonly #stride = new Stride();
	/** Numbers what was asked of the player; what is no longer the latest gives up. */
	#wish = 0;
	/** The wish that plays. */
	#loop = 0;
	#isOpening = false;
	/** What is to be glimpsed at, and the wish for it; null when nothing is. */
	#glimpse: { readonly of: Wish; readonly wish: number } | null = null;
	#storyAt = 0;
	#readoutAt = 0;

	constructor(runs: readonly PlayedRun[], speed: number, options: PlaybackOptions) {
		this.runs = runs;
		this.#speed = speed;
		this.#options = options;
	}

	get playing(): boolean {
		return this.#playing;
	}

	/** Virtual seconds per second. */
	get speed(): number {
		return this.#speed;
	}

	/** The speed that the engine can hold, when that is less than the one asked for. */
	get heldSpeed(): number | null {
		return this.#heldSpeed;
	}

	/** How far a long way has come, in [0, 1]; null when none is under way. */
	get progress(): number | null {
		return this.#progress;
	}

	/** Why nothing moves the player; null while anything may. */
	get lock(): string | null {
		return this.#lock;
	}

	/** What is to be said of all runs together, in a sentence for people; null for nothing. */
	get notice(): string | null {
		return this.#notice;
	}

	/** How far back the moves of a picture reach, in virtual time. */
	get window(): Nanoseconds {
		return this.#options.isStill() ? 0 : Math.round(HOP * 1e6 * this.#speed);
	}

	setSpeed(speed: number): void {
		this.#speed = speed;
	}

	note(sentence: string | null): void {
		this.#notice = sentence;
	}

	/** From now on nothing moves the player, and whoever tries is told why. */
	lockBecause(reason: string): void {
		this.#takeOver();
		this.#lock = reason;
	}

	unlock(): void {
		this.#lock = null;
	}

	/** Whether the player may be moved; if not, it is said why. */
	mayMove(): boolean {
		if (this.#lock === null) return true;
		this.onrefused(this.#lock);
		return false;
	}

	async play(): Promise<void> {
		if (!this.mayMove() || this.#playing || this.#frames().size === 0) return;
		const wish = this.#takeOver();
		this.#loop = wish;
		this.#playing = true;
		if (this.hasEnded) await this.#goTo(() => ({ kind: 'time', time: 0 }), wish);
		const held = new HeldSpeed();
		let last = await this.#options.clock();
		while (this.#playing && this.#loop === wish) {
			const now = await this.#options.clock();
			const elapsed = Math.min(now - last, LONGEST_TICK);
			last = now;
			if (!this.isSuspended && !this.#isOpening) await this.#tick(elapsed, now, held);
		}
		if (this.#loop === wish) this.#heldSpeed = null;
		await this.#refreshStories();
	}

	pause(): void {
		this.#playing = false;
		for (const run of this.runs) run.print();
		void this.#rest(this.#wish);
	}

	/** Plays one event, or one of each run that has one at the same instant, and rests. */
	async step(): Promise<void> {
		if (!this.mayMove()) return;
		const wish = this.#takeOver();
		const frames = this.#frames();
		const targets = stepTargets([...frames.values()], this.duration);
		if (!(await this.#come(paired(frames, targets), wish))) return;
		await this.#playOut(wish);
	}

	async stepBack(): Promise<void> {
		if (!this.mayMove()) return;
		const frames = this.#frames();
		const targets = stepBackTargets([...frames.values()]);
		if (targets !== null) await this.#come(paired(frames, targets), this.#takeOver());
	}

	/** Goes to the next notable moment of any run, or to the end. */
	async nextMoment(): Promise<void> {
		if (!this.mayMove()) return;
		const wish = this.#takeOver();
		const isAlone = this.#moving().length === 1;
		const found = new Map<PlayedRun, Frame>();
		let until = this.duration;
		for (const run of this.#moving()) {
			// The others are looked through only as far as the earliest that was found.
			const after = run.frame?.event ?? 0;
			const target: Target = { kind: 'moment', after, ...(isAlone ? {} : { until }) };
			const frames = await meet(new Map([[run, target]]), this.#invitation(wish));
			if (frames === null) return;
			for (const [, frame] of frames) {
				found.set(run, frame);
				until = Math.min(until, frame.time);
			}
		}
		const beyond = [...found].filter(([, frame]) => frame.time > until);
		const target: Target = { kind: 'time', time: until };
		const back = await meet(new Map(beyond.map(([run]) => [run, target])), this.#invitation(wish));
		if (back !== null) await this.#arrive(new Map([...found, ...back]), wish);
	}

	/** Shows the stored pictures nearest to a time while somebody scrubs. */
	async scrub(time: Nanoseconds): Promise<void> {
		if (!this.mayMove()) return;
		const wish = this.#takeOver();
		const runs = this.#moving();
		for (let at = time; ; ) {
			const frames = await Promise.all(runs.map((run) => run.preview(at)));
			if (wish !== this.#wish || frames.includes(null)) return;
			const times = frames.map((frame) => frame?.time ?? 0);
			const earliest = Math.min(...times);
			if (times.every((one) => one === earliest)) {
				frames.forEach((frame, index) => {
					if (frame !== null) runs[index]?.show(frame, true);
				});
				return;
			}
			at = earliest;
		}
	}

	/** Goes to exactly that time, by replay if it lies behind. */
	async seek(time: Nanoseconds): Promise<void> {
		if (!this.mayMove()) return;
		const until = Math.max(0, Math.min(Math.round(time), this.duration));
		await this.#goTo(() => ({ kind: 'time', time: until }), this.#takeOver());
	}

	/**
	 * Opens runs anew and takes all to a time, slice by slice. Play goes on from there; anything else
	 * that is asked of the player meanwhile ends the way.
	 */
	async open(openings: readonly Opening[], time: Nanoseconds): Promise<void> {
		const wish = ++this.#wish;
		this.#isOpening = true;
		for (const run of this.runs) run.endGlimpse();
		const begun = await Promise.all(
			openings.map(({ run, scenario }) => run.begin(scenario, time, this.window))
		);
		if (wish !== this.#wish) return;
		// Where nothing is shown yet, a picture from on the way is better than none.
		const [first = null] = begun;
		const [only] = this.runs;
		if (this.runs.length === 1 && first !== null && only?.frame === null) only.show(first, true);
		const target: Target = { kind: 'time', time };
		await this.#come(new Map(this.#moving().map((run) => [run, target])), wish);
		if (wish === this.#wish) this.#isOpening = false;
	}

	/**
	 * Shows what runs would be at `time` as other scenarios that are the same up to there, while a knob is
	 * dragged. The latest wish wins. The runs themselves stay as they are: `open` makes it so.
	 */
	async glimpse(of: Wish, time: Nanoseconds): Promise<void> {
		const isUnderWay = this.#glimpse !== null && this.#glimpse.wish === this.#wish;
		const wish = isUnderWay ? this.#wish : ++this.#wish;
		this.#glimpse = { of, wish };
		if (isUnderWay) return;
		this.#isOpening = false;
		this.#progress = null;
		while (this.#glimpse?.wish === wish) {
			const latest = () => this.#glimpse?.of ?? of;
			const met = await meetInAGlimpse(latest, time, this.#invitation(wish));
			if (met === null) return;
			const [shown, frames] = met;
			for (const [run, frame] of frames) run.showAs(shown.get(run) ?? run.scenario, frame);
			if (this.#glimpse?.of === shown) this.#glimpse = null;
		}
		await this.#rest(wish);
	}

	/** Lets every run go. The player is of no more use. */
	close(): void {
		this.#takeOver();
		for (const run of this.runs) void run.close();
	}

	#goTo(targetOf: (run: PlayedRun) => Target, wish: number): Promise<boolean> {
		return this.#come(new Map(this.#moving().map((run) => [run, targetOf(run)])), wish);
	}

	/** Takes runs to where they should be and shows them. True if they have come. */
	async #come(targets: ReadonlyMap<PlayedRun, Target>, wish: number): Promise<boolean> {
		const start = this.time;
		const frames = await meet(targets, {
			...this.#invitation(wish),
			onround: (sofar) => {
				this.#progress = progressOf(targets, sofar, start);
			}
		});
		if (frames === null) return false;
		await this.#arrive(frames, wish);
		return true;
	}

	/** Shows what was gone to, and gets ready for what may come next. */
	async #arrive(frames: Meeting, wish: number): Promise<void> {
		this.#progress = null;
		this.#sinceStep = 0;
		this.#show(frames, true);
		await this.#refreshStories();
		if (!this.#playing) await this.#rest(wish);
	}

	/** One frame of play. When an engine cannot keep up, virtual time slows down with it. */
	async #tick(elapsed: number, now: number, held: HeldSpeed): Promise<void> {
		const wish = this.#wish;
		const before = this.time;
		const wanted = Math.round(this.#stride.limit(elapsed * 1e6 * this.#speed));
		const runs = this.#moving().filter(({ isStopped }) => !isStopped);
		const met = await meetOnTheWay(runs, before, before + wanted, {
			...this.#invitation(wish),
			// A picture that comes after Pause was pressed would move what stands still.
			isWanted: () => wish === this.#wish && this.#playing
		});
		if (met === null) return;
		const [frames, slowest] = met;
		this.#stride.learn(slowest);
		const isReadable = now - this.#readoutAt >= READOUT_EVERY;
		if (isReadable) this.#readoutAt = now;
		this.#show(frames, isReadable);
		const passed = (this.time - before) / 1e6;
		this.#heldSpeed = held.measure(passed, elapsed, this.#speed, this.hasEnded);
		if (this.#isOver) this.pause();
		if (now - this.#storyAt < STORY_EVERY) return;
		this.#storyAt = now;
		await this.#refreshStories();
	}

	/** Lets the moves of a step run to their end, while virtual time stands still. */
	async #playOut(wish: number): Promise<void> {
		if (this.#options.isStill()) return;
		const start = await this.#options.clock();
		this.#sinceStep = 0;
		while (wish === this.#wish && this.#sinceStep < HOP) {
			this.#sinceStep = Math.min((await this.#options.clock()) - start, HOP);
		}
	}

	#show(frames: Meeting, isForPrint: boolean): void {
		for (const [run, frame] of frames) run.show(frame, isForPrint);
	}

	/** The runs that have an engine. */
	#moving(): readonly PlayedRun[] {
		return this.runs.filter(({ hasFailed }) => !hasFailed);
	}

	/** What is shown of the runs that have an engine. */
	#frames(): Meeting {
		const frames = new Map<PlayedRun, Frame>();
		for (const run of this.#moving()) if (run.frame !== null) frames.set(run, run.frame);
		return frames;
	}

	#invitation(wish: number): Invitation {
		return { window: this.window, isWanted: () => wish === this.#wish };
	}

	async #refreshStories(): Promise<void> {
		await Promise.all(this.#moving().map((run) => run.refreshStory()));
	}

	/** Lets the engine get ready for what may come next, as long as nothing else is asked. */
	async #rest(wish: number): Promise<void> {
		let restless = this.#moving();
		while (restless.length > 0 && wish === this.#wish && !this.#playing) {
			const ready = await Promise.all(restless.map((run) => run.rest()));
			restless = restless.filter((_, index) => ready[index] === false);
		}
	}

	/** Ends play and whatever is under way, and gives runs that failed another chance. */
	#takeOver(): number {
		this.#playing = false;
		this.#heldSpeed = null;
		this.#isOpening = false;
		this.#progress = null;
		this.#sinceStep = 0;
		for (const run of this.runs) {
			run.print();
			run.forgive();
			run.endGlimpse();
		}
		return ++this.#wish;
	}
}

/** Each run with its own target, in the order of the frames. */
function paired(frames: Meeting, targets: readonly Target[]): ReadonlyMap<PlayedRun, Target> {
	const pairs = new Map<PlayedRun, Target>();
	[...frames.keys()].forEach((run, index) => {
		const target = targets[index];
		if (target !== undefined) pairs.set(run, target);
	});
	return pairs;
}

/** How much of the way the one has done that is furthest behind. */
function progressOf(
	targets: ReadonlyMap<PlayedRun, Target>,
	frames: Meeting,
	start: Nanoseconds
): number {
	const shares = [...targets].map(([run, target]) => {
		const frame = frames.get(run);
		return frame === undefined ? 0 : shareOf(frame, target, start);
	});
	return Math.min(1, ...shares);
}

/** A way back starts from 0 again. */
function shareOf(frame: Frame, target: Target, start: Nanoseconds): number {
	if (target.kind === 'event') return frame.event / Math.max(1, target.event);
	if (target.kind === 'moment') return 0;
	const from = frame.time >= start ? start : 0;
	return (frame.time - from) / Math.max(1, target.time - from);
}
