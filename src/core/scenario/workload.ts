import type { Change, Scenario } from './scenario';

/**
 * What comes, who works on it, and how it is judged: what different strategies can be given alike.
 * What a strategy does with it is not part of it.
 */
type Workload = Pick<Scenario, 'source' | 'consumer' | 'seed' | 'deadline' | 'duration'>;

function workloadOf({ source, consumer, seed, deadline, duration }: Scenario): Workload {
	return { source, consumer, seed, deadline, duration };
}

function isOfWorkload({ set }: Change): boolean {
	const [part = ''] = set.split('.');
	return ['source', 'consumer', 'deadline', 'duration'].includes(part);
}

/** Whether two scenarios have the same workload from the beginning to the end. Pure. */
export function hasSameWorkload(one: Scenario, other: Scenario): boolean {
	const [first, second] = [one, other].map((scenario) => {
		return JSON.stringify([workloadOf(scenario), scenario.changes.filter(isOfWorkload)]);
	});
	return first === second;
}

/** A scenario with the workload of another, and the changes to it, in time order. Pure. */
export function withWorkloadOf(scenario: Scenario, load: Scenario): Scenario {
	const own = scenario.changes.filter((change) => !isOfWorkload(change));
	const changes = [...own, ...load.changes.filter(isOfWorkload)];
	return {
		...scenario,
		...workloadOf(load),
		changes: changes.sort((one, other) => one.at - other.at)
	};
}
