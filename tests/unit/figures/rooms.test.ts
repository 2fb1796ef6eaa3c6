import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../setup/sources/imports-of';

const top = resolve(import.meta.dirname, '../../..');
const FIGURES = 'src/figures';
/** Nobody sees at a glance what is in a folder with more. */
const A_DOZEN = 12;

const paths = readdirSync(resolve(top, FIGURES), { recursive: true, encoding: 'utf8' }).map(
	(path) => `${FIGURES}/${path.replaceAll('\\', '/')}`
);

/** The folder of the figures in which a file is; empty for the files beside the folders. */
function roomOf(path: string): string {
	const [room = '', ...rest] = path.slice(FIGURES.length + 1).split('/');
	return rest.length === 0 ? '' : room;
}

/** Which rooms the files of each room import from. */
function doors(): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const path of paths.filter((file) => /\.(?:ts|svelte)$/.test(file))) {
		const from = roomOf(path);
		const targets = found.get(from) ?? new Set<string>();
		for (const { target } of importsOf(path, readFileSync(resolve(top, path), 'utf8'))) {
			if (target.startsWith(`${FIGURES}/`) && roomOf(target) !== from) targets.add(roomOf(target));
		}
		found.set(from, targets);
	}
	return found;
}

/** Rooms from which one comes back to where one was, by the ways that are left. */
function circle(ways: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
	const left = new Map(ways);
	for (;;) {
		const ends = [...left].filter(([, targets]) => [...targets].every((room) => !left.has(room)));
		if (ends.length === 0) return [...left.keys()];
		for (const [room] of ends) left.delete(room);
	}
}

describe('the rooms of the figures', () => {
	it('have at most a dozen things each, and so has the way in', () => {
		const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/')));
		const crowded = [...new Set(folders)].filter(
			(folder) => folders.filter((one) => one === folder).length > A_DOZEN
		);
		expect(crowded).toEqual([]);
	});

	it('lead on from one to the next, and never back', () => {
		const rooms = doors();
		// Beside the rooms lie the figure, which knows all of them, and what a frame says, which knows none.
		rooms.delete('');
		expect(rooms.size).toBeGreaterThan(5);
		expect(circle(rooms)).toEqual([]);
	});

	it('would be found to lead back', () => {
		const ways = new Map([
			['layout', new Set(['stations', 'places'])],
			['stations', new Set(['words'])],
			['words', new Set(['layout'])],
			['places', new Set<string>()]
		]);
		expect(circle(ways)).toEqual(['layout', 'stations', 'words']);
	});

	it('know nothing of the figure that is put together from them', () => {
		const rooms = paths.filter((path) => /\.(?:ts|svelte)$/.test(path) && roomOf(path) !== '');
		const wrong = rooms.filter((path) =>
			importsOf(path, readFileSync(resolve(top, path), 'utf8')).some(({ target }) =>
				target.startsWith(`${FIGURES}/Pipeline`)
			)
		);
		expect(wrong).toEqual([]);
	});
});
