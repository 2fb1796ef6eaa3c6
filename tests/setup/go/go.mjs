// `npm run go`: compiles and vets the Go listings, runs them, and fails when what happened differs from
// the reference traces in the repository. With `--write` it brings the traces up to date instead.
import { execFileSync, spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { installFromDebian } from '../browsers.mjs';
import { withVariant } from './go-variant.mjs';

const top = resolve(import.meta.dirname, '../../..');
const listings = resolve(top, 'src/listing/go');
const harness = resolve(top, 'tests/go');
const committed = resolve(harness, 'traces');

/** A mistake is a file of its own, which is compiled only with the tag of that name. */
const MISTAKE = /^\/\/go:build (\w+)\n/;

/** @returns {boolean} */
function hasGo() {
	return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} folder
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string} what the command prints
 */
function run(folder, command, ...args) {
	// Nothing is downloaded: the listings need the standard library and nothing else.
	const env = { ...process.env, GOFLAGS: '', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' };
	return execFileSync(command, args, {
		cwd: folder,
		env,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit']
	});
}

/** @throws {Error} if a Go file is not formatted, or the compiler or the vet has an objection. */
function checkSources() {
	for (const folder of [listings, harness]) {
		const badlyFormatted = run(folder, 'gofmt', '-l', '.');
		if (badlyFormatted !== '') throw new Error(`gofmt would change\n${badlyFormatted}`);
		run(folder, 'go', 'vet', './...');
	}
}

/** The files of the mistakes. */
function mistakes() {
	return readdirSync(listings, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.go'))
		.map((file) => join(listings, file))
		.filter((file) => MISTAKE.test(readFileSync(file, 'utf8')));
}

/**
 * Records the traces of the listings as they should be.
 * @param {string} work
 * @param {string} traces
 */
function record(work, traces) {
	const program = join(work, 'harness');
	run(harness, 'go', 'build', '-o', program, '.');
	run(work, program, '-folder', traces);
}

/**
 * Records the trace of a mistake, in a copy of the listings in which it stands in place of what is
 * right.
 * @param {string} file
 * @param {string} work
 * @param {string} traces
 */
function recordMistake(file, work, traces) {
	const mistake = basename(file, '.go');
	const copy = join(work, mistake);
	for (const folder of [listings, harness]) {
		cpSync(folder, join(copy, relative(top, folder)), { recursive: true });
	}
	const variant = readFileSync(file, 'utf8');
	const right = join(dirname(file), `${basename(dirname(file))}.go`);
	const merged = withVariant(readFileSync(right, 'utf8'), variant);
	writeFileSync(join(copy, relative(top, right)), merged);
	const tag = MISTAKE.exec(variant)?.[1] ?? '';
	const program = join(copy, 'harness');
	run(join(copy, relative(top, listings)), 'go', 'vet', '-tags', tag, './...');
	run(join(copy, relative(top, harness)), 'go', 'build', '-tags', tag, '-o', program, '.');
	run(copy, program, '-folder', traces, '-mistake', mistake);
}

/**
 * @param {string} folder
 * @returns {Map<string, string>}
 */
function readTraces(folder) {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * @param {Map<string, string>} traces
 */
function write(traces) {
	rmSync(committed, { recursive: true, force: true });
	mkdirSync(committed);
	for (const [name, text] of traces) writeFileSync(join(committed, name), text);
	console.log(`${traces.size} traces are written.`);
}

/**
 * @param {Map<string, string>} traces
 * @throws {Error} if they are not those that the repository has.
 */
function compare(traces) {
	const expected = readTraces(committed);
	const names = [...new Set([...traces.keys(), ...expected.keys()])].sort();
	const different = names.filter((name) => traces.get(name) !== expected.get(name));
	if (different.length > 0) {
		throw new Error(
			`Go does something else than the traces say: ${different.join(', ')}.\n` +
				'If that is right, run `npm run go -- --write` and read the difference.'
		);
	}
	console.log(`${names.length} traces are as Go makes them.`);
}

if (!hasGo() && !installFromDebian(['golang-go'])) {
	console.error(
		'There is no `go` on the path. Install Go 1.19 or later: https://go.dev/doc/install'
	);
	process.exit(1);
}

const work = mkdtempSync(join(tmpdir(), 'pushback-go-'));
try {
	const traces = join(work, 'traces');
	mkdirSync(traces);
	checkSources();
	record(work, traces);
	for (const file of mistakes()) recordMistake(file, work, traces);
	if (process.argv.includes('--write')) write(readTraces(traces));
	else compare(readTraces(traces));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(work, { recursive: true, force: true });
}
