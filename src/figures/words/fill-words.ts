import { isReadingKey, type ReadingKey } from '../../core/measures/reading-keys';
import { READINGS, type Unit } from '../../core/measures/readings';
import type { StrategyPlan, Words } from '../../core/plan/plan';
import { isParameterKey, parameter } from '../../core/scenario/parameters';
import type { ParameterKey, Scenario } from '../../core/scenario/scenario';
import { valueOf } from '../../core/scenario/settings';
import { formatCount, formatRate, formatReading, formatSeconds } from '../../design/format';
import type { Frame } from '../../engine/protocol';
import { readingOf } from '../frame-says';

const SIGNAL_FIELDS = 3;
/** How many, when nothing has been said lately; and what is said when there is no end to it. */
const ANY = 'n';
const UNBOUNDED = 'unbounded';

/** A number in words: what it is, how it is written, and whether it is one thing. */
interface Filling {
	readonly value: number;
	readonly text: string;
	readonly isOne: boolean;
}

/**
 * The words of a signal with their numbers filled in, those of the station that gives it and
 * `{amount}`: what the latest of its kind in the frame said, or n. Pure.
 */
export function fillSignalWords(
	plan: StrategyPlan,
	signal: number,
	part: 'word' | 'sentence',
	frame: Frame,
	settings: Scenario
): string {
	const { from = '', [part]: words = '' } = plan.signals[signal] ?? {};
	const station = plan.stations.findIndex(({ id }) => id === from);
	const amount = latestAmount(frame, signal);
	const text = Number.isNaN(amount) ? ANY : formatCount(amount);
	return fillWords(words.replaceAll('{amount}', text), frame, settings, station);
}

/** What the latest signal of a kind in a frame said; NaN for none. */
function latestAmount(frame: Frame, signal: number): number {
	let amount = Number.NaN;
	for (let index = 0; index + SIGNAL_FIELDS <= frame.signals.length; index += SIGNAL_FIELDS) {
		if (frame.signals[index] === signal) amount = frame.signals[index + 2] ?? amount;
	}
	return amount;
}

/**
 * The words of a plan with their numbers filled in, for the station at place `station`. A name that
 * nobody knows stays as it is written. One thing is named in the singular. Pure.
 */
export function fillWords(words: Words, frame: Frame, settings: Scenario, station: number): string {
	return fill(words, (key) => {
		switch (key) {
			case 'here':
				return countFilling(frame.counts[station] ?? Number.NaN);
			case 'limit':
				return countFilling(frame.limits[station] ?? Number.NaN);
			default:
				if (isReadingKey(key)) return readingFilling(key, readingOf(frame, key));
				return isParameterKey(key) ? parameterFilling(key, settings) : null;
		}
	});
}

/**
 * The words of a plan with only the numbers filled in that somebody set, and the limit of the
 * station unless it is null. Pure.
 */
export function fillSettings(words: Words, settings: Scenario, limit: number | null): string {
	return fill(words, (key) => {
		if (key === 'limit') return limit === null ? null : countFilling(limit);
		return isParameterKey(key) ? parameterFilling(key, settings) : null;
	});
}

/** A blank: how it is told, the name of its number, what may stand in, and words that go by it. */
const BLANK = /\{(trend of )?([\w.]+)(?: or ([^}]+))?\}( \w{3,}s\b)?( are\b)?/g;

function fill(words: Words, fillingFor: (key: string) => Filling | null): string {
	return words.replace(BLANK, (whole, trend, key, instead, things = '', are = '') => {
		const filling = fillingFor(key);
		if (filling === null) return whole;
		if (trend !== undefined) return trendOf(filling.value) + things + are;
		if (instead !== undefined && Number.isNaN(filling.value)) return instead + things + are;
		if (!filling.isOne) return filling.text + things + are;
		return filling.text + things.slice(0, -1) + (are === '' ? '' : ' is');
	});
}

/** A change per second as words; less than one a second is no change. */
function trendOf(perSecond: number): string {
	const pace = Math.round(Math.abs(perSecond));
	if (!(pace > 0)) return 'steady';
	return `${perSecond > 0 ? 'growing' : 'shrinking'} by ${formatRate(pace)}`;
}

function countFilling(value: number): Filling {
	return { value, text: formatCount(value), isOne: value === 1 };
}

/** Units of things that are counted. */
const COUNTED: readonly Unit[] = ['messages', 'tokens', 'permits'];

function readingFilling(key: ReadingKey, value: number): Filling {
	if (value === Infinity) return { value, text: UNBOUNDED, isOne: false };
	const { unit } = READINGS[key];
	return { value, text: formatReading(unit, value), isOne: value === 1 && COUNTED.includes(unit) };
}

function parameterFilling(key: ParameterKey, settings: Scenario): Filling {
	const { unit, choices, none } = parameter(key);
	const value = valueOf(settings, key);
	if (typeof value !== 'number') {
		const choice = choices.find((candidate) => candidate.value === value);
		const text = value === null ? (none ?? 'none') : (choice?.label ?? String(value));
		return { value: Number.NaN, text, isOne: false };
	}
	if (unit === '/s') return { value, text: formatRate(value), isOne: false };
	if (unit === 'ms' || unit === 's') return { value, text: formatSeconds(value), isOne: false };
	return countFilling(value);
}
