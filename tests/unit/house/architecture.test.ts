import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../setup/sources/imports-of';

const top = resolve(import.meta.dirname, '../../..');

// Of the engine, a drawing knows the shapes of what it hands out.
const DRAWING = [
	'src/core',
	'src/engine/protocol',
	'src/engine/story/story',
	'src/design',
	'd3',
	'svelte'
];

/** What each layer may import besides itself: other layers, files, packages. Lowest layer first. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	core: [],
	engine: ['src/core', 'comlink'],
	design: [],
	figures: DRAWING,
	charts: DRAWING,
	controls: DRAWING,
	listing: DRAWING,
	state: ['src/core', 'src/engine', 'src/design', 'comlink', 'svelte'],
	pages: ['state', 'engine', 'figures', 'charts', 'controls', 'listing']
		.map((layer) => `src/${layer}`)
		.concat(DRAWING),
	headless: ['src/core'],
	// The launchers import what they have just built, wherever it is.
	cli: ['src/core', 'src/headless', 'node:', 'vite', '(computed)'],
	build: [
		'src/listing/listing',
		'src/core/scenario/scenario',
		'node:',
		'vite',
		'typescript',
		'shiki'
	]
};

/**
 * The rooms of the core, the lowest first: each imports only what stands above it here. What the world
 * and the measures are made of knows no strategy.
 */
const CORE_ROOMS = [
	'kernel',
	'chance',
	'measures',
	'scenario',
	'plan',
	'ledger',
	'primitives',
	'reactive',
	'world',
	'strategies',
	'run',
	'parse'
];

/** The parts of d3 that compute; the others touch the page, which is Svelte's. */
const D3_PARTS = ['d3-array', 'd3-scale', 'd3-shape', 'd3-format', 'd3-interpolate'];
const d3Modules = await Promise.all(D3_PARTS.map((part) => import(/* @vite-ignore */ part)));
const d3Names = new Set(d3Modules.flatMap((module) => Object.keys(module)));

