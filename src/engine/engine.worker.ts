import * as Comlink from 'comlink';
import { bufferOf } from './compose-frame';
import { LocalEngine } from './engine';
import type { Engine, Frame } from './protocol';
import { StrategyShelf } from './strategy-shelf';

// The engine keeps frames for scrubbing and stepping back, so each frame is copied into a buffer of
// its own, and that buffer is given away.
function given(frame: Frame): Frame {
	const copy = structuredClone(frame);
	return Comlink.transfer(copy, [bufferOf(copy)]);
}

const shelf = new StrategyShelf();
const engine = new LocalEngine(
	() => performance.now(),
	(scenario) => shelf.strategyOf(scenario)
);

const exposed: Engine = {
	open: async (run, scenario, time, window) => {
		await shelf.fetch(scenario.strategy);
		return given(engine.open(run, scenario, time, window));
	},
	travel: (run, target, window) => given(engine.travel(run, target, window)),
	preview: (run, time) => {
		const frame = engine.preview(run, time);
		return frame === null ? null : given(frame);
	},
	rest: (run) => engine.rest(run),
	history: (run, first) => {
		const history = engine.history(run, first);
		return Comlink.transfer(history, [history.values.buffer]);
	}
};

Comlink.expose(exposed);
