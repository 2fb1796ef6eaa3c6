import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { MISTAKE_KEYS, MISTAKES, type MistakeKey } from '../core/scenario/mistakes.ts';
import type { StrategyListing } from '../listing/listing.ts';
import { type Code, strategyListing } from './listing/strategy-listing.ts';

const SUFFIX = '?listing';

/**
 * Lets a page import the code of a strategy as it is read: `import listing from
 * './small-buffers.ts?listing'` gives the file, the same in Go, and what each mistake changes in both.
 * All of it is taken apart when the page is built, so that neither highlighter nor compiler is sent
 * along.
 */
export function listings(): Plugin {
	return {
		name: 'listings',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(SUFFIX)) return null;
			const files = filesOf(id.slice(0, -SUFFIX.length));
			for (const file of allOf(files)) this.addWatchFile(file);
			return `export default ${JSON.stringify(await listingOf(files))}`;
		}
	};
}

/** The code that belongs to the file of a strategy. */
export async function listingOfStrategy(path: string): Promise<StrategyListing> {
	return listingOf(filesOf(path));
}

/** The files of a strategy in one language. */
interface Files {
	readonly right: string;
	readonly wrong: Readonly<Partial<Record<MistakeKey, string>>>;
}

function filesOf(path: string): { readonly typescript: Files; readonly go: Files } {
	const strategy = basename(path, '.ts');
	const go = resolve(dirname(path), '../../listing/go', strategy);
	return {
		typescript: {
			right: path,
			wrong: mistakesIn(resolve(dirname(path), 'mistakes'), strategy, 'ts')
		},
		go: { right: resolve(go, `${strategy}.go`), wrong: mistakesIn(go, strategy, 'go') }
	};
}

function mistakesIn(folder: string, strategy: string, extension: string): Files['wrong'] {
	const keys = MISTAKE_KEYS.filter((key) => MISTAKES[key] === strategy);
	return Object.fromEntries(keys.map((key) => [key, resolve(folder, `${key}.${extension}`)]));
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
