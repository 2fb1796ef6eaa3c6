import type { Nanoseconds } from '../core/kernel/time';
import { formatCount, formatRate, formatSeconds } from '../design/format';
import type { Story } from '../engine/story';
import { columnAt, columnEnd, NO_COLUMN } from './columns';
import type { ChartMark } from './marks';
import type { Rates } from './rates';

/** More marks than these are counted, not told one by one. */
const MARKS_TOLD = 5;

function span(time: Nanoseconds): string {
	return formatSeconds(time / 1e9);
}

/** What the rates chart shows up to `now`, for those who do not see it. */
export function ratesSentence(story: Story, rates: Rates, now: Nanoseconds): string {
	const column = columnAt(story, now);
	if (column === NO_COLUMN) return 'Rates: nothing has happened yet.';
	const { offered, completed, gone } = story.series;
	const lost = sum(gone, column);
	const totals =
		`In ${span(columnEnd(story, column))} ${formatCount(sum(offered, column))} messages were ` +
		`offered and ${formatCount(sum(completed, column))} done` +
		(lost === 0 ? '.' : `, and ${formatCount(lost)} refused, dropped or lost.`);
	const latest = Math.min(column, rates.columns - 1);
	const offeredRate = rates.offered[latest] ?? Number.NaN;
	const doneRate = rates.done[latest] ?? Number.NaN;
	if (Number.isNaN(offeredRate)) return totals;
	return (
		`${totals} Around ${span(columnEnd(story, latest))} ${formatRate(offeredRate)} offered and ` +
		`${formatRate(doneRate)} done.`
	);
}

/** What the backlog chart shows up to `now`. `queue` says where accepted messages wait. */
export function backlogSentence(story: Story, now: Nanoseconds, queue: string): string {
	const column = columnAt(story, now);
	if (column === NO_COLUMN) return 'Backlog: nothing has happened yet.';
	const { backlogMax, backlogLast, queuedLast } = story.series;
	let peak = 0;
	for (let at = 1; at <= column; at++) {
		if ((backlogMax[at] ?? 0) > (backlogMax[peak] ?? 0)) peak = at;
	}
	const most = backlogMax[peak] ?? 0;
	if (most === 0) return `Backlog stayed at 0 messages for ${span(columnEnd(story, column))}.`;
	const last = backlogLast[column] ?? 0;
	const rise = `Backlog rose from 0 to ${formatCount(most)} messages in ${span(columnEnd(story, peak))}`;
	const rest = last === most ? '' : `, now ${formatCount(last)}`;
	return `${rise}${rest}; ${formatCount(queuedLast[column] ?? 0)} ${queue}.`;
}

/** The four percentiles, in seconds. */
export interface Percentiles {
	readonly offeredP50: number;
	readonly offeredP99: number;
	readonly acceptedP50: number;
	readonly acceptedP99: number;
}

/** What the latency chart shows at `now`. */
export function latencySentence(story: Story, now: Nanoseconds, shown: Percentiles): string {
	const column = columnAt(story, now);
	if (column === NO_COLUMN) return 'Latency: nothing has happened yet.';
	const at = span(columnEnd(story, column));
	if (Number.isNaN(shown.offeredP50)) return `Latency: no message was done shortly before ${at}.`;
	return (
		`Of the messages done at ${at} half took at most ${formatSeconds(shown.offeredP50)} since ` +
		`offered and ${formatSeconds(shown.acceptedP50)} since accepted, and 99 of 100 at most ` +
		`${formatSeconds(shown.offeredP99)} and ${formatSeconds(shown.acceptedP99)}.`
	);
}

/** The marks in words; empty if there are none. */
export function marksSentence(marks: readonly ChartMark[]): string {
	if (marks.length === 0) return '';
	if (marks.length > MARKS_TOLD) return ` ${formatCount(marks.length)} changes are marked.`;
	const told = marks.map((mark) => `${mark.label} at ${span(mark.time)}`);
	return ` Marked: ${told.join(', ')}.`;
}

function sum(counts: Float32Array, column: number): number {
	let total = 0;
	for (let at = 0; at <= column; at++) total += counts[at] ?? 0;
	return total;
}
