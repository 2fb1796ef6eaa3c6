const PLAIN_NUMBER = /^-?\d{1,17}(\.\d{1,25})?(e-?\d{1,3})?$/;

/** A plain finite decimal number; null for anything else, such as hexadecimal or a blank. Pure. */
export function numberFromText(text: string): number | null {
	if (!PLAIN_NUMBER.test(text)) return null;
	const number = Number(text);
	return Number.isFinite(number) ? number + 0 : null;
}
