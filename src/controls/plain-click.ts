/** Whether a click on a link is meant for this page, and not for a tab or a window of its own. Pure. */
export function isPlainClick({ metaKey, ctrlKey, shiftKey }: MouseEvent): boolean {
	return !metaKey && !ctrlKey && !shiftKey;
}
