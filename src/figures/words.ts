import { READING_KEYS, READINGS, type ReadingKey, type Unit } from '../core/measures/readings';
import type { Words } from '../core/plan/plan';
import { isParameterKey, parameter } from '../core/scenario/parameters';
import type { ParameterKey, Scenario } from '../core/scenario/scenario';
import { valueOf } from '../core/scenario/settings';
import { formatCount, formatRate, formatReading, formatSeconds } from '../design/format';
import type { Frame } from '../engine/protocol';

const SIGNAL_FIELDS = 3;
/** How many, when nothing has been said lately; and when there is no end to it. */
const ANY = 'n';
const UNBOUNDED = 'unbounded';

/** A number in words: how it is written, and whether it is one thing. */
interface Filling {
	readonly text: string;
	readonly isOne: boolean;
}

/**
 * The words of a signal with their numbers filled in: `{amount}` is what the latest of its kind in
 * the frame said, or n. Pure.
 */
export function fillSignalWords(
	words: Words,
	frame: Frame,
	settings: Scenario,
	signal: number
): string {
	const amount = latestAmount(frame, signal);
	const text = Number.isNaN(amount) ? ANY : amount === Infinity ? UNBOUNDED : formatCount(amount);
	return fillWords(words.replaceAll('{amount}', text), frame, settings, -1);
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
	return fill(words, (key) => fillingOf(key, frame, settings, station));
}

/** The words of a plan with only the numbers filled in that somebody set. Pure. */
export function fillParameters(words: Words, settings: Scenario): string {
	return fill(words, (key) => (isParameterKey(key) ? parameterFilling(key, settings) : null));
}

function fill(words: Words, fillingFor: (key: string) => Filling | null): string {
	return words.replace(/\{([\w.]+)\}( \w{3,}s\b)?/g, (whole, key: string, plural = '') => {
		const filling = fillingFor(key);
		if (filling === null) return whole;
		return filling.text + (filling.isOne ? plural.slice(0, -1) : plural);
	});
}

/** The value of a reading in a frame; NaN if it does not exist yet. Pure. */
export function readingOf(frame: Frame, key: ReadingKey): number {
	return frame.readings[READING_KEYS.indexOf(key)] ?? Number.NaN;
}

function fillingOf(key: string, frame: Frame, settings: Scenario, station: number): Filling | null {
	if (key === 'here') {
		const count = frame.counts[station] ?? Number.NaN;
		return { text: formatCount(count), isOne: count === 1 };
	}
	if (key === 'trend') return { text: trendOf(readingOf(frame, 'now.lagSlope')), isOne: false };
	if (isReadingKey(key)) return readingFilling(key, readingOf(frame, key));
	return isParameterKey(key) ? parameterFilling(key, settings) : null;
}

/** Units of things that are counted. */
const COUNTED: readonly Unit[] = ['messages', 'tokens', 'permits'];

function readingFilling(key: ReadingKey, value: number): Filling {
	if (value === Infinity) return { text: UNBOUNDED, isOne: false };
	if (key === 'now.lagSeen' && Number.isNaN(value)) return { text: 'unknown', isOne: false };
	const { unit } = READINGS[key];
	return { text: formatReading(unit, value), isOne: value === 1 && COUNTED.includes(unit) };
}

/** A change per second as words; less than one a second is no change. */
function trendOf(perSecond: number): string {
	const pace = Math.round(Math.abs(perSecond));
	if (!(pace > 0)) return 'steady';
	return `${perSecond > 0 ? 'growing' : 'shrinking'} by ${formatRate(pace)}`;
}

function isReadingKey(key: string): key is ReadingKey {
	return Object.hasOwn(READINGS, key);
}

function parameterFilling(key: ParameterKey, settings: Scenario): Filling {
	const { unit, choices, none } = parameter(key);
	const value = valueOf(settings, key);
	if (value === null) return { text: none ?? 'none', isOne: false };
	if (typeof value !== 'number') {
		const choice = choices.find((candidate) => candidate.value === value);
		return { text: choice?.label ?? String(value), isOne: false };
	}
	if (unit === '/s') return { text: formatRate(value), isOne: false };
	if (unit === 'ms' || unit === 's') return { text: formatSeconds(value), isOne: false };
	return { text: formatCount(value), isOne: value === 1 };
}
