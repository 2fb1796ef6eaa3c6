import { applies } from '../../core/plan/applies';
import type { StrategyPlan } from '../../core/plan/plan';
import type { Scenario } from '../../core/scenario/scenario';
import { formatCount, formatSeconds } from '../../design/format';
import type { Frame } from '../../engine/protocol';
import { isHeldBack, readingOf, statesAt } from '../frame-says';
import { fillSignalWords, fillWords } from './fill-words';

/** What one station says in a frame. */
export interface Saying {
	readonly name: string;
	readonly number: string;
	readonly consequence: string;
}

/** The words of each station, in the order of the plan. Pure. */
export function sayingsOf(plan: StrategyPlan, frame: Frame, settings: Scenario): Saying[] {
	return plan.stations.map((station, index) => ({
		name: fillWords(station.name, frame, settings, index),
		number: fillWords(station.number, frame, settings, index),
		consequence: fillWords(station.consequence, frame, settings, index)
	}));
}

/** The sentence of the signal lane: what travels upstream under these settings, or that nothing does. Pure. */
export function signalSentence(plan: StrategyPlan, frame: Frame, settings: Scenario): string {
	const sentences = plan.signals.flatMap(({ when }, index) =>
		applies(when, settings) ? [fillSignalWords(plan, index, 'sentence', frame, settings)] : []
	);
	return sentences.length === 0 ? plan.silence : sentences.join('; ');
}

/** What holds or has come to a stop, a sentence each without its full stop. Pure. */
export function statesOf(plan: StrategyPlan, frame: Frame, settings: Scenario): string[] {
	const blocked = `The producer is blocked, for ${formatSeconds(readingOf(frame, 'now.heldBackFor'))}`;
	const states = plan.stations.flatMap((station, index) =>
		statesAt(frame, index).flatMap((state) => {
			const sentence = station.states?.[state]?.sentence;
			return sentence === undefined ? [] : [fillWords(sentence, frame, settings, index)];
		})
	);
	return isHeldBack(frame) ? [blocked, ...states] : states;
}

/** The figure in one paragraph, for those who do not see it. Pure. */
export function summaryOf(
	plan: StrategyPlan,
	frame: Frame,
	settings: Scenario,
	sayings: readonly Saying[]
): string {
	const stations = sayings.map(({ name, number, consequence }) =>
		[`${name}: ${number}`, consequence].filter((part) => part !== '').join(', ')
	);
	const exits = plan.exits
		.map(({ word, count }) => ({ word, count: readingOf(frame, count) }))
		.filter(({ count }) => count > 0)
		.map(({ word, count }) => `${formatCount(count)} ${word}`);
	return [
		...stations,
		...exits,
		...statesOf(plan, frame, settings),
		`Upstream: ${signalSentence(plan, frame, settings)}`
	]
		.map((sentence) => `${sentence}.`)
		.join(' ');
}
