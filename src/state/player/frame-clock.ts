/** Waits for the next frame of the screen; gives its time in milliseconds. */
export type FrameClock = () => Promise<number>;

/** The clock of this screen. It stands still while the page is hidden. */
export const screenClock: FrameClock = () =>
	new Promise((resolve) => requestAnimationFrame(resolve));
