import * as Comlink from 'comlink';
import { FetchingEngine } from './fetching-engine';
import { bufferOf } from './frame/compose-frame';
import { LocalRunner } from './pool/local-runner';
import type { Runner } from './pool/runner';
import type { Engine, Frame } from './protocol';

// The engine keeps frames for scrubbing and stepping back, so each frame is copied into a buffer of
// its own, and that buffer is given away.
function given(frame: Frame): Frame {
	const copy = structuredClone(frame);
	return Comlink.transfer(copy, [bufferOf(copy)]);
}

const engine = new FetchingEngine();
const runner = new LocalRunner(() => performance.now());

// One file for both: a page that plays has it already when a pool of runs is wanted, and the core is
// not fetched twice.
const exposed: Engine & Runner = {
	prepare: (scenario) => engine.prepare(scenario),
	open: (...opening) => given(engine.open(...opening)),
	close: (run) => engine.close(run),
	travel: (...traveling) => given(engine.travel(...traveling)),
	preview: (run, time) => {
		const frame = engine.preview(run, time);
		return frame === null ? null : given(frame);
	},
	glimpse: (...glimpsing) => given(engine.glimpse(...glimpsing)),
	rest: (...resting) => engine.rest(...resting),
	history: (run, first) => {
		const history = engine.history(run, first);
		return Comlink.transfer(history, [history.values.buffer]);
	},
	fetchCode: (name) => runner.fetchCode(name),
	work: (...working) => runner.work(...working),
	forget: () => runner.forget()
};

Comlink.expose(exposed);
// The first sign of life, before anything was asked: patience begins with it.
postMessage(null);
