import * as Comlink from 'comlink';
import { bufferOf } from './compose-frame';
import { FetchingEngine } from './fetching-engine';
import type { Engine, Frame } from './protocol';

// The engine keeps frames for scrubbing and stepping back, so each frame is copied into a buffer of
// its own, and that buffer is given away.
function given(frame: Frame): Frame {
	const copy = structuredClone(frame);
	return Comlink.transfer(copy, [bufferOf(copy)]);
}

const engine = new FetchingEngine();

const exposed: Engine = {
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
	}
};

Comlink.expose(exposed);
// The first sign of life, before anything was asked: patience begins with it.
postMessage(null);
