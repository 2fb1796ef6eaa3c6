import type { TransportMark } from '../controls/transport/transport-marks';
import { fromSeconds, toSeconds } from '../core/kernel/time';
import { MOMENTS } from '../core/measures/moments';
import { READING_KEYS, type ReadingKey } from '../core/measures/reading-keys';
import { READINGS } from '../core/measures/readings';
import { planAsWritten } from '../core/plan/plan-as-written';
import { planJudged } from '../core/plan/plan-judged';
import { parameter } from '../core/scenario/parameters';
import type { ParameterKey, ParameterValue, StrategyId } from '../core/scenario/scenario';
import { hasSameWorkload, withWorkloadOf } from '../core/scenario/workload';
import type { Catalogue } from '../core/strategies/catalogue';
import type { Preset } from '../core/strategies/preset';
import { formatSeconds, readingQuantity } from '../design/format';
import type { Theme } from '../design/theme';
import { type Address, writeAddress } from '../state/address/address';
import type { View } from '../state/address/address-view';
import { wordFor } from '../state/address/repair-sentence';
import { Edits } from '../state/edits.svelte';
import type { Playback } from '../state/player/playback.svelte';
import type { PlayedRun } from '../state/player/played-run.svelte';
import { reasonAgainst } from '../state/reason-against';

/** What a page shows of a run beside its picture, and what can be chosen around it. */
export class RunPage {
	readonly playback: Playback;
	/** The one run that the page is about. */
	readonly run: PlayedRun;
	/** What can be changed about it, and taken back. */
	readonly edits: Edits;
	#repairs: readonly string[] = $state.raw([]);
	#view: View;
	readonly strategies: Catalogue;
	/** The preset that was given the user's load, last. */
	#loaded: Preset | null = $state.raw(null);

