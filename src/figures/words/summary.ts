import type { Scenario } from '../../core/scenario/scenario';
import type { StrategyPlan } from '../../core/strategies/plan';
import { formatCount, formatSeconds } from '../../design/format';
import type { Frame } from '../../engine/protocol';
import { isDead, isDemandDead, isGateShut, isHeldBack, permitsLeaked } from '../held-back';
import { applies } from '../pipes/flow-look';
import { fillSignalWords, fillWords, readingOf } from './fill-words';

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
	const sentences = plan.signals.flatMap(({ when, sentence }, index) =>
		applies(when, settings) ? [fillSignalWords(sentence, frame, settings, index)] : []
	);
	return sentences.length === 0 ? plan.silence : sentences.join('; ');
}

/** What holds or has come to a stop, a sentence each without its full stop. Pure. */
export function statesOf(plan: StrategyPlan, frame: Frame): string[] {
	const leaked = permitsLeaked(frame);
	return [
		...(isHeldBack(frame)
			? [`The producer is blocked, for ${formatSeconds(readingOf(frame, 'now.heldBackFor'))}`]
			: []),
		...(isGateShut(frame) ? ['The gate is shut'] : []),
		...(leaked > 0
			? [`${formatCount(leaked)} ${leaked === 1 ? 'permit is' : 'permits are'} never given back`]
			: []),
		...(isDemandDead(plan, frame) ? ['Nobody will ask for more'] : []),
		...(isDead(frame) ? ['The consumer is out of memory and dead'] : [])
	];
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
		...statesOf(plan, frame),
		`Upstream: ${signalSentence(plan, frame, settings)}`
	]
		.map((sentence) => `${sentence}.`)
		.join(' ');
}
