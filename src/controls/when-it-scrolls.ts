import type { Attachment } from 'svelte/attachments';

/** So far a finger may stray up or down before it scrolls, in CSS pixels. */
const SLOP = 10;

/**
 * Watches a slider for a finger that came down on it only to scroll the page, which the slider has
 * taken for a turn by then; an attachment.
 * @param takeBack called once for each such finger
 */
export function whenItScrolls(takeBack: () => void): Attachment<HTMLElement> {
	return (slider) => {
		let start: { readonly x: number; readonly y: number } | null = null;
		const scrolls = () => {
			if (start !== null) takeBack();
			start = null;
		};
		const stop = new AbortController();
		const { signal } = stop;
		slider.addEventListener(
			'pointerdown',
			({ pointerType, clientX, clientY }) => {
				start = pointerType === 'touch' ? { x: clientX, y: clientY } : null;
			},
			{ signal }
		);
		slider.addEventListener(
			'pointermove',
			({ clientX, clientY }) => {
				if (start === null) return;
				const [across, down] = [Math.abs(clientX - start.x), Math.abs(clientY - start.y)];
				if (down > SLOP && down > across) scrolls();
			},
			{ signal }
		);
		slider.addEventListener('pointercancel', scrolls, { signal });
		return () => stop.abort();
	};
}
