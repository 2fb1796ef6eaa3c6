import type { Motion } from './address/address-view';

// Asked for once: every question about the media may bring the page's styles up to date first.
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader wants little motion: as the link says, else as the system says. */
export function isStill(motion: Motion): boolean {
	return motion === 'auto' ? reduced.matches : motion === 'reduced';
}
