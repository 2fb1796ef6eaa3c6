import type { Nanoseconds } from '../../core/kernel/time';
import { formatCount, formatRate, formatSeconds, formatShare } from '../../design/format';
import type { Story } from '../../engine/story/story';
import type { ChartMark } from '../labels/marks';
import { columnAt, columnEnd, NO_COLUMN } from '../story/columns';
import { deadlineLevels, hasDeadline, lagLevels, levelAt } from '../story/levels';
import type { Rates } from '../story/rates';

/** More marks than these are counted, not told one by one. */
const MARKS_TOLD = 5;

function span(time: Nanoseconds): string {
	return formatSeconds(time / 1e9);
}

/** What the rates chart shows up to `now`, for those who do not see it. */
export function ratesSentence(story: Story, rates: Rates, now: Nanoseconds): string {
	const column = columnAt(story, now);
	if (column === NO_COLUMN) return 'Rates: nothing has happened yet.';
	const { offered, accepted, completed, late, gone, gateShut } = story.series;
	const isJudged = hasDeadline(story);
	const lost = sum(gone, column);
	const admitted = gateShut === undefined ? '' : `, ${formatCount(sum(accepted, column))} admitted`;
	const totals =
		`In ${span(columnEnd(story, column))} ${formatCount(sum(offered, column))} messages were ` +
		`offered${admitted} and ${formatCount(sum(completed, column))} done` +
		(isJudged ? `, ${formatCount(sum(late, column))} of them late` : '') +
		(lost === 0 ? '.' : `, and ${formatCount(lost)} refused, dropped or lost.`);
	const latest = Math.min(column, rates.columns - 1);
	const offeredRate = rates.offered[latest] ?? Number.NaN;
	const doneRate = rates.done[latest] ?? Number.NaN;
	if (Number.isNaN(offeredRate)) return totals;
	const admittedRate =
		gateShut === undefined ? '' : `, ${formatRate(rates.accepted[latest] ?? 0)} admitted`;
	return (
		`${totals} Around ${span(columnEnd(story, latest))} ${formatRate(offeredRate)} offered` +
		`${admittedRate} and ${formatRate(doneRate)} done` +
		(isJudged ? `, ${formatRate(rates.inTime[latest] ?? 0)} in time.` : '.')
	);
}

/** What the backlog chart shows up to `now`. `queue` says where accepted messages wait. */
export function backlogSentence(story: Story, now: Nanoseconds, queue: string): string {
	const column = columnAt(story, now);
	if (column === NO_COLUMN) return 'Backlog: nothing has happened yet.';
	const { backlogMax, backlogLast, queuedLast } = story.series;
	const { most, peak } = peakOf(backlogMax, column);
	if (most === 0) return `Backlog stayed at 0 messages for ${span(columnEnd(story, column))}.`;
	const last = backlogLast[column] ?? 0;
	const rise = `Backlog rose from 0 to ${formatCount(most)} messages in ${span(columnEnd(story, peak))}`;
	const rest = last === most ? '' : `, now ${formatCount(last)}`;
	return `${rise}${rest}; ${formatCount(queuedLast[column] ?? 0)} ${queue}.`;
}

/** What the lag chart shows up to `now`, for those who do not see it. */
export function lagSentence(story: Story, now: Nanoseconds): string {
	const column = columnAt(story, now);
	const { lagMax, lagLast, lagRead, gateShut } = story.series;
	const [limit, resume] = lagLevels(story).map((level) => formatCount(levelAt(level, now)));
	const opens = resume === undefined ? '' : `, opens at ${resume}`;
	const gate = limit === undefined ? '' : ` The gate shuts above ${limit}${opens}`;
	if (column === NO_COLUMN || lagMax === undefined || lagLast === undefined) {
		return `Lag: nothing has happened yet.${gate === '' ? '' : `${gate}.`}`;
	}
	const { most, peak } = peakOf(lagMax, column);
	const rise =
		`Lag rose from 0 to ${formatCount(most)} messages in ${span(columnEnd(story, peak))}, ` +
		`now ${formatCount(lagLast[column] ?? 0)}`;
	if (lagRead === undefined || gateShut === undefined) return `${rise}.`;
	const read = lagRead[column] ?? Number.NaN;
	const asRead = Number.isNaN(read) ? 'not known to the gate' : `${formatCount(read)} as read`;
	const shut = formatShare(sum(gateShut, column) / (column + 1));
	return `${rise}; ${asRead}.${gate} and was shut ${shut} of the time.`;
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
	const [deadline = Number.NaN] = deadlineLevels(story).map((level) => levelAt(level, now));
	const late = Number.isNaN(deadline) ? '' : ` Later than ${formatSeconds(deadline)} is late.`;
	if (Number.isNaN(shown.offeredP50)) {
		return `Latency: no message was done shortly before ${at}.${late}`;
	}
	return (
		`Of the messages done at ${at} half took at most ${formatSeconds(shown.offeredP50)} since ` +
		`offered and ${formatSeconds(shown.acceptedP50)} since accepted, and 99 of 100 at most ` +
		`${formatSeconds(shown.offeredP99)} and ${formatSeconds(shown.acceptedP99)}.${late}`
	);
}

/** The marks in words; empty if there are none. */
export function marksSentence(marks: readonly ChartMark[]): string {
	if (marks.length === 0) return '';
	if (marks.length > MARKS_TOLD) return ` ${formatCount(marks.length)} changes are marked.`;
	const told = marks.map((mark) => `${mark.label} at ${span(mark.time)}`);
	return ` Marked: ${told.join(', ')}.`;
}

/** The largest of the values up to a column, and where it is first. */
function peakOf(values: Float32Array, column: number): { most: number; peak: number } {
	let peak = 0;
	for (let at = 1; at <= column; at++) if ((values[at] ?? 0) > (values[peak] ?? 0)) peak = at;
	return { most: values[peak] ?? 0, peak };
}

function sum(counts: Float32Array, column: number): number {
	let total = 0;
	for (let at = 0; at <= column; at++) total += counts[at] ?? 0;
	return total;
}
