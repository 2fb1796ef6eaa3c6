import type { Verdict } from '../budget';
import { ratiosOf, type Work } from '../measure';
import { lineByHand } from './by-hand';
import { lineOnTheKernel, queueOnTheKernel, tasksOnTheKernel } from './on-the-kernel';
import { lineOnPeer, loadPeer, queueOnPeer, tasksOnPeer } from './peer';
import { lineSpecialised, queueSpecialised, tasksSpecialised } from './specialised';

/** The workloads, and what they are called in the table. */
const WORKLOADS = [
	{ workload: 'queue', name: 'M/M/1' },
	{ workload: 'line', name: 'channel of 10' },
	{ workload: 'tasks', name: '100 permits' }
] as const;

/** The kernel against a peer, against loops that know only their model, and against itself. */
export async function benchKernel(): Promise<readonly Verdict[]> {
	const peer = await loadPeer();
	const works = {
		'queue on the kernel': queueOnTheKernel,
		'queue specialised': queueSpecialised,
		'queue on simjs': () => queueOnPeer(peer),
		'line on the kernel': lineOnTheKernel,
		'line by hand': lineByHand,
		'line specialised': lineSpecialised,
		'line on simjs': () => lineOnPeer(peer),
		'tasks on the kernel': tasksOnTheKernel,
		'tasks specialised': tasksSpecialised,
		'tasks on simjs': () => tasksOnPeer(peer)
	};
	expectSameEnd(works);
	const ratio = ratiosOf(works);
	return [
		...WORKLOADS.flatMap(({ workload, name }): Verdict[] => [
			{
				name: `${name}, bare kernel against simjs 2.0.3`,
				measured: ratio(`${workload} on simjs`, `${workload} on the kernel`),
				relation: 'at least',
				limit: 5,
				unit: 'times as fast'
			},
			{
				name: `${name}, bare kernel against a specialised loop`,
				measured: ratio(`${workload} on the kernel`, `${workload} specialised`),
				relation: 'at most',
				limit: 5,
				unit: 'times as slow'
			}
		]),
		{
			name: 'channel of 10, generators against hand-written processes',
			measured: ratio('line on the kernel', 'line by hand'),
			relation: 'at most',
			limit: 1.6,
			unit: 'times as slow'
		}
	];
}

/** All competitors of a workload must finish at the same nanosecond, or they did not do the same. */
function expectSameEnd(works: Readonly<Record<string, Work>>): void {
	for (const { workload } of WORKLOADS) {
		const ends = Object.entries(works)
			.filter(([name]) => name.startsWith(workload))
			.map(([, work]) => work());
		if (new Set(ends).size !== 1) throw new Error(`${workload}: ends at ${ends.join(', ')} ns`);
	}
}
