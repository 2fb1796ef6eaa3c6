import { defaultScenario } from '../scenario/defaults';
import { isParameterKey, PARAMETERS, parameter } from '../scenario/parameters';
import type { Change, Scenario } from '../scenario/scenario';
import { ScenarioError } from '../scenario/scenario-error';
import { withValue } from '../scenario/settings';
import type { Catalogue } from '../strategies/catalogue';
import { STRATEGIES } from '../strategies/strategies';
import { checkMistakes } from './check-mistakes';
import { checkTogether } from './check-together';
import { checkValue } from './check-value';

/** Lists longer than this are refused: no run needs more recorded times. */
const LONGEST_LIST = 1_000_000;
const MOST_CHANGES = 100;
const LAST_SECOND = 86_400;

type Fields = Readonly<Record<string, unknown>>;

/** The fields that a scenario may have. */
const SHAPE = defaultScenario('');

/**
 * Turns foreign JSON into a scenario in its normal form, or says in one line why not. What means the
 * same gives the same scenario: every default is filled in, and the order of keys and of mistakes is
 * ours. Nothing of the input is kept but numbers, known words, and lists of numbers. Pure.
 * @param strategies those that a scenario may name
 * @throws {ScenarioError} if a rule is broken.
 */
export function parseScenario(json: unknown, strategies: Catalogue = STRATEGIES): Scenario {
	const fields = fieldsOf(json, 'scenario');
	checkKeys(fields, SHAPE, '');
	if (fields.version !== 1) throw new ScenarioError('version', '1', fields.version);
	const { strategy } = fields;
	if (strategy === undefined) throw new ScenarioError('strategy', 'given', undefined);
	if (!strategies.has(strategy)) {
		throw new ScenarioError('strategy', `one of ${strategies.ids.join(', ')}`, strategy);
	}
	let scenario = defaultScenario(strategy);
	for (const spec of PARAMETERS) {
		const value = find(fields, spec.key);
		if (value === undefined) continue;
		scenario = withValue(scenario, spec.key, checkValue(spec, value, spec.key));
	}
	scenario = {
		...scenario,
		source: { ...scenario.source, times: timesOf(fields, 'source', LAST_SECOND) },
		consumer: { ...scenario.consumer, times: timesOf(fields, 'consumer', 3600) },
		mistakes: checkMistakes(listOf(fields.mistakes, 'mistakes'), strategies.mistakesOf(strategy)),
		changes: changesOf(fields.changes)
	};
	checkTogether(scenario);
	return scenario;
}

/** Refuses keys that the shape does not have, at any depth. */
function checkKeys(fields: Fields, shape: object, path: string): void {
	const known = shape as Fields;
	for (const key of Object.keys(fields)) {
		const name = path === '' ? key : `${path}.${key}`;
		if (!Object.hasOwn(known, key)) throw new ScenarioError(name, 'a known field', fields[key]);
		const inner = known[key];
		if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
			checkKeys(fieldsOf(fields[key], name), inner, name);
		}
	}
}

function fieldsOf(value: unknown, field: string): Fields {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
	throw new ScenarioError(field, 'an object', value);
}

/** The value at a dotted path of own keys; undefined if it is not there. */
function find(fields: Fields, path: string): unknown {
	let value: unknown = fields;
	for (const step of path.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
			return undefined;
		value = (value as Fields)[step];
	}
	return value;
}

function listOf(value: unknown, field: string): readonly unknown[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) throw new ScenarioError(field, 'a list', value);
	if (value.length > LONGEST_LIST) {
		throw new ScenarioError(field, `a list of at most ${LONGEST_LIST}`, value.length);
	}
	return value;
}

function timesOf(fields: Fields, group: 'source' | 'consumer', longest: number): number[] {
	const field = `${group}.times`;
	return listOf(find(fields, field), field).map((time, index) => {
		if (typeof time === 'number' && time >= 0 && time <= longest) return time;
		throw new ScenarioError(`${field}[${index}]`, `a number from 0 to ${longest}`, time);
	});
}

function changesOf(value: unknown): readonly Change[] {
	const list = listOf(value, 'changes');
	if (list.length > MOST_CHANGES) {
		throw new ScenarioError('changes', `a list of at most ${MOST_CHANGES}`, list.length);
	}
	const changes = list.map((entry, index) => changeOf(entry, `changes[${index}]`));
	return changes.sort((one, other) => one.at - other.at);
}

function changeOf(entry: unknown, field: string): Change {
	const fields = fieldsOf(entry, field);
	checkKeys(fields, { at: 0, set: '', to: 0 }, field);
	const { at, set, to } = fields;
	if (typeof at !== 'number' || !(at >= 0 && at <= LAST_SECOND)) {
		throw new ScenarioError(`${field}.at`, `a number from 0 to ${LAST_SECOND}`, at);
	}
	if (!isParameterKey(set) || !parameter(set).live) {
		throw new ScenarioError(`${field}.set`, 'a parameter that may change during a run', set);
	}
	return { at, set, to: checkValue(parameter(set), to, `${field}.to`) };
}
