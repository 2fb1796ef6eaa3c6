import { expect, it } from 'vitest';
import { parseScenario } from '../../src/core/scenario/parse';
import { simulate } from '../../src/core/run/simulate';
it('runs', () => {
	const t = Date.now();
	const r = simulate(parseScenario({ version: 1, strategy: 'small-buffers', duration: 600 }));
	console.log(JSON.stringify(r, null, 1), Date.now() - t);
	const u = Date.now();
	const n = simulate(parseScenario({ version: 1, strategy: 'no-backpressure', duration: 600, memory: {limit: 5000} }));
	console.log(JSON.stringify(n.counts), Date.now() - u);
	const c = simulate(parseScenario({ version: 1, strategy: 'small-buffers', source: {process: 'constant', rate: 100}, buffer: {capacity: 0, whenFull: 'drop-newest'}, consumer: {workers: 1, serviceTime: 0.01, distribution: 'constant'} }));
	console.log(JSON.stringify(c.counts), JSON.stringify(c.producer));
	expect(r.counts.offered).toBeGreaterThan(1);
});