/** The sources below a folder, as paths below the top folder. */
function filesIn(folder: string): string[] {
	return readdirSync(resolve(top, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
		.filter((file) => /\.(?:ts|mjs|svelte)$/.test(file));
}

/**
 * What a file imports and its layer may not, one sentence each. An oracle may read a style sheet of
 * ours, which is what it judges, but no code.
 */
function wrongImports(path: string, text: string): string[] {
	const [folder, layer = ''] = path.split('/');
	const allowed = folder === 'src' ? [`src/${layer}`, ...(MAY_IMPORT[layer] ?? [])] : null;
	return importsOf(path, text).flatMap(({ target, names }) => {
		const wrongNames = target === 'd3' ? names.filter((name) => !d3Names.has(name)) : [];
		const isAllowed =
			allowed === null
				? !target.startsWith('src/') || target.endsWith('.css')
				: allowed.some((place) =>
						place.endsWith(':') ? target.startsWith(place) : `${target}/`.startsWith(`${place}/`)
					);
		return [
			...(isAllowed ? [] : [`${path} imports ${target}`]),
			...wrongNames.map((name) => `${path} imports ${name} of d3`)
		];
	});
}

function read(path: string): string {
	return readFileSync(resolve(top, path), 'utf8');
}

function wrongImportsIn(folder: string): string[] {
	return filesIn(folder).flatMap((path) => wrongImports(path, read(path)));
}

/** What the files of a room of the core import from a room that is not below it. */
function wrongRoomsIn(room: string): string[] {
	const below = CORE_ROOMS.slice(0, CORE_ROOMS.indexOf(room) + 1);
	return filesIn(`src/core/${room}`).flatMap((path) =>
		importsOf(path, read(path))
			.filter(({ target }) => !below.includes(target.split('/')[2] ?? ''))
			.map(({ target }) => `${path} imports ${target}`)
	);
}

describe('the layers', () => {
	it('are all known', () => {
		const layers = new Set(filesIn('src').map((path) => path.split('/')[1]));
		expect([...layers].filter((layer) => !Object.hasOwn(MAY_IMPORT, layer ?? ''))).toEqual([]);
	});

	it.each(Object.keys(MAY_IMPORT))('src/%s imports only what lies below it', (layer) => {
		expect(wrongImportsIn(`src/${layer}`)).toEqual([]);
	});

	it.each(CORE_ROOMS)('src/core/%s imports only the rooms below it', (room) => {
		expect(wrongRoomsIn(room)).toEqual([]);
	});

	it('the rooms of the core are all known', () => {
		const rooms = new Set(filesIn('src/core').map((path) => path.split('/')[2]));
		expect([...rooms].sort()).toEqual([...CORE_ROOMS].sort());
	});

	it('the oracles of the tests import nothing from src', () => {
		expect(wrongImportsIn('tests/oracle')).toEqual([]);
	});
});

it('no component has a style attribute that is written out: the pages refuse it', () => {
	const components = filesIn('src').filter((path) => path.endsWith('.svelte'));
	expect(components.filter((path) => /\sstyle="[^{"]*"/.test(read(path)))).toEqual([]);
});

describe('an import against the arrows is found', () => {
	it.each([
		['src/core/run/run.ts', "import { x } from '../../engine/engine';", 'src/engine/engine'],
		['src/core/run/run.ts', "export * from '../../state/address';", 'src/state/address'],
		['src/core/run/run.ts', 'export type { Q } from "node:fs";', 'node:fs'],
		['src/core/run/run.ts', "type T = import('svelte').Component;", 'svelte'],
		['src/engine/engine.ts', "import type { L } from '../state/address';", 'src/state/address'],
		['src/engine/engine.ts', "import '../design/tokens.css';", 'src/design/tokens.css'],
		['src/design/plot.ts', "import { max } from 'd3';", 'd3'],
		['src/charts/x.ts', "import { LocalEngine } from '../engine/engine';", 'src/engine/engine'],
		['src/charts/x.ts', "import { y } from '../figures/layout.ts';", 'src/figures/layout'],
		['src/charts/x.ts', "import { select } from 'd3-selection';", 'd3-selection'],
		['src/charts/x.ts', "import { select, max } from 'd3';", 'select of d3'],
		['src/charts/x.ts', "import * as d3 from 'd3';", '* of d3'],
		['src/charts/x.ts', 'const { zoom } = await import(`d3`);', '* of d3'],
		['src/charts/x.ts', 'await import(address);', '(computed)'],
		[
			'src/figures/F.svelte',
			'<!-- c --><p></p><script lang="ts">\nimport u from "../engine/engine.worker?worker&url";\n</script>',
			'src/engine/engine.worker'
		],
		[
			'src/figures/F.svelte',
			"{#await import('../pages/lab/Lab.svelte')}…{/await}",
			'src/pages/lab/Lab.svelte'
		],
		['src/controls/c.ts', "import text from '../cli/help.ts?raw';", 'src/cli/help'],
		['src/controls/c.ts', "import.meta.glob(['./*.ts', '../state/*.ts'])", 'src/state/*'],
		['src/state/s.ts', "new URL('../pages/index.html', import.meta.url)", 'src/pages/index.html'],
		['src/pages/p.ts', "import { main } from '../cli/simulate';", 'src/cli/simulate'],
		[
			'src/pages/p.ts',
			"import { it } from '../../tests/oracle/queueing';",
			'tests/oracle/queueing'
		],
		['src/cli/c.ts', "import { readTheme } from '../design/theme';", 'src/design/theme'],
		['tests/oracle/o.ts', "import { x } from '../../src/core/kernel/time';", 'src/core/kernel/time']
	])('%s: %s', (path, text, found) => {
		expect(wrongImports(path, text)).toEqual([`${path} imports ${found}`]);
	});

	it('and one along the arrows is not', () => {
		const text = `
			import { max, scaleLinear, type Selection } from 'd3';
			import type { ZoomBehavior } from 'd3';
			import type { Frame } from '../engine/protocol';
			import source from '../core/strategies/small-buffers.ts?raw';
			import { SvelteMap } from 'svelte/reactivity';
			import Axis from './Axis.svelte';
			// import { x } from '../state/address';
		`;
		expect(wrongImports('src/charts/x.ts', text)).toEqual([]);
	});
});
