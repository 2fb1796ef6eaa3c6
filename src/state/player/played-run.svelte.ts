import { fromSeconds, type Nanoseconds, toSeconds } from '../../core/kernel/time';
import type { Scenario } from '../../core/scenario/scenario';
import { endOf, settingsAt } from '../../core/scenario/settings';
import type { Preset } from '../../core/strategies/preset';
import type { Frame, Target } from '../../engine/protocol';
import { emptyStory, extendStory, type Story } from '../../engine/story/story';
import type { Conversation } from '../host/conversation';
import { failureSentence } from '../host/failure-sentence';

/**
 * One run on a page: what it is, what is seen of it, and what is known of it. It knows no clock. What
 * is fetched from the engine is not seen before it is shown, so that whoever leads several runs can
 * show them all at one instant.
 */
export class PlayedRun {
	/** The run as data, and the preset that it was made from. */
	scenario: Scenario;
	preset: Preset;
	/** The picture; null until the first has come. */
	#frame: Frame | null = $state.raw(null);
	/** The same picture for numbers in print: while it plays, only as often as one can read. */
	#readout: Frame | null = $state.raw(null);
	#story: Story = $state.raw(emptyStory(0));
	/** What went wrong, in sentences for people; null when nothing did. */
	trouble: string | null = $state(null);
	#hasFailed = $state(false);

	/** How many of the changes have happened: settings are made anew only when it changes. */
	readonly #changesMade = $derived.by(() => {
		const seconds = toSeconds(this.#frame?.time ?? 0);
		return this.scenario.changes.filter(({ at }) => at <= seconds).length;
	});
	/** The values in force at the time of the picture. */
	readonly settings = $derived.by(() => {
		const changes = this.scenario.changes.slice(0, this.#changesMade);
		return settingsAt({ ...this.scenario, changes }, Infinity);
	});
	/** The scenario that the picture is of: until the first picture of another has come, the one before. */
	drawn: Scenario;
	/** Where the run ends, wherever the picture stands. */
	readonly duration = $derived.by(() => fromSeconds(endOf(this.scenario)));

	readonly #conversation: Conversation;
	/** The scenario that the engine runs; `scenario` is another only while a knob is dragged. */
	#opened: Scenario;

	constructor(conversation: Conversation, preset: Preset, scenario: Scenario) {
		this.#conversation = conversation;
		this.preset = $state.raw(preset);
		this.scenario = $state.raw(scenario);
		this.drawn = $state.raw(scenario);
		this.#opened = scenario;
		conversation.onrevived = (sentence) => {
			this.trouble = sentence;
		};
	}

	get frame(): Frame | null {
		return this.#frame;
	}

	get readout(): Frame | null {
		return this.#readout;
	}

	get story(): Story {
		return this.#story;
	}

	/** Whether it cannot go on from here: its engine failed, a law is broken, its events are used up. */
	get isStopped(): boolean {
		return this.#hasFailed || (this.#frame?.stopped ?? null) !== null;
	}

	/** Whether its engine failed it, so that it stands still until it is asked again. */
	get hasFailed(): boolean {
		return this.#hasFailed;
	}

	/** Whether there is nothing more to see of it. */
	get hasEnded(): boolean {
		return this.#frame?.ended === true;
	}

	/**
	 * Opens a scenario and goes toward a time for one slice. Until the code of another strategy has
	 * come, the run is still the one before. Null if the engine failed.
	 */
	async begin(scenario: Scenario, time: Nanoseconds, window: Nanoseconds): Promise<Frame | null> {
		this.forgive();
		if (scenario.strategy !== this.scenario.strategy) {
			const fetched = await this.#attempt(() => this.#conversation.prepare(scenario));
			if (fetched === null) return null;
		}
		this.scenario = scenario;
		this.#opened = scenario;
		return this.#attempt(() => this.#conversation.open(scenario, time, window));
	}

	/** Goes toward a target for one slice; shows nothing. Null if the engine failed. */
	fetch(target: Target, window: Nanoseconds): Promise<Frame | null> {
		return this.#attempt(() => this.#conversation.travel(target, window));
	}

	/**
	 * Goes toward what it would be at `time` as another scenario that is the same up to there, for one
	 * slice; shows nothing. Null if the engine failed.
	 */
	glimpse(scenario: Scenario, time: Nanoseconds, window: Nanoseconds): Promise<Frame | null> {
		const changes = scenario.changes.filter(({ at }) => fromSeconds(at) >= time);
		return this.#attempt(() => this.#conversation.glimpse(time, changes, window));
	}

	/** Shows what it would be as another scenario. It is not that before it is begun. */
	showAs(scenario: Scenario, frame: Frame): void {
		this.scenario = scenario;
		this.show(frame, true);
	}

	/** Is again what its engine runs. */
	endGlimpse(): void {
		this.scenario = this.#opened;
	}

	/** The stored picture nearest to a time; null if there is none. */
	preview(time: Nanoseconds): Promise<Frame | null> {
		return this.#attempt(() => this.#conversation.preview(time));
	}

	/** Makes a frame the picture, and the one for print too unless that would change too often. */
	show(frame: Frame, isForPrint: boolean): void {
		this.#frame = frame;
		this.drawn = this.scenario;
		if (isForPrint) this.#readout = frame;
		if (frame.stopped !== null) {
			this.trouble = `${sentence(frame.stopped.sentence)} The run stops here.`;
		}
	}

	/** Brings the numbers in print up to the picture. */
	print(): void {
		this.#readout = this.#frame;
	}

	/** Brings what is known of the run up to date. */
	async refreshStory(): Promise<void> {
		let story = this.#story;
		for (let hasMore = true; hasMore; ) {
			const from = Math.max(0, story.columns - 1);
			const known = story;
			const history = await this.#attempt(() => this.#conversation.history(known, from));
			if (history === null) return;
			story = extendStory(story, history);
			hasMore = history.hasMore;
		}
		this.#story = story;
	}

	/** Lets the engine get ready for what may come next, one slice. True when nothing is left to do. */
	async rest(): Promise<boolean> {
		const frame = this.#frame;
		if (frame === null) return true;
		return (await this.#attempt(() => this.#conversation.rest(frame))) ?? true;
	}

	/** What failed may be asked again. */
	forgive(): void {
		if (!this.#hasFailed) return;
		this.#hasFailed = false;
		this.trouble = null;
	}

	/** Takes it off the page. */
	close(): Promise<void> {
		return this.#conversation.close();
	}

	async #attempt<T>(question: () => Promise<T>): Promise<T | null> {
		try {
			return await question();
		} catch (error) {
			this.#hasFailed = true;
			this.trouble = failureSentence(error);
			return null;
		}
	}
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
