import { createRawSnippet, tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConservationLine from '../../src/controls/ConservationLine.svelte';
import CopyLink from '../../src/controls/CopyLink.svelte';
import MistakeSwitches from '../../src/controls/knobs/MistakeSwitches.svelte';
import Notices from '../../src/controls/Notices.svelte';
import Readings from '../../src/controls/Readings.svelte';
import StatusLine from '../../src/controls/transport/StatusLine.svelte';
import { STRATEGIES } from '../../src/core/strategies/strategies';
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
			judged: null,
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
		'13 440 offered = 11 186 done + 0 refused + 12 dropped + 0 lost + 2 228 waiting at the source or in hand + 10 queued + 4 in service'
	);
	expect(line.scrollWidth).toBeLessThanOrEqual(320);
	await page.viewport(1280, 800);
});

test('the account of messages tells those done in time from those done late where there is a deadline', async () => {
	await render(ConservationLine, {
		counts: {
			offered: 120,
			done: 100,
			judged: { inTime: 80, late: 20 },
			refused: 0,
			dropped: 0,
			lost: 0,
			waitingAtSource: 6,
			queued: 10,
			inService: 4
		}
	});
	const line = page.getByRole('group', { name: 'Every message is somewhere' });
	await expect.element(line.getByLabelText('done late')).toHaveTextContent('20');
	expect(line.element().textContent?.replace(/\s+/g, ' ')).toContain(
		'120 offered = 80 done in time + 20 done late + 0 refused'
	);
});

test('a mistake is a switch that says what is seen and how to mend it while it is on', async () => {
	const { mistakes } = STRATEGIES.planOf('bounded-concurrency');
	const onswitch = vi.fn();
	const onpreset = vi.fn();
	const presets = STRATEGIES.presetsOf('bounded-concurrency');
	const [current] = presets;
	const props = { mistakes, presets, current, onswitch, onpreset };
	const screen = await render(MistakeSwitches, { ...props, on: [] });
	const leak = page.getByRole('switch', { name: 'a permit that is not given back' });
	await expect.element(leak).not.toBeChecked();
	expect(page.getByText('To mend it').query()).toBeNull();
	await leak.click();
	expect(onswitch).toHaveBeenCalledWith(['leaks-permits']);
	await screen.rerender({ ...props, on: ['leaks-permits'] });
	await expect.element(leak).toBeChecked();
	await expect.element(leak).toHaveAccessibleDescription(/Every hundredth task .* To mend it/);
	// The mistakes keep their order, whichever is switched first.
	await screen.rerender({ ...props, on: ['spawns-without-limit'] });
	await leak.click();
	expect(onswitch).toHaveBeenLastCalledWith(['leaks-permits', 'spawns-without-limit']);
	// Where it is seen best is a step away, and is not said where one is there already.
	const best = page.getByRole('link', { name: 'A task for every message' });
	await best.click();
	const taskForEach = STRATEGIES.presetById('task-for-each');
	expect(onpreset).toHaveBeenCalledWith(taskForEach);
	await screen.rerender({
		...props,
		current: taskForEach ?? current,
		on: ['spawns-without-limit']
	});
	expect(best.query()).toBeNull();
});

test('the status line says an event at once, and what follows too soon waits', async () => {
	vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	try {
		const screen = await render(StatusLine, {
			announcement: { sentence: 'Playing.' },
			playing: true
		});
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

test('the status line says a jump at once, empties at once, and says no event twice in a row', async () => {
	const full = { sentence: 'At 1 s: The buffer is full.' };
	const screen = await render(StatusLine, { announcement: full, playing: false });
	const line = page.getByRole('status', { name: 'Events' }).element();
	const written: string[] = [];
	const observer = new MutationObserver(() => written.push(line.textContent ?? ''));
	observer.observe(line, { childList: true, characterData: true, subtree: true });
	const next = async (props: { announcement: typeof full | null; playing?: boolean }) => {
		await screen.rerender(props);
		await tick();
	};
	await next({ announcement: { sentence: 'At 2 s: The producer is held back.' } });
	await next({ announcement: null });
	await next({ announcement: full });
	await next({ announcement: { ...full }, playing: true });
	await next({ announcement: { ...full }, playing: false });
	observer.disconnect();
	expect(written).toEqual(['At 2 s: The producer is held back.', '', full.sentence]);
});

test('what waits to be said while it plays is said as soon as it stands still', async () => {
	const screen = await render(StatusLine, { announcement: { sentence: 'one' }, playing: true });
	const line = page.getByRole('status', { name: 'Events' }).element();
	await screen.rerender({ announcement: { sentence: 'two' } });
	expect(line.textContent).toBe('one');
	await screen.rerender({ playing: false });
	expect(line.textContent).toBe('two');
});

test('a notice comes into a live region that was there before it', async () => {
	const screen = await render(Notices, { notices: [], ondismiss: vi.fn() });
	const region = screen.container.querySelector('[aria-live="polite"]');
	await screen.rerender({
		notices: [{ id: 'x', sentence: 'The engine was replaced.', action: null }]
	});
	expect(region?.textContent).toContain('The engine was replaced.');
});

test('what the readings mean is shown when asked for', async () => {
	const items = [
		{ key: 'a', label: 'throughput', text: '5', unit: '/s', meaning: 'done per second' }
	];
	await render(Readings, { time: 0, items });
	await expect.element(page.getByText('done per second')).not.toBeInTheDocument();
	await userEvent.click(page.getByRole('button', { name: 'Explain the readings' }));
	await expect.element(page.getByText('done per second')).toBeVisible();
	await expect.element(page.getByLabelText('throughput')).toHaveTextContent('5 /s');
});

test('a link is copied and said; where the clipboard is closed it shows itself, selected', async () => {
	const link = () => 'https://example.org/lab/?t=1.5';
	const oncopied = vi.fn();
	const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
	await render(CopyLink, { link, oncopied });
	const button = page.getByRole('button', { name: 'Copy link to this moment' });
	await userEvent.click(button);
	await vi.waitFor(() => expect(oncopied).toHaveBeenCalledOnce());
	expect(write.mock.calls).toEqual([[link()]]);

	write.mockRejectedValueOnce(new DOMException('blocked', 'NotAllowedError'));
	await userEvent.click(button);
	const field = page.getByRole('textbox', { name: 'Link to this moment' });
	await expect.element(field).toHaveValue(link());
	await expect.element(field).toHaveFocus();
	expect(getSelection()?.toString()).toBe(link());
	expect(oncopied).toHaveBeenCalledOnce();
	write.mockRestore();
});

test('a notice is text, whatever it holds, and can be put away', async () => {
	const ondismiss = vi.fn();
	await render(Notices, {
		notices: [
			{ id: 'x', sentence: 'The link asked for <img src=x onerror=alert(1)>.', action: null }
		],
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
