/**
 * Closed forms of queueing theory. Kleinrock, Queueing Systems I (1975); Gross and Harris,
 * Fundamentals of Queueing Theory. Rates are per second, times in seconds. Imports nothing.
 */

/** Erlang's loss formula: the share of arrivals that find all servers busy; `load` = λ / μ. */
export function erlangB(servers: number, load: number): number {
	let blocked = 1;
	for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
	return blocked;
}

/** Erlang's delay formula: the share of arrivals that wait in M/M/c. */
function erlangC(servers: number, load: number): number {
	const blocked = erlangB(servers, load);
	return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean number in an M/M/c system. */
export function meanInMMc(servers: number, load: number): number {
	const utilization = load / servers;
	return load + (erlangC(servers, load) * utilization) / (1 - utilization);
}

/** Mean number in an M/D/1 system (Pollaczek and Khinchine). */
export function meanInMD1(utilization: number): number {
	return utilization + (utilization * utilization) / (2 * (1 - utilization));
}

/** Share of the time that n are in M/M/1/K, for n from 0 to K; K counts the one in service. */
export function statesOfMM1K(capacity: number, utilization: number): number[] {
	const weights = Array.from({ length: capacity + 1 }, (_, n) => utilization ** n);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}

/**
 * Throughput of a producer that always has work, a channel of K slots and one worker, both
 * exponential: a birth–death process on 0..K + 2, so μ₂ (1 − π₀) of M/M/1/(K + 2).
 */
export function blockingLine(slots: number, makeRate: number, serviceRate: number): number {
	const [idle = 0] = statesOfMM1K(slots + 2, makeRate / serviceRate);
	return serviceRate * (1 - idle);
}
