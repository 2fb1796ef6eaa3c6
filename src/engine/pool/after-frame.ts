/** Where no picture is drawn, in a hidden page say, what waits for one goes on after so many ms. */
const AT_MOST = 250;

/** Waits until the page has drawn its next picture. */
export function afterFrame(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, AT_MOST);
		requestAnimationFrame(() => {
			clearTimeout(timer);
			// The page is drawn when all that waits for a frame has had its turn.
			setTimeout(resolve);
		});
	});
}
