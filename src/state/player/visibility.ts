/** Tells whenever an element leaves the screen or comes back; for `{@attach}`. */
export function onVisible(tell: (isVisible: boolean) => void): (element: Element) => () => void {
	return (element) => {
		const observer = new IntersectionObserver((entries) => {
			tell(entries.at(-1)?.isIntersecting ?? true);
		});
		observer.observe(element);
		return () => observer.disconnect();
	};
}
