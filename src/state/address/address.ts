import { PARAMETERS } from '../../core/scenario/parameters';
import type { Scenario } from '../../core/scenario/scenario';
import { valueOf } from '../../core/scenario/settings';
import type { Preset } from '../../core/strategies/preset';
import { changesToText } from './address-changes';
import { textFromValue } from './address-value';
import { DEFAULT_VIEW, type View, writeView } from './address-view';

/** What a link asks for, made sound. */
export interface Address {
	readonly preset: Preset;
	readonly scenario: Scenario;
	readonly view: View;
	/** One sentence for each thing that was put right, for people. */
	readonly notices: readonly string[];
}

/**
 * The query that leads back to just this: readable, with strategy, preset and seed, and beside them
 * only what differs from the preset. Pure.
 */
export function writeAddress(preset: Preset, scenario: Scenario, view: View): string {
	const fields = new URLSearchParams();
	fields.set('strategy', scenario.strategy);
	fields.set('preset', preset.id);
	fields.set('seed', String(scenario.seed));
	for (const spec of PARAMETERS) {
		const value = valueOf(scenario, spec.key);
		if (value === valueOf(preset.scenario, spec.key)) continue;
		fields.set(spec.address, textFromValue(spec, value));
	}
	if (scenario.mistakes.join() !== preset.scenario.mistakes.join()) {
		fields.set('mistake', scenario.mistakes.join());
	}
	const changes = changesToText(scenario.changes);
	if (changes !== changesToText(preset.scenario.changes)) fields.set('changes', changes);
	writeView(fields, view, { ...DEFAULT_VIEW, speed: preset.speed });
	// Commas and colons are allowed in a query, and changes are read by people.
	return `?${fields.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}
