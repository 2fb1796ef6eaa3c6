import type { MutantCatalogue } from '../mutant';

const histogram = 'core/measures/histogram.ts';
const stock = 'core/measures/stock.ts';
const peak = 'core/measures/peak-count.ts';
const slope = 'core/measures/slope.ts';

/** The bugs that people write where they measure. */
export const MEASURE_MUTANTS: MutantCatalogue = {
	name: 'measures',
	suite: 'measures/suite.ts',
	mutants: [
		{
			bug: 'a histogram that claims to be more exact than it is',
			file: histogram,
			text: 'static readonly RELATIVE_ERROR = 1 / (2 * SUB_BUCKETS);',
			instead: 'static readonly RELATIVE_ERROR = 1 / (8 * SUB_BUCKETS);',
			killedBy: 'a histogram keeps every quantile within its stated error'
		},
		{
			bug: 'a histogram that takes the beginning of a bucket for its middle',
			file: histogram,
			text: 'return start + Math.floor((startOf(bucket + 1) - start - 1) / 2);',
			instead: 'return start;',
			killedBy: 'a histogram keeps every quantile within its stated error'
		},
		{
			bug: 'a histogram whose ranks begin one too high',
			file: histogram,
			text: 'Math.ceil(share * this.#count)',
			instead: 'Math.floor(share * this.#count) + 1',
			killedBy: 'a histogram is exact for short durations'
		},
		{
			bug: 'a histogram whose largest value is that of a bucket',
			file: histogram,
			text: `
		if (rank === this.#count) return this.#max;`,
			instead: '',
			killedBy: 'a histogram knows its largest value'
		},
		{
			bug: 'a histogram whose largest value is the latest',
			file: histogram,
			text: 'if (duration > this.#max) this.#max = duration;',
			instead: 'this.#max = duration;',
			killedBy: 'a histogram knows its largest value'
		},
		{
			bug: 'a histogram that takes nothing for a quick answer',
			file: histogram,
			text: 'if (this.#count === 0) return Number.NaN;',
			instead: '',
			killedBy: 'a histogram has no quantile'
		},
		{
			bug: 'a stock that weights its new value with the time before',
			file: stock,
			text: `
		this.#area += this.#value * (now - this.#changedAt);
		this.#changedAt = now;
		this.#value += change;`,
			instead: `
		this.#value += change;
		this.#area += this.#value * (now - this.#changedAt);
		this.#changedAt = now;`,
			killedBy: 'a stock averages over time'
		},
		{
			bug: 'a stock that forgets the time since its last change',
			file: stock,
			text: 'return this.#area + this.#value * (now - this.#changedAt);',
			instead: 'return this.#area;',
			killedBy: 'a stock averages over time'
		},
		{
			bug: 'a stock whose largest value stood for no time',
			file: stock,
			text: 'this.#value += change;',
			instead: `
		this.#value += change;
		this.settle();`,
			killedBy: 'a stock averages over time'
		},
		{
			bug: 'a count whose peak stood for no time',
			file: peak,
			text: 'this.#value += change;',
			instead: `
		this.#value += change;
		this.settle();`,
			killedBy: 'a count knows its peak'
		},
		{
			bug: 'a slope over the whole time so far',
			file: slope,
			text: 'const since = Math.max(0, step - 1) * STEP;',
			instead: 'const since = 0;',
			killedBy: 'a slope falls within two seconds'
		},
		{
			bug: 'a slope of what has changed in the step at hand',
			file: slope,
			text: 'if (step === this.#step) return this.#atStepBefore;',
			instead: 'if (step === this.#step) return this.#atStep;',
			killedBy: 'a slope tells how fast'
		},
		{
			bug: 'a slope that takes a long rest for a step',
			file: slope,
			text: 'step === this.#step + 1 ? this.#atStep : this.#value;\n\t\t\tthis',
			instead: 'this.#atStep;\n\t\t\tthis',
			killedBy: 'a slope falls within two seconds'
		},
		{
			bug: 'a slope of no time at all',
			file: slope,
			text: 'if (now === since) return 0;',
			instead: '',
			killedBy: 'a slope is 0 before anything can be said'
		}
	]
};
