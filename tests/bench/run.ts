import { defaultScenario } from '../../src/core/scenario/defaults';
import type { Scenario } from '../../src/core/scenario/scenario';
import { LocalEngine } from '../../src/engine/engine';
import { startRun, strategyOf } from '../../src/headless/simulate';
import type { Verdict } from './budget';
import { lineOnTheKernel } from './kernel/on-the-kernel';
import { LINE_SLOTS, MESSAGES } from './kernel/workloads';
import { collectGarbage, median, ratiosOf } from './measure';

const FRAME = 1000 / 60;

/** The line of the kernel bench as a scenario, with everything that a run does beside. */
const SCENARIO: Scenario = {
	...defaultScenario('small-buffers'),
	duration: 1e6,
	source: {
		...defaultScenario('small-buffers').source,
		kind: 'closed',
		rate: 1 / 0.9,
		limit: MESSAGES
	},
	consumer: { ...defaultScenario('small-buffers').consumer, workers: 1, serviceTime: 1 },
	buffer: { capacity: LINE_SLOTS, whenFull: 'block' }
};

function wholeRun(): number {
	const run = startRun(SCENARIO);
	run.advance(Infinity);
	return run.latestEventTime;
}

/** What a run costs beyond its kernel, what the past costs, and whether memory stays flat. */
export function benchRun(): readonly Verdict[] {
	if (wholeRun() !== lineOnTheKernel()) throw new Error('run and kernel end at different times');
	const past = seekBack();
	const ratio = ratiosOf({ kernel: lineOnTheKernel, run: wholeRun, 'seek back': past.seek });
	return [
		{
			name: 'ledger, digest, laws and marks together against the bare kernel',
			measured: ratio('run', 'kernel'),
			relation: 'at most',
			limit: 2,
			unit: 'times as slow'
		},
		{
			name: 'seek by replay against the bare kernel',
			measured: ratio('seek back', 'kernel'),
			relation: 'at most',
			limit: 3,
			unit: 'times as slow'
		},
		{
			name: 'step back, late in a long run',
			measured: stepBack() / FRAME,
			relation: 'at most',
			limit: 1,
			unit: 'frames'
		},
		{
			name: 'memory after 10 virtual minutes at 1 000 messages/s against 2 minutes',
			measured: memoryGrowth(),
			relation: 'at most',
			limit: 1.1,
			unit: 'times as much'
		}
	];
}

/** An engine at the end of the line, which is then asked for a time just before it. */
function seekBack() {
	const engine = new LocalEngine(() => 0);
	engine.open(1, SCENARIO, strategyOf(SCENARIO), 180_000e9, 0);
	let late = false;
	return {
		seek: () => {
			late = !late;
			// Always behind where it stands, so that each seek replays nearly everything.
			engine.travel(1, { kind: 'time', time: 1e9 }, 0);
			return engine.travel(1, { kind: 'time', time: late ? 175_000e9 : 174_000e9 }, 0).event;
		}
	};
}

/** Median milliseconds of a step back, when the engine had its rest before. */
function stepBack(): number {
	const engine = new LocalEngine(() => performance.now());
	let frame = engine.open(1, SCENARIO, strategyOf(SCENARIO), 100_000e9, 0);
	while (!frame.arrived) frame = engine.travel(1, { kind: 'time', time: 100_000e9 }, 0);
	const times: number[] = [];
	for (let n = 0; n < 100; n++) {
		while (!engine.rest(1, frame.time, frame.event));
		const start = performance.now();
		frame = engine.travel(1, { kind: 'event', event: frame.event - 1 }, 0);
		times.push(performance.now() - start);
	}
	return median(times);
}

/** Memory in use late in a long run over memory in use early in it. */
function memoryGrowth(): number {
	const run = startRun(
		{
			...defaultScenario('small-buffers'),
			duration: 600,
			source: { ...defaultScenario('small-buffers').source, rate: 1000 },
			consumer: { ...defaultScenario('small-buffers').consumer, workers: 10 }
		},
		{ pictures: true }
	);
	const used = (seconds: number) => {
		run.advance(seconds * 1e9);
		collectGarbage();
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		return heapUsed + arrayBuffers;
	};
	const early = used(120);
	return used(600) / early;
}
