// Runs on the page before anything else of it, and notes what a page may never do in
// `globalThis.complaints`: a breach of the Content Security Policy or of Trusted Types, an error in
// the console, an error that nobody caught, or a file that did not load.
/** @type {string[]} */
const complaints = [];
Object.assign(globalThis, { complaints });

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
	complaints.push(`policy: ${violatedDirective} blocked ${blockedURI}`);
});
// An error that nobody caught comes to the window; that of an element is seen only on its way there.
addEventListener(
	'error',
	(/** @type {Event} */ event) => {
		complaints.push(
			event instanceof ErrorEvent
				? `uncaught: ${event.message}`
				: `not loaded: ${event.target instanceof Element ? event.target.outerHTML : event.target}`
		);
	},
	true
);
addEventListener('unhandledrejection', ({ reason }) => {
	complaints.push(`uncaught: ${reason}`);
});
console.error = (...words) => {
	complaints.push(`console: ${words.join(' ')}`);
};