	readonly plan = $derived.by(() => {
		const { strategy, mistakes } = this.run.drawn;
		const plan = planAsWritten(this.strategies.planOf(strategy), mistakes);
		return this.#isJudged ? planJudged(plan) : plan;
	});
	/** Whether there is a deadline, or was one that some messages have missed. */
	readonly #isJudged = $derived.by(
		() => this.run.settings.deadline !== null || this.reading('counts.late') > 0
	);
	readonly presets = $derived.by(() => this.strategies.presetsOf(this.plan.id));
	/** Turned knobs, for the charts. */
	readonly changes = $derived.by(() =>
		this.run.scenario.changes.map(({ at, set, to }) => ({
			time: fromSeconds(at),
			label: turnText(set, to)
		}))
	);
	/** Notable moments and turned knobs, for the scrubber, in time order. */
	readonly marks: readonly TransportMark[] = $derived.by(() => {
		const moments = this.run.story.moments
			.filter(({ key }) => key !== 'knob-turned')
			.map(({ key, time }) => ({ time, label: MOMENTS[key], kind: 'moment' as const }));
		const knobs = this.changes.map((change) => ({ ...change, kind: 'knob' as const }));
		return [...moments, ...knobs].sort((one, other) => one.time - other.time);
	});
	readonly readings = $derived.by(() =>
		this.plan.readings.map((key) => {
			const { name, unit, meaning } = READINGS[key];
			return { key, label: name, meaning, ...readingQuantity(unit, this.reading(key)) };
		})
	);
	/** What was put right in the link, and what went wrong since, one sentence each. */
	readonly troubles = $derived.by(() => {
		const { playback, run } = this;
		const sentences = [...this.#repairs, playback.notice, run.trouble].filter(
			(said) => said !== null
		);
		const again = run.hasFailed ? { name: 'Try again', act: () => this.tryAgain() } : null;
		const said = sentences.map((sentence) => ({
			id: sentence,
			sentence,
			action: sentence === run.trouble ? again : null
		}));
		const late = this.#turnedAtTheEnd;
		if (late === '' || late === this.#hushed) return said;
		const action = { name: 'Run again with it', act: () => this.edits.reset() };
		return [...said, { id: late, sentence: late, action }];
	});
	/** A knob that was turned where nothing comes any more changes nothing: one sentence, or none. */
	readonly #turnedAtTheEnd = $derived.by(() => {
		const { frame, duration } = this.run;
		if (frame === null || frame.time < duration) return '';
		const late = this.changes.filter(({ time }) => time >= duration).map(({ label }) => label);
		return late.length === 0
			? ''
			: `The run ends here: ${late.join(', ')} changes nothing any more.`;
	});
	/** What of that was put away. */
	#hushed = $state('');
	/** Where every message is that was ever offered. */
	readonly conservation = $derived.by(() => ({
		offered: this.reading('counts.offered'),
		done: this.reading('counts.completed'),
		judged: this.#isJudged
			? { inTime: this.reading('counts.inTime'), late: this.reading('counts.late') }
			: null,
		refused: this.reading('counts.refused'),
		dropped: this.reading('counts.dropped'),
		lost: this.reading('counts.lost'),
		waitingAtSource: this.reading('counts.waitingAtSource'),
		queued: this.reading('counts.queued'),
		inService: this.reading('counts.inService')
	}));
	/** The latest notable moment at or before the picture, as a sentence. */
	readonly announcement = $derived.by(() =>
		this.#latestMoment === '' ? null : { sentence: this.#latestMoment }
	);
	/** As text, so that the announcement is made anew only when it says something else. */
	readonly #latestMoment = $derived.by(() => {
		const { frame, story } = this.run;
		// The story of a run comes a little after its first picture.
		if (frame === null || frame.run !== story.run) return '';
		const latest = story.moments.findLast(({ event }) => event <= frame.event);
		const turnedAt = this.changes.findLast((change) => change.time <= frame.time)?.time ?? -1;
		// A knob by which the run is only judged makes no moment: nothing happens there.
		const moment =
			turnedAt > (latest?.time ?? -1) ? { key: 'knob-turned' as const, time: turnedAt } : latest;
		if (moment === undefined) return '';
		const { key, time } = moment;
		if (key === 'knob-turned' && time >= this.run.duration) return '';
		const turned = this.changes.filter((change) => change.time === time).map(({ label }) => label);
		const what = key === 'knob-turned' ? `From here on, ${turned.join(', ')}.` : MOMENTS[key];
		return `At ${formatSeconds(toSeconds(time))}: ${what}`;
	});
	/** True when knobs were turned, so that what the preset promises need not come true. */
	readonly isChanged = $derived.by(() => {
		const { seed, duration } = this.preset.scenario;
		const asPreset = { ...this.run.scenario, seed, duration };
		return JSON.stringify(asPreset) !== JSON.stringify(this.preset.scenario);
	});
	/** True where a strategy was given the load of another: the words of the preset are not about it. */
	readonly isOwnLoad = $derived.by(
		() => this.#loaded === this.preset && !hasSameWorkload(this.run.scenario, this.preset.scenario)
	);
	/** The query that leads back here; while it plays, without the time. */
	readonly query = $derived.by(() => {
		const { playback, run } = this;
		// Until the first picture has come, the link's own time is where the run is going.
		const standing = run.frame === null ? this.#view.time : toSeconds(run.frame.time);
		const time = playback.playing ? null : standing;
		const view = { ...this.#view, speed: playback.speed, time };
		return writeAddress(this.preset, run.scenario, view);
	});

	constructor(playback: Playback, address: Address, strategies: Catalogue) {
		const [run] = playback.runs;
		if (run === undefined) throw new RangeError('a page about a run needs one');
		this.playback = playback;
		this.run = run;
		this.edits = new Edits(playback);
		this.strategies = strategies;
		this.#view = $state.raw(address.view);
	}

	/** A reading of the present picture; NaN when there is none. */
	reading(key: ReadingKey): number {
		return this.run.readout?.readings[READING_KEYS.indexOf(key)] ?? Number.NaN;
	}

	/** Shows what a link asks for; nothing that was before can be undone. */
	async show(address: Address): Promise<void> {
		const { preset, scenario, view, notices } = address;
		this.#view = view;
		this.#repairs = notices;
		this.edits.forget();
		this.run.preset = preset;
		this.playback.setSpeed(view.speed);
		await this.playback.open([{ run: this.run, scenario }], fromSeconds(view.time ?? 0));
	}

	get preset(): Preset {
		return this.run.preset;
	}

	choose(preset: Preset): Promise<void> {
		return this.edits.choose(preset, this.run);
	}

	/** The preset's knobs again, from the start. */
	restorePreset(): Promise<void> {
		return this.choose(this.preset);
	}

	/** Whether messages go through a topic, so that the consumer has a lag. */
	get hasLag(): boolean {
		return this.plan.stations.some(
			(station) => station.kind === 'store' && station.shape === 'log'
		);
	}

	/** Another strategy. What belongs to the user stays: a load that is not the preset's goes along. */
	chooseStrategy(id: StrategyId): Promise<void> {
		const [preset] = this.strategies.presetsOf(id);
		const { scenario } = this.run;
		if (hasSameWorkload(scenario, this.preset.scenario)) return this.choose(preset);
		const loaded = withWorkloadOf(preset.scenario, scenario);
		const refusal = reasonAgainst(loaded);
		if (refusal !== null) {
			this.run.trouble = refusal;
			return Promise.resolve();
		}
		this.#loaded = preset;
		return this.edits.choose(preset, this.run, loaded);
	}

	/** Asks again what the engine could not answer: the run as it is, at the time that is shown. */
	tryAgain(): Promise<void> {
		return this.playback.open([{ run: this.run, scenario: this.run.scenario }], this.playback.time);
	}

	/** Takes a sentence off the page. */
	dismiss(sentence: string): void {
		this.#repairs = this.#repairs.filter((repair) => repair !== sentence);
		if (sentence === this.#turnedAtTheEnd) this.#hushed = sentence;
		if (this.run.trouble === sentence) this.run.trouble = null;
		if (this.playback.notice === sentence) this.playback.note(null);
	}

	setTheme(theme: Theme): void {
		this.#view = { ...this.#view, theme };
	}
}

/** What was turned to what, for example "arrival rate 400 /s". */
function turnText(key: ParameterKey, to: ParameterValue): string {
	const spec = parameter(key);
	return `${spec.label.toLowerCase()} ${wordFor(spec, to)}`;
}
