import type { ParameterKey, ParameterValue } from './scenario';

/** A value that a choice offers, and the word for it. */
export interface Choice {
	readonly value: ParameterValue;
	readonly label: string;
}

/** The range a slider offers, in the scenario's unit. It lies inside the allowed range. */
export interface SliderRange {
	readonly min: number;
	readonly max: number;
	/** `log-from-zero` has 0 as its first stop and is logarithmic from 1 on. */
	readonly scale: 'linear' | 'log' | 'log-from-zero';
}

/**
 * Everything that is known about one parameter. Validation, sliders, labels, the address, the
 * command line and the documentation all read this. In which group a page shows it, the page says.
 */
export interface ParameterSpec {
	readonly key: ParameterKey;
	/** Key in the address. */
	readonly address: string;
	readonly label: string;
	/** Plain words on what it does, one sentence. */
	readonly help: string;
	readonly kind: 'number' | 'integer' | 'choice' | 'switch';
	/** Unit on the page and in the address, for example "ms"; empty for a bare number. */
	readonly unit: string;
	/** How many of that unit make one of the scenario's, for example 1000 for "ms". */
	readonly perUnit: number;
	/** Allowed range in the scenario's unit, both ends included; numbers only. */
	readonly min: number;
	readonly max: number;
	/** Null when the page offers no slider. */
	readonly slider: SliderRange | null;
	/** For choices and switches. */
	readonly choices: readonly Choice[];
	/** The word for null, for example "none"; absent when null is not allowed. */
	readonly none?: string;
	readonly initial: ParameterValue;
	/** Whether it may change during a run; the others restart the run. */
	readonly live: boolean;
}
