import { WorkerConnection } from '../../engine/connection/connection';
import { startWorker } from '../../engine/connection/start-worker';
import type { Rung } from './engine-host';

/** How a page of the site has its engine: in a Web Worker, or where none starts on the page itself. */
export const ENGINE_LADDER: readonly Rung[] = [
	{ start: () => new WorkerConnection(startWorker()), notice: null },
	{
		start: async () => {
			const { LocalConnection } = await import('../../engine/connection/local-connection');
			return new LocalConnection();
		},
		notice: (reason) =>
			`No Web Worker can be started here (${reason}), so the run is worked out on the page itself and may move less smoothly.`
	}
];
