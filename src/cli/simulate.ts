import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Result } from '../core/run/result';
import { simulate } from '../headless/simulate';
import { HELP } from './help';
import { itemsToCsv } from './items-csv';
import { InputError, readScenarios } from './read-scenarios';

const STANDARD_INPUT = 0;

/**
 * The headless run: reads scenarios, prints results. Prints nothing to standard output unless
 * everything went well.
 * @returns the exit status, 0 or 1
 */
export async function main(args: readonly string[]): Promise<number> {
	try {
		process.stdout.write(outputFor(args));
		return 0;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${message.split('\n')[0]}\n`);
		return 1;
	}
}

function outputFor(args: readonly string[]): string {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			help: { type: 'boolean' },
			'with-items': { type: 'boolean' },
			items: { type: 'string' }
		}
	});
	if (values.help) return HELP;
	const [file, ...others] = positionals;
	if (file === undefined || others.length > 0) {
		throw new InputError('one input is needed: a file, or - for standard input (see --help)');
	}
	const scenarios = readScenarios(readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8'));
	if (values.items !== undefined && scenarios.length > 1) {
		throw new InputError('--items goes with one scenario; use --with-items for several');
	}
	const wantsItems = values.items !== undefined || values['with-items'] === true;
	const lines = scenarios.map((scenario) => {
		const result = simulate(scenario, { items: wantsItems });
		if (values.items !== undefined && result.items) {
			writeFileSync(values.items, itemsToCsv(result.items));
		}
		return JSON.stringify(values['with-items'] ? result : withoutItems(result));
	});
	return `${lines.join('\n')}\n`;
}

function withoutItems({ items: _, ...result }: Result): Result {
	return result;
}
