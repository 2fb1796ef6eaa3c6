import { fromSeconds, type Nanoseconds } from '../../core/kernel/time';
import { BudgetError, Run } from '../../core/run/run';
import type { Change, Scenario } from '../../core/scenario/scenario';
import { endOf } from '../../core/scenario/settings';
import type { Strategy } from '../../core/strategies/strategy';
import { composeFrame } from '../frame/compose-frame';
import type { Frame, History, RunId, Stopped, Target } from '../protocol';
import { type CommonPast, commonPast } from './common-past';
import { Head, type Past } from './head';
import { type Clock, Slice } from './slice';
import { Spares } from './spares';
import { type Point, StepsBack } from './steps-back';

/** What a timeline takes over from another that is the same up to some time. */
interface Origin {
	readonly run: Run;
	readonly past: Past;
	readonly spares: Spares;
}

/**
 * One run and every time in it. Because a run follows from data, the past is reached by running
 * again. What makes that quick is that several runs stand at different times: the head, furthest of
 * all, which writes the history; a walker, where somebody looks when that is in the past; one that
 * trails behind, for steps back; and spare ones, for a knob that is dragged.
 *
 * A question says all that it is about, and who looks where is not for a timeline to know: when a
 * slice runs out, all that is left behind are runs that have come nearer, and the question that is
 * asked again is the same question.
 */
export class Timeline {
	#id: RunId;
	#scenario: Scenario;
	readonly #Strategy: Strategy;
	readonly #clock: Clock;
	readonly #head: Head;
	#walker: Run | null = null;
	readonly #back = new StepsBack();
	readonly #spares: Spares;
	#window: Nanoseconds = 0;

	constructor(
		id: RunId,
		scenario: Scenario,
		Strategy: Strategy,
		clock: Clock,
		origin: Origin | null = null
	) {
		this.#id = id;
		this.#scenario = scenario;
		this.#Strategy = Strategy;
		this.#clock = clock;
		this.#head = new Head(id, origin?.run ?? this.#startRun(), origin?.past);
		this.#spares = origin?.spares ?? new Spares(Strategy);
	}

	get id(): RunId {
		return this.#id;
	}

	/**
	 * The timeline of a scenario that will be looked at from `time` on. It is this one if its run
	 * simply goes on as the other. Else it is a new one, which takes over what the two have in common
	 * up to that time.
	 */
	continueAs(id: RunId, scenario: Scenario, Strategy: Strategy, time: Nanoseconds): Timeline {
		const common = commonPast(this.#scenario, scenario);
		const isLonger = common?.changes === this.#scenario.changes.length;
		const added = scenario.changes.slice(common?.changes);
		if (isLonger && this.#canGrowAt(time, added)) {
			this.#grow(id, scenario, added);
			return this;
		}
		const origin = common === null ? null : this.#originOf(scenario, common, time);
		return new Timeline(id, scenario, Strategy, this.#clock, origin);
	}

	/** Goes toward a target for one slice, and shows where it got to. */
	travel(target: Target, window: Nanoseconds): Frame {
		this.#lookBack(window);
		return this.#answer((slice) => {
			const point = this.#pointOf(target, slice);
			return point === null ? this.#compose(this.#head.run, false) : this.#goTo(point, slice);
		});
	}

