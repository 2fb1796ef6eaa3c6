import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { WorkerLife } from '../../src/engine/worker-life';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

describe('the life of a Web Worker', () => {
	it('gives answers while it lasts, and errors as they are', async () => {
		const life = new WorkerLife();
		expect(await life.hear(Promise.resolve(1))).toBe(1);
		await expect(life.hear(Promise.reject(new Error('no such run')))).rejects.toThrow(
			'no such run'
		);
		expect(await life.hear(Promise.resolve(2))).toBe(2);
	});

	it('rejects what is under way when it ends, and what comes later, with the first reason', async () => {
		const life = new WorkerLife();
		const questions = [1, 2].map(() => life.hear(new Promise(() => {})));
		life.end(new Error('out of memory'));
		life.end(new Error('ended'));
		for (const question of [...questions, life.hear(Promise.resolve(3))]) {
			await expect(question).rejects.toThrow('out of memory');
		}
	});

	it('keeps no answer that was given', async () => {
		const life = new WorkerLife();
		const frames = Array.from({ length: 100 }, () => ({ digest: '' }));
		const kept = frames.map((frame) => new WeakRef(frame));
		for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
			await life.hear(Promise.resolve(frame));
		}
		await new Promise((resolve) => setImmediate(resolve));
		collectGarbage();
		// The last one may still lie in a register.
		expect(kept.filter((frame) => frame.deref() !== undefined).length).toBeLessThan(2);
	});
});
