import type { Change } from './listing';

/** What is said of lines that a mistake changes; nothing of those that it leaves alone. */
export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
	shared: '',
	removed: 'as it should be',
	added: 'as it is written here'
};
