import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConservationLine from '../../src/controls/ConservationLine.svelte';
import Notices from '../../src/controls/Notices.svelte';
import Readings from '../../src/controls/Readings.svelte';
import StatusLine from '../../src/controls/StatusLine.svelte';
import { readTheme } from '../../src/design/theme';
import Shell from '../../src/pages/Shell.svelte';
import '../../src/design/base.css';
import '../../src/design/tokens.css';

const children = createRawSnippet(() => ({ render: () => '<p>The content.</p>' }));

beforeEach(() => {
	localStorage.clear();
	document.documentElement.removeAttribute('data-theme');
});

test('every reading is an output named by the text below it', async () => {
	await render(Readings, {
		time: 22.4e9,
		items: [
			{ key: 'a', label: 'throughput', text: '500', unit: '/s', meaning: 'done per second' },
			{ key: 'b', label: 'messages in memory', text: '10', unit: '', meaning: 'now' }
		]
	});
	await expect.element(page.getByRole('heading', { name: 'At 22.4 s' })).toBeVisible();
	await expect.element(page.getByLabelText('throughput')).toHaveTextContent('500 /s');
	expect(page.getByLabelText('messages in memory').element().textContent).toBe('10');
});

test('the account of messages shows every term, zeros too, and fits 320 px', async () => {
	await page.viewport(320, 700);
	await render(ConservationLine, {
		counts: {
			offered: 13_440,
			done: 11_186,
			refused: 0,
			dropped: 12,
			lost: 0,
			waitingAtSource: 2228,
			queued: 10,
			inService: 4
		}
	});
	const line = page.getByRole('group', { name: 'Every message is somewhere' }).element();
	expect(line.textContent?.replace(/\s+/g, ' ').trim()).toBe(
		'13 440 offered = 11 186 done + 0 refused + 12 dropped + 0 lost + 2 228 waiting at the source + 10 queued + 4 in service'
	);
	expect(line.scrollWidth).toBeLessThanOrEqual(320);
	await page.viewport(1280, 800);
});

test('the status line says an event at once, and what follows too soon waits', async () => {
	vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	try {
		const screen = await render(StatusLine, { announcement: { sentence: 'Playing.' } });
		const line = page.getByRole('status', { name: 'Events' }).element();
		expect(line.textContent).toBe('Playing.');
		await screen.rerender({ announcement: { sentence: 'The buffer is full.' } });
		await screen.rerender({ announcement: { sentence: 'Paused.' } });
		vi.advanceTimersByTime(2999);
		expect(line.textContent).toBe('Playing.');
		vi.advanceTimersByTime(1);
		expect(line.textContent).toBe('Paused.');
		expect(vi.getTimerCount()).toBe(0);
	} finally {
		vi.useRealTimers();
	}
});

test('a notice is text, whatever it holds, and can be put away', async () => {
	const ondismiss = vi.fn();
	await render(Notices, {
		notices: [{ id: 'x', sentence: 'The link asked for <img src=x onerror=alert(1)>.' }],
		ondismiss
	});
	await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
	await userEvent.click(page.getByRole('button', { name: /^Dismiss/ }));
	expect(ondismiss.mock.calls).toEqual([['x']]);
});

test('the shell leads to the pages that exist, by relative links', async () => {
	await render(Shell, { home: '../', current: 'lab', children });
	await expect.element(page.getByRole('link', { name: 'Pushback' })).toHaveAttribute('href', '../');
	const lab = page.getByRole('navigation').getByRole('link', { name: 'Lab' });
	await expect.element(lab).toHaveAttribute('href', '../lab/');
	await expect.element(lab).toHaveAttribute('aria-current', 'page');
	await expect.element(page.getByRole('main')).toHaveTextContent('The content.');
});

test('the first stop of the keyboard skips to the content', async () => {
	await render(Shell, { home: './', current: 'start', children });
	await userEvent.tab();
	await expect.element(page.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('main')).toHaveFocus();
});

test('a chosen theme holds on the page and is kept', async () => {
	const ontheme = vi.fn();
	await render(Shell, { home: './', current: 'lab', ontheme, children });
	const menu = page.getByRole('combobox', { name: 'Theme' });
	await userEvent.selectOptions(menu, 'dark');
	expect(document.documentElement.dataset['theme']).toBe('dark');
	expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgb(21, 23, 27)');
	expect(readTheme()).toBe('dark');
	expect(ontheme.mock.calls).toEqual([['dark']]);
	await userEvent.selectOptions(menu, 'auto');
	expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
});

test('without storage, as in an embed, the theme still changes', async () => {
	const refuse = () => {
		throw new DOMException('blocked', 'SecurityError');
	};
	const spies = [
		vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse),
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
	];
	await render(Shell, { home: './', current: 'lab', theme: 'contrast', children });
	expect(document.documentElement.dataset['theme']).toBe('contrast');
	await userEvent.selectOptions(page.getByRole('combobox', { name: 'Theme' }), 'projector');
	expect(document.documentElement.dataset['theme']).toBe('projector');
	for (const spy of spies) spy.mockRestore();
});

test('Help lists the keys in a dialog that Escape closes and that opens again', async () => {
	await render(Shell, { home: './', current: 'lab', children });
	const dialog = page.getByRole('dialog', { name: 'Keys' });
	for (let round = 0; round < 2; round += 1) {
		await userEvent.click(page.getByRole('button', { name: 'Help' }));
		await expect.element(dialog).toBeVisible();
		await expect.element(dialog.getByText('right arrow').first()).toBeInTheDocument();
		await userEvent.keyboard('{Escape}');
		await expect.element(dialog).not.toBeInTheDocument();
	}
});
