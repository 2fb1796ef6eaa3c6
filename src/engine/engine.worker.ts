import * as Comlink from 'comlink';
import { bufferOf } from './compose-frame';
import { LocalEngine } from './engine';
import { fetchStrategy } from './fetch-strategy';
import { LocalRunner } from './pool/local-runner';
import type { Runner } from './pool/runner';
import type { Engine, Frame } from './protocol';

// The engine keeps frames for scrubbing and stepping back, so each frame is copied into a buffer of
// its own, and that buffer is given away.
function given(frame: Frame): Frame {
	const copy = structuredClone(frame);
	return Comlink.transfer(copy, [bufferOf(copy)]);
}

const clock = () => performance.now();
const engine = new LocalEngine(clock);
const runner = new LocalRunner(clock);

// One file for both: a page that plays has it already when a pool of runs is wanted, and the core is
// not fetched twice.
const exposed: Engine & Runner = {
	open: async (run, scenario, time, window) => {
		const Strategy = await fetchStrategy(scenario);
		return given(engine.open(run, scenario, Strategy, time, window));
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
	},
	prepare: (name) => runner.prepare(name),
	work: (jobs) => runner.work(jobs),
	forget: () => runner.forget()
};

Comlink.expose(exposed);
