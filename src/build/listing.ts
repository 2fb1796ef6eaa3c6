import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { MistakeKey } from '../core/scenario/scenario.ts';
import type { StrategyListing } from '../listing/listing.ts';
import { mistakesIn } from './listing/mistake-files.ts';
import { type Code, strategyListing } from './listing/strategy-listing.ts';

const SUFFIX = '?listing';

/**
 * Lets a page import the code of a strategy as it is read: `import listing from
 * './small-buffers/code.ts?listing'` gives the file that has the name of the folder, the same in Go,
 * and what each mistake changes in both.
 * All of it is taken apart when the page is built, so that neither highlighter nor compiler is sent
 * along.
 */
export function listings(): Plugin {
	return {
		name: 'listings',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(SUFFIX)) return null;
			const files = filesOf(dirname(id));
			for (const file of allOf(files)) this.addWatchFile(file);
			return `export default ${JSON.stringify(await listingOf(files))}`;
		}
	};
}

/** The code in the folder of a strategy. */
export async function listingOfStrategy(folder: string): Promise<StrategyListing> {
	return listingOf(filesOf(folder));
}

/** The files of a strategy in one language. */
interface Files {
	readonly right: string;
	readonly wrong: Readonly<Record<MistakeKey, string>>;
}

function filesOf(folder: string): { readonly typescript: Files; readonly go: Files } {
	const strategy = basename(folder);
	const go = resolve(folder, '../../../listing/go', strategy);
	const mistakes = mistakesIn(resolve(folder, 'mistakes'));
	return {
		typescript: {
			right: resolve(folder, `${strategy}.ts`),
			wrong: Object.fromEntries(mistakes.map((key) => [key, resolve(folder, `mistakes/${key}.ts`)]))
		},
		go: {
			right: resolve(go, `${strategy}.go`),
			wrong: Object.fromEntries(mistakes.map((key) => [key, resolve(go, `${key}.go`)]))
		}
	};
}

function allOf({ typescript, go }: ReturnType<typeof filesOf>): string[] {
	return [typescript, go].flatMap(({ right, wrong }) => [right, ...Object.values(wrong)]);
}

async function listingOf({ typescript, go }: ReturnType<typeof filesOf>): Promise<StrategyListing> {
	return strategyListing(await read(typescript), await read(go));
}

async function read({ right, wrong }: Files): Promise<Code> {
	const mistakes = Object.entries(wrong).map(async ([key, file]) => {
		return [key, await readFile(file, 'utf8')];
	});
	return {
		file: basename(right),
		right: await readFile(right, 'utf8'),
		wrong: Object.fromEntries(await Promise.all(mistakes))
	};
}
