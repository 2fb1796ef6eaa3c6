import type { Motion } from './address-view';

/** Whether the reader wants little motion: as the link says, else as the system says. */
export function isStill(motion: Motion): boolean {
	if (motion !== 'auto') return motion === 'reduced';
	return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
