import type { StrategyPlan } from '../plan/plan';
import type { MistakeKey, StrategyId } from '../scenario/scenario';
import type { Manifest } from './manifest';
import type { Preset } from './preset';

/** Some strategies, and all that follows from which there are. */
export class Catalogue {
	/** In the order in which pages name them. */
	readonly manifests: readonly [Manifest, ...Manifest[]];
	/** What a link shows that names no strategy. */
	readonly opening: Preset;

	/** @param opening the strategy that is shown where nobody has chosen one */
	constructor(manifests: readonly [Manifest, ...Manifest[]], opening: Manifest = manifests[0]) {
		this.manifests = manifests;
		this.opening = opening.presets[0];
	}

	get plans(): readonly StrategyPlan[] {
		return this.manifests.map(({ plan }) => plan);
	}

	get presets(): readonly Preset[] {
		return this.manifests.flatMap(({ presets }) => presets);
	}

	get ids(): readonly StrategyId[] {
		return this.manifests.map(({ plan }) => plan.id);
	}

	has(id: unknown): id is StrategyId {
		return this.manifests.some(({ plan }) => plan.id === id);
	}

	/** @throws {RangeError} if the strategy is not here. */
	planOf(id: StrategyId): StrategyPlan {
		return this.#manifestOf(id).plan;
	}

	/**
	 * The presets of a strategy; the first is the one that it opens with.
	 * @throws {RangeError} if the strategy is not here.
	 */
	presetsOf(id: StrategyId): Manifest['presets'] {
		return this.#manifestOf(id).presets;
	}

	/** The preset of that name; undefined if there is none. */
	presetById(id: string): Preset | undefined {
		return this.presets.find((preset) => preset.id === id);
	}

	/**
	 * The mistakes that people make in a strategy, in the order in which its code puts them on.
	 * @throws {RangeError} if the strategy is not here.
	 */
	mistakesOf(id: StrategyId): readonly MistakeKey[] {
		return this.planOf(id).mistakes.map(({ key }) => key);
	}

	#manifestOf(id: StrategyId): Manifest {
		const manifest = this.manifests.find(({ plan }) => plan.id === id);
		if (manifest === undefined) throw new RangeError(`there is no strategy ${id}`);
		return manifest;
	}
}
