/**
 * A scenario that breaks a rule. The message is one line for people: the field, what it holds, and
 * what it may hold.
 */
export class ScenarioError extends Error {
	override readonly name = 'ScenarioError';
	/** The field as a scenario names it, or several joined by "×". */
	readonly field: string;
	/** What the field may hold, in words that may name other fields. */
	readonly rule: string;
	readonly value: unknown;

	constructor(field: string, rule: string, value: unknown) {
		super(`${field} must be ${rule}, got ${quoted(value)}`);
		this.field = field;
		this.rule = rule;
		this.value = value;
	}
}

const LONGEST_QUOTE = 40;

/** A value as JSON on one line, cut to 40 characters. Never throws. */
export function quoted(value: unknown): string {
	let text: string;
	try {
		text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);
	} catch {
		text = typeof value;
	}
	const printable = text.replace(/[^\x20-\x7e]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
	return printable.length > LONGEST_QUOTE ? `${printable.slice(0, LONGEST_QUOTE)}…` : printable;
}
