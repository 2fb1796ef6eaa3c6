/** What the reader can choose; `auto` follows the system. In the order of the menu. */
export const THEMES = ['auto', 'light', 'dark', 'contrast', 'projector'] as const;

export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'pushback-theme';

/** Whether a word from a link or from storage names a theme. Pure. */
export function isTheme(word: unknown): word is Theme {
	return THEMES.some((theme) => theme === word);
}

/** The theme that was stored, or `auto`. Storage throws in embeds; that counts as nothing stored. */
export function readTheme(): Theme {
	try {
		const stored = localStorage.getItem(STORAGE_KEY);
		return isTheme(stored) ? stored : 'auto';
	} catch {
		return 'auto';
	}
}

/** Puts a theme on the page without storing it, as a link asks for it. */
export function showTheme(theme: Theme): void {
	if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
	else document.documentElement.dataset['theme'] = theme;
}

/** Puts a theme on the page and stores it where storage is allowed. */
export function applyTheme(theme: Theme): void {
	showTheme(theme);
	try {
		localStorage.setItem(STORAGE_KEY, theme);
	} catch {
		// An embed without storage keeps the theme for as long as it is open.
	}
}
