import { fromSeconds } from '../../src/core/kernel/time';
import type { Preset } from '../../src/core/strategies/preset';
import { simulate } from '../../src/headless/simulate';
import { Lab } from './lab';
import type { Session } from './session';
import { until } from './until';

/**
 * Runs a preset on the page to its end and compares it with the headless run in Node.
 * @returns what differs or was complained of, one phrase each; empty if all is well.
 * @throws {Error} if the page is not ready in time, or does not come to the end.
 */
export async function checkPreset(
	session: Session,
	site: string,
	{ id, scenario }: Preset
): Promise<readonly string[]> {
	const { eventHash, time } = simulate(scenario);
	const end = fromSeconds(time);
	const lab = new Lab(session);
	await lab.open(`${site}lab/?strategy=${scenario.strategy}&preset=${id}`);
	await lab.goToEnd();
	// A sentence on the page ends the wait too: a run that was stopped never comes to its end.
	const seen = await until('the end of the run', async () => {
		const sight = await lab.look();
		return sight.time === end || sight.notices.length > 0 ? sight : null;
	});
	return [
		...(seen.time === end ? [] : [`stands at ${seen.time} ns and not at ${end} ns`]),
		...(seen.digest === eventHash
			? []
			: [`the digest is ${seen.digest} in WebKit and ${eventHash} in Node`]),
		...seen.notices.map((notice) => `the page says: ${notice}`),
		...seen.complaints
	];
}

/**
 * Plants a breach of the policy, which the watch on the page must see.
 * @returns nothing: it is seen in time, or this throws.
 * @throws {Error} if it is not seen.
 */
export async function checkWatch(session: Session, site: string): Promise<readonly string[]> {
	const lab = new Lab(session);
	await lab.open(`${site}lab/`);
	await session.evaluate(() => document.body.setAttribute('style', 'color: red'));
	await until('a complaint about a style within the page', async () => {
		const { complaints } = await lab.look();
		return complaints.find((complaint) => complaint.startsWith('policy: style-src')) ?? null;
	});
	return [];
}
