import { it } from 'vitest';
import { simulate } from '../../src/core/run/simulate';
import { parseScenario } from '../../src/core/scenario/parse';
import { PRESETS } from '../../src/core/scenario/presets';

it('runs', () => {
	for (const p of PRESETS) {
		const r = simulate(parseScenario(JSON.parse(JSON.stringify(p.scenario))));
		console.log(
			p.id,
			JSON.stringify(r.counts),
			r.rates.throughput,
			JSON.stringify(r.producer),
			r.backlog.max,
			r.latency.sinceOffered.mean,
			r.latency.sinceAccepted.max
		);
	}
});
