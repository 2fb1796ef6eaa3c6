import * as Comlink from 'comlink';
import { bufferOf } from './compose-frame';
import { LocalEngine } from './engine';
import { fetchStrategy } from './fetch-strategy';
import type { Engine, Frame } from './protocol';

// The engine keeps frames for scrubbing and stepping back, so each frame is copied into a buffer of
// its own, and that buffer is given away.
function given(frame: Frame): Frame {
	const copy = structuredClone(frame);
	return Comlink.transfer(copy, [bufferOf(copy)]);
}

const engine = new LocalEngine(() => performance.now());

const exposed: Engine = {
	open: async (run, scenario, time, window) => {
		const Strategy = await fetchStrategy(scenario);
		return given(engine.open(run, scenario, Strategy, time, window));
	},
	travel: (run, target, window) => given(engine.travel(run, target, window)),
	preview: (run, time) => {
		const frame = engine.preview(run, time);
		return frame === null ? null : given(frame);
	},
	glimpse: (run, time, changes, window) => given(engine.glimpse(run, time, changes, window)),
	rest: (run, time, event) => engine.rest(run, time, event),
	history: (run, first) => {
		const history = engine.history(run, first);
		return Comlink.transfer(history, [history.values.buffer]);
	}
};

Comlink.expose(exposed);
