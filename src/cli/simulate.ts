import { fstatSync, type Stats, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HELP } from './help';
import { InputError } from './input/input-error';
import { atLine, type PlacedScenario } from './input/read-scenarios';
import { scenariosIn } from './input/scenarios-in';
import { ItemRecords } from './items/item-records';
import { itemsAsCsv } from './items/items-csv';
import { resultWithItems } from './items/items-json';
import { complain } from './output/complain';
import { ReplacedFile } from './output/replaced-file';
import { ReaderGoneError, StandardOutput } from './output/standard-output';
import { runScenario } from './run-scenario';

/**
 * The headless run: reads scenarios, and prints the result of each before it reads the next.
 * @returns the exit status, 0 or 1
 */
export async function main(args: readonly string[]): Promise<number> {
	try {
		await run(args);
		return 0;
	} catch (error) {
		if (error instanceof ReaderGoneError) return 0;
		complain(error);
		return 1;
	}
}

async function run(args: readonly string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			help: { type: 'boolean' },
			'with-items': { type: 'boolean' },
			items: { type: 'string' }
		}
	});
	const output = new StandardOutput();
	if (values.help) return output.print([HELP]);
	const [input, ...others] = positionals;
	if (input === undefined || others.length > 0) {
		throw new InputError('one input is needed: a file, or - for standard input (see --help)');
	}
	const file = values.items === undefined ? null : itemsFile(values.items, input);
	const scenarios = file === null ? scenariosIn(input) : onlyOne(scenariosIn(input));
	let done = 0;
	for await (const { line, scenario } of scenarios) {
		const records = file !== null || values['with-items'] ? new ItemRecords() : null;
		try {
			const result = runScenario(scenario, records);
			if (records !== null) await file?.replace(itemsAsCsv(records));
			const isWithItems = values['with-items'] && records !== null;
			await output.print(
				isWithItems ? resultWithItems(result, records) : [JSON.stringify(result), '\n']
			);
		} catch (error) {
			throw done === 0 || error instanceof ReaderGoneError ? error : atLine(line, error);
		} finally {
			records?.dispose();
		}
		done++;
	}
}

/**
 * The file for the item table.
 * @throws {Error} if nothing can be written there.
 * @throws {InputError} if what is read or printed would be lost.
 */
function itemsFile(path: string, input: string): ReplacedFile {
	if (path === '') throw new InputError('--items needs the name of a file');
	const file = new ReplacedFile(path);
	const read = input === '-' ? fstatSync(0) : statSync(input, { throwIfNoEntry: false });
	if (isSame(file.status, read)) {
		throw new InputError('--items names the input, which would be lost');
	}
	if (isSame(file.status, fstatSync(1))) {
		throw new InputError('--items names the file of the result, which would be lost');
	}
	return file;
}

function isSame(file: Stats | null, other: Stats | undefined): boolean {
	return file?.isFile() === true && file.dev === other?.dev && file.ino === other.ino;
}

/** The one scenario of an input, when it is clear that it is the only one. */
async function* onlyOne(scenarios: AsyncGenerator<PlacedScenario>): AsyncGenerator<PlacedScenario> {
	let only: PlacedScenario | null = null;
	for await (const placed of scenarios) {
		if (only !== null) {
			throw new InputError('--items goes with one scenario; use --with-items for several');
		}
		only = placed;
	}
	if (only !== null) yield only;
}
