import type { ParameterSpec } from '../../core/scenario/parameter-spec';
import { PARAMETERS } from '../../core/scenario/parameters';
import type { MistakeKey, ParameterValue, Scenario } from '../../core/scenario/scenario';
import { quoted } from '../../core/scenario/scenario-error';
import { valueOf, withValue } from '../../core/scenario/settings';
import type { Catalogue } from '../../core/strategies/catalogue';
import type { Preset } from '../../core/strategies/preset';
import { reasonAgainst } from '../reason-against';
import type { Address } from './address';
import { changesFromText } from './address-changes';
import { valueFromText } from './address-value';
import { DEFAULT_VIEW, readView, VIEW_KEYS } from './address-view';
import { mendQuery } from './mend-query';
import { sentenceAbout } from './repair-sentence';

/** Longer queries are cut: no page writes one. */
const LONGEST_QUERY = 8000;
const MOST_NOTICES = 3;

/** The keys that a query may have. */
const KEYS: ReadonlySet<string> = new Set([
	'strategy',
	'preset',
	'mistake',
	'changes',
	...VIEW_KEYS,
	...PARAMETERS.map(({ address }) => address)
]);

/**
 * Reads a query. Never throws: unknown keys are ignored, and a bad value is replaced by the
 * preset's, with one sentence. Nothing of the query is kept but numbers and known words. Recorded
 * times (`source.times`, `consumer.times`) have no place in an address.
 * @param strategies those that a query may ask for
 */
export function readAddress(query: string, strategies: Catalogue): Address {
	const { fields, mended } = mendQuery(query.slice(0, LONGEST_QUERY));
	const notices: string[] = [];
	const known = mended.filter((key) => KEYS.has(key));
	if (known.length > 0) {
		const values = known.map((key) => `${key} ${quoted(fields.get(key))}`);
		notices.push(`This link was damaged on its way; it is read as ${values.join(', ')}.`);
	}
	const preset = readPreset(fields, strategies, notices);
	let scenario = preset.scenario;
	for (const spec of PARAMETERS) {
		const text = fields.get(spec.address);
		if (text === null) continue;
		const value = valueFromText(spec, text);
		if (value === undefined || isTraceWithoutTimes(spec, value)) {
			notices.push(sentenceAbout(spec, text, valueOf(scenario, spec.key)));
		} else scenario = withValue(scenario, spec.key, value);
	}
	const mistakes = mistakesFromText(
		fields.get('mistake'),
		scenario,
		strategies.mistakesOf(scenario.strategy),
		notices
	);
	const turned = fields.get('changes');
	const changes = turned === null ? scenario.changes : changesFromText(turned, notices);
	return {
		preset,
		scenario: sound({ ...scenario, mistakes, changes }, preset.scenario, notices),
		view: readView(fields, { ...DEFAULT_VIEW, speed: preset.speed }, notices),
		notices: shortened(notices)
	};
}

function readPreset(fields: URLSearchParams, strategies: Catalogue, notices: string[]): Preset {
	const strategy = fields.get('strategy');
	const isKnown = strategies.has(strategy);
	const fallback = isKnown ? strategies.presetsOf(strategy)[0] : strategies.opening;
	if (strategy !== null && !isKnown) {
		notices.push(`This link asked for a strategy that is not here; ${fallback.title} is shown.`);
	}
	const id = fields.get('preset');
	if (id === null) return fallback;
	const preset = strategies.presetById(id);
	if (preset !== undefined && (strategy === null || preset.scenario.strategy === strategy)) {
		return preset;
	}
	notices.push(`This link asked for a preset that is not here; ${fallback.title} is shown.`);
	return fallback;
}

/** The mistakes a link switches on; those of the preset if it says nothing of them. */
function mistakesFromText(
	text: string | null,
	{ mistakes }: Scenario,
	mistakesThere: readonly MistakeKey[],
	notices: string[]
): readonly MistakeKey[] {
	if (text === null) return mistakes;
	const names = text.split(',').filter((name) => name !== '');
	const known = mistakesThere.filter((key) => names.includes(key));
	if (known.length < names.length) {
		notices.push('This link asked for a mistake that this strategy does not have; it is left out.');
	}
	return known;
}

function isTraceWithoutTimes(spec: ParameterSpec, value: ParameterValue): boolean {
	return spec.key === 'source.process' && value === 'trace';
}

/** The scenario, or as much of it as can run. */
function sound(scenario: Scenario, fallback: Scenario, notices: string[]): Scenario {
	if (reasonAgainst(scenario) === null) return scenario;
	const unchanged = { ...scenario, changes: [] };
	if (reasonAgainst(unchanged) === null) {
		notices.push('The changes in this link do not go together; the run is shown without them.');
		return unchanged;
	}
	notices.push('The values in this link do not go together; the preset is shown instead.');
	return { ...fallback, seed: scenario.seed };
}

function shortened(notices: readonly string[]): readonly string[] {
	if (notices.length <= MOST_NOTICES) return notices;
	const rest = notices.length - MOST_NOTICES;
	return [...notices.slice(0, MOST_NOTICES), `And ${rest} more values were put right.`];
}
