import { READING_KEYS, type ReadingKey } from '../core/measures/reading-keys';
import { READINGS } from '../core/measures/readings';
import { isParameterKey, parameter } from '../core/scenario/parameters';
import type { ParameterKey, Scenario } from '../core/scenario/scenario';
import { valueOf } from '../core/scenario/settings';
import type { Words } from '../core/strategies/plan';
import { formatCount, formatRate, formatReading, formatSeconds } from '../design/format';
import type { Frame } from '../engine/protocol';

/** A number in words: how it is written, and whether it is one thing. */
interface Filling {
	readonly text: string;
	readonly isOne: boolean;
}

/**
 * The words of a plan with their numbers filled in, for the station at place `station`. A name that
 * nobody knows stays as it is written. One thing is named in the singular. Pure.
 */
export function fillWords(words: Words, frame: Frame, settings: Scenario, station: number): string {
	return words.replace(/\{([\w.]+)\}( \w{3,}s\b)?/g, (whole, key: string, plural = '') => {
		const filling = fillingOf(key, frame, settings, station);
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
	if (isReadingKey(key)) {
		const value = readingOf(frame, key);
		const { unit } = READINGS[key];
		return { text: formatReading(unit, value), isOne: unit === 'messages' && value === 1 };
	}
	return isParameterKey(key) ? parameterFilling(key, settings) : null;
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
