// Puts the reader's theme on the page before the first paint. A classic script, because a module
// would come too late; storage may be forbidden, and then the system's theme stands.
try {
	const theme = localStorage.getItem('pushback-theme');
	if (theme && theme !== 'auto') document.documentElement.dataset.theme = theme;
} catch {}
