import workerUrl from '../engine.worker?worker&url';

/** The slice of Trusted Types that is needed here; TypeScript's DOM library lacks it. */
interface TrustedTypesFactory {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };

// Accepts the bundled Web Worker and nothing else.
const policy = trustedTypes?.createPolicy('pushback-worker', {
	createScriptURL(url) {
		if (url !== workerUrl) throw new TypeError('only the bundled Web Worker may run');
		return url;
	}
});

/** Starts a Web Worker with an engine and a runner in it; the name is for who looks from outside. */
export function startWorker(name: 'pushback-engine' | 'pushback-pool' = 'pushback-engine'): Worker {
	const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
	return new Worker(url, { type: 'module', name });
}
