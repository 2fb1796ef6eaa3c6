/** One budget and what was measured against it. */
export interface Verdict {
	readonly name: string;
	/** What was measured, as a ratio or a share of the budget's unit. */
	readonly measured: number;
	readonly relation: 'at least' | 'at most';
	readonly limit: number;
	/** What the numbers mean, for the reader of the table. */
	readonly unit: string;
}

export function isHeld({ measured, relation, limit }: Verdict): boolean {
	return relation === 'at least' ? measured >= limit : measured <= limit;
}

/** One line of the table. */
export function lineOf(verdict: Verdict): string {
	const { name, measured, relation, limit, unit } = verdict;
	const mark = isHeld(verdict) ? 'ok    ' : 'BROKEN';
	return `${mark} ${name}: ${measured.toFixed(2)} ${unit} (${relation} ${limit})`;
}
