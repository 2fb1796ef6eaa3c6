/**
 * Puts the motion that a link asks for on the page, where the style sheets read it; `auto` leaves it
 * to the system.
 */
export function showMotion(motion: 'auto' | 'full' | 'reduced'): void {
	if (motion === 'auto') document.documentElement.removeAttribute('data-motion');
	else document.documentElement.dataset['motion'] = motion;
}