	/**
	 * Goes, for one slice, toward the picture at `time` as it would be if these changes came then in
	 * place of those that the scenario has from there on. Leaves the run as it is.
	 */
	glimpse(time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Frame {
		this.#lookBack(window);
		return this.#answer((slice) => {
			this.#aimSpares(time);
			const { trail } = this.#back;
			if (trail !== null && this.#spares.adopt(trail)) this.#back.giveTrail();
			if (!this.#spares.bring(slice)) return this.#compose(this.#spares.first, false);
			const run = this.#spares.take();
			for (const change of changes) run.change(change);
			run.advance(time);
			return this.#compose(run, true);
		});
	}

	/** The stored frame of the column that ends at or before `time`. */
	preview(time: Nanoseconds): Frame | null {
		const frame = this.#head.previewAt(time);
		return frame === null ? null : { ...frame, run: this.#id };
	}

	history(first: number): History {
		return this.#head.historyFrom(first);
	}

	/**
	 * Uses a slice to get ready for what may be asked next by somebody who looks at a time, after so
	 * many events: a step back, and a knob dragged further. True when nothing is left to do.
	 */
	rest(time: Nanoseconds, event: number): boolean {
		const slice = new Slice(this.#clock);
		if (this.#spares.isAimedAt(time)) {
			this.#aimSpares(time);
			if (!this.#spares.park(slice)) return false;
		}
		return this.#back.prepare(event, slice, () => this.#startRun());
	}

	/**
	 * Whether changes at `time` can simply be added: nothing is known beyond, and nothing has happened
	 * at just this time, where replay would put them first. A column is as wide as the duration says.
	 */
	#canGrowAt(time: Nanoseconds, changes: readonly Change[]): boolean {
		const { run, isAtTheFront } = this.#head;
		if (run.time !== time || !isAtTheFront) return false;
		return changes.every(({ at, set }) => {
			return fromSeconds(at) === time && run.latestEventTime < time && set !== 'duration';
		});
	}

	#grow(id: RunId, scenario: Scenario, changes: readonly Change[]): void {
		this.#id = id;
		this.#head.id = id;
		this.#scenario = scenario;
		for (const run of [this.#head.run, this.#walker, this.#back.trail]) {
			for (const change of changes) run?.change(change);
		}
		this.#head.turnsKnob();
		// The last of the pictures said when the next event would be.
		this.#back.forget();
	}

	/** What is known of another scenario up to `time`, and a run to go on from there. */
	#originOf(scenario: Scenario, common: CommonPast, time: Nanoseconds): Origin | null {
		if (endOf(scenario) !== endOf(this.#scenario)) return null;
		const past = this.#head.pastBefore(Math.min(common.until, time + 1), common);
		if (past === null) return null;
		const spares = this.#spares.giveShared(common.changes);
		const run = spares.takeBefore(past.until, scenario) ?? startRun(scenario, this.#Strategy);
		return { run, past, spares };
	}

	#aimSpares(time: Nanoseconds): void {
		const changes = this.#scenario.changes.filter(({ at }) => fromSeconds(at) < time);
		this.#spares.aim({ ...this.#scenario, changes }, time, this.#head.edgeBefore(time));
	}

	/** Works for a slice; what went wrong is said in a picture of the head. */
	#answer(work: (slice: Slice) => Frame): Frame {
		try {
			return work(new Slice(this.#clock));
		} catch (error) {
			return this.#compose(this.#head.run, true, reasonOf(error));
		}
	}

	/** What was kept shows moves of the window that was asked for then. */
	#lookBack(window: Nanoseconds): void {
		if (window !== this.#window) this.#back.forget();
		this.#window = window;
		this.#head.window = window;
	}

	/** A moment or the end has a point like any other; null while it is not found. */
	#pointOf(target: Target, slice: Slice): Point | null {
		if (target.kind === 'time') return { time: target.time, event: Infinity };
		if (target.kind === 'event') return { time: Infinity, event: target.event };
		const { after, until = Infinity } = target;
		if (!this.#head.findMoment(after, until, slice)) return null;
		const moment = this.#head.moments.find(({ event, time }) => event > after && time <= until);
		if (moment === undefined) return { time: until, event: Infinity };
		return { time: Infinity, event: moment.event };
	}

	#goTo(point: Point, slice: Slice): Frame {
		const kept = this.#back.frameAt(point);
		if (kept !== undefined) return { ...kept, run: this.#id };
		const run = this.#runBefore(point);
		const isThere =
			run === this.#head.run
				? slice.advance(run, point.time, point.event)
				: this.#back.walk(run, point, slice, (there) => this.#compose(there, true));
		return this.#compose(run, isThere);
	}

	/** The run that stands closest before the point; a new one from 0 if none does. */
	#runBefore({ time, event }: Point): Run {
		const head = this.#head.run;
		const isBeyond = head.event === event && head.time > head.latestEventTime;
		if (head.time <= time && head.event <= event && !isBeyond) return head;
		const [closest] = [this.#walker, this.#back.trail]
			.filter((run) => run !== null)
			.filter((run) => run.latestEventTime <= time && run.event <= event)
			.sort((one, other) => other.event - one.event);
		const run = closest ?? this.#startRun();
		if (run === this.#back.trail) this.#back.giveTrail();
		this.#walker = run;
		run.rewind(run.event === event ? run.latestEventTime : Math.min(run.time, time));
		return run;
	}

	#startRun(): Run {
		return startRun(this.#scenario, this.#Strategy);
	}

	#compose(run: Run, arrived: boolean, stopped: Stopped | null = null): Frame {
		return composeFrame(run, {
			run: this.#id,
			arrived,
			stopped,
			window: this.#window,
			moments: this.#head.moments.length
		});
	}
}

function startRun(scenario: Scenario, Strategy: Strategy): Run {
	return new Run(scenario, Strategy, { pictures: true });
}

function reasonOf(error: unknown): Stopped {
	const sentence = error instanceof Error ? error.message : String(error);
	return { kind: error instanceof BudgetError ? 'budget' : 'invariant', sentence };
}
