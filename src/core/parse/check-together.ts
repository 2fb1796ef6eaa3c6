import type { Scenario } from '../scenario/scenario';
import { quoted, ScenarioError } from '../scenario/scenario-error';
import { bucketCapacityOf, settingsAt } from '../scenario/settings';

/** More messages than this are refused before the run starts. */
const MOST_MESSAGES = 10_000_000;

/**
 * Checks the rules that look at several parameters at once.
 * @throws {ScenarioError} if two parameters exclude each other, or the run would be too long.
 */
export function checkTogether(scenario: Scenario): void {
	if (scenario.source.process === 'trace') checkTrace(scenario);
	checkBeginning(scenario);
	for (const at of [0, ...scenario.changes.map((change) => change.at)]) {
		checkSettings(settingsAt(scenario, at));
	}
	const messages = expectedMessages(scenario);
	if (messages > MOST_MESSAGES) {
		throw new ScenarioError(
			'source.rate × duration',
			`at most ${MOST_MESSAGES} messages`,
			Math.round(messages)
		);
	}
}

function checkTrace({ source }: Scenario): void {
	if (source.times.length === 0) {
		throw new ScenarioError('source.times', 'a list of times when source.process is trace', []);
	}
	if (source.kind === 'closed') return;
	source.times.forEach((time, index) => {
		const before = source.times[index - 1] ?? 0;
		if (time < before) {
			throw new ScenarioError(`source.times[${index}]`, `at least ${quoted(before)}`, time);
		}
	});
}

/** What holds when the run begins, whatever is turned later. */
function checkBeginning(scenario: Scenario): void {
	const { initial } = scenario.bucket;
	const capacity = bucketCapacityOf(scenario);
	if (initial !== null && initial > capacity) {
		throw new ScenarioError('bucket.initial', `at most bucket.capacity, ${capacity}`, initial);
	}
}

/** What holds at every moment. */
function checkSettings({ demand, lag }: Scenario): void {
	if (demand.batch !== null && demand.batch > demand.window) {
		throw new ScenarioError(
			'demand.batch',
			`at most demand.window, ${demand.window}`,
			demand.batch
		);
	}
	if (lag.resume !== null && lag.resume > lag.limit) {
		throw new ScenarioError('lag.resume', `at most lag.limit, ${lag.limit}`, lag.resume);
	}
}

/** How many messages the source will offer at most, in the long-run mean. */
function expectedMessages(scenario: Scenario): number {
	const { source, changes } = scenario;
	if (source.process === 'trace') return 0;
	let messages = 0;
	let settings: Scenario = scenario;
	let from = 0;
	for (const change of [...changes, null]) {
		const end = Math.min(change?.at ?? Infinity, settings.duration);
		messages += settings.source.rate * Math.max(0, end - from);
		if (change === null || change.at > settings.duration) break;
		from = change.at;
		settings = settingsAt(scenario, change.at);
	}
	return Math.min(messages, source.limit ?? Infinity);
}
