import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { keyFocus } from '../../src/controls/transport/keyboard';
import Transport from '../../src/controls/transport/Transport.svelte';
import { plotInsets } from '../../src/design/plot';
import '../../src/design/base.css';
import '../../src/design/tokens.css';

const SECOND = 1e9;

function transportProps() {
	return {
		playing: false,
		time: 5 * SECOND,
		duration: 30 * SECOND,
		reached: 20 * SECOND,
		ended: false,
		speed: 0.05,
		heldSpeed: null,
		progress: null,
		marks: [{ time: 10 * SECOND, label: 'The buffer is full.', kind: 'moment' as const }],
		canUndo: false,
		canRedo: false,
		lock: null,
		onplay: vi.fn(),
		onpause: vi.fn(),
		onstep: vi.fn(),
		onstepback: vi.fn(),
		onnextmoment: vi.fn(),
		onscrub: vi.fn(),
		onseek: vi.fn(),
		onspeed: vi.fn(),
		onreset: vi.fn(),
		onrestorepreset: vi.fn(),
		onnewseed: vi.fn(),
		onundo: vi.fn(),
		onredo: vi.fn()
	};
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const scrubber = () => page.getByRole('slider', { name: 'Time' });

test.each([
	['Play', 'onplay'],
	['Step', 'onstep'],
	['Step back', 'onstepback'],
	['Next moment', 'onnextmoment'],
	['Reset', 'onreset'],
	['Restore preset', 'onrestorepreset'],
	['New seed', 'onnewseed']
] as const)('the button %s does that and nothing else', async (name, callback) => {
	await page.viewport(1280, 800);
	const props = transportProps();
	await render(Transport, props);
	await userEvent.click(button(name));
	const called = Object.entries(props).filter(
		([, prop]) => vi.isMockFunction(prop) && prop.mock.calls.length > 0
	);
	expect(called.map(([key]) => key)).toEqual([callback]);
});

test('Play is named Pause while playing', async () => {
	const props = transportProps();
	const screen = await render(Transport, { ...props, playing: true });
	await userEvent.click(button('Pause'));
	expect(props.onpause).toHaveBeenCalledOnce();
	await screen.rerender({ playing: false });
	await expect.element(button('Play')).toBeVisible();
});

test('Undo can be reached and does nothing until there is something to undo', async () => {
	const props = transportProps();
	const screen = await render(Transport, props);
	await expect.element(button('Undo')).toBeDisabled();
	button('Undo')
		.element()
		.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	expect(props.onundo).not.toHaveBeenCalled();
	await screen.rerender({ canUndo: true });
	await userEvent.click(button('Undo'));
	expect(props.onundo).toHaveBeenCalledOnce();
});

test('the scrubber says the time, and what happened there', async () => {
	const screen = await render(Transport, transportProps());
	await expect.element(scrubber()).toHaveAttribute('aria-valuetext', '5 seconds');
	await screen.rerender({ time: 12.5 * SECOND });
	await expect.element(scrubber()).toHaveAttribute('aria-valuetext', '12.5 seconds');
	await screen.rerender({ time: 10 * SECOND });
	await expect
		.element(scrubber())
		.toHaveAttribute('aria-valuetext', '10 seconds, The buffer is full.');
});

test('a number of seconds put into the scrubber is sought to the nanosecond', async () => {
	const props = transportProps();
	await render(Transport, props);
	await userEvent.fill(scrubber(), '12.345678901');
	expect(props.onseek.mock.calls).toEqual([[12_345_678_901]]);
});

/** Drags the thumb from 5 s to about 15 s. */
async function dragToTheMiddle(): Promise<void> {
	const { width, height } = scrubber().element().getBoundingClientRect();
	await userEvent.dragAndDrop(scrubber(), scrubber(), {
		sourcePosition: { x: width / 6, y: height / 2 },
		targetPosition: { x: width / 2, y: height / 2 }
	});
	await tick();
}

test('a drag scrubs as it goes and seeks once, at its release', async () => {
	const props = transportProps();
	await render(Transport, props);
	await dragToTheMiddle();
	expect(props.onscrub).toHaveBeenCalled();
	expect(props.onseek).toHaveBeenCalledOnce();
	const [to] = props.onseek.mock.calls[0] ?? [];
	expect(to).toBe(props.onscrub.mock.calls.at(-1)?.[0]);
	expect(to / SECOND).toBeGreaterThan(14);
	expect(to / SECOND).toBeLessThan(16);
});

test('arrow keys on the scrubber go a thousandth of the run, with Shift ten, a page a hundred, and seek at their release', async () => {
	const props = transportProps();
	const screen = await render(Transport, props);
	// The run follows.
	props.onseek.mockImplementation((time) => screen.rerender({ time }));
	scrubber().element().focus();
	await userEvent.keyboard('{ArrowRight}');
	await userEvent.keyboard('{ArrowLeft>3/}');
	await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
	await userEvent.keyboard('{PageUp}');
	const sought = props.onseek.mock.calls.map(([to]) => to / SECOND);
	expect(sought).toEqual([5.03, 4.94, 5.24, 8.24]);
	expect(props.onscrub).toHaveBeenCalledTimes(6);
});

test('after its release the thumb stays where it was put until the run has followed, then it is where the run is', async () => {
	let arrive = () => {};
	const onseek = () =>
		new Promise<void>((resolve) => {
			arrive = resolve;
		});
	const screen = await render(Transport, { ...transportProps(), onseek });
	await dragToTheMiddle();
	await expect.element(scrubber()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^15/));
	await screen.rerender({ time: 15 * SECOND });
	arrive();
	await tick();
	// Also where it stood before the drag, as after Reset.
	await screen.rerender({ time: 5 * SECOND });
	await expect.element(scrubber()).toHaveAttribute('aria-valuetext', '5 seconds');
});

test('of what happens a moment later the scrubber says nothing yet', async () => {
	const marks = [{ time: 0.04 * SECOND, label: 'The buffer got full.', kind: 'moment' as const }];
	const screen = await render(Transport, { ...transportProps(), marks, time: 0 });
	await expect.element(scrubber()).toHaveAttribute('aria-valuetext', '0 seconds');
	await screen.rerender({ time: 0.04 * SECOND });
	await expect
		.element(scrubber())
		.toHaveAttribute('aria-valuetext', '0.04 seconds, The buffer got full.');
});

test('a finger that turns out to scroll the page takes the scrubber back to where the run stood', async () => {
	const props = transportProps();
	await render(Transport, props);
	const input = scrubber().element() as HTMLInputElement;
	input.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
	input.valueAsNumber = 19;
	input.dispatchEvent(new Event('input', { bubbles: true }));
	input.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch', bubbles: true }));
	input.dispatchEvent(new Event('change', { bubbles: true }));
	expect(props.onseek.mock.calls).toEqual([[5 * SECOND]]);
	expect(input.valueAsNumber).toBe(5);
});

test.each([912, 720, 343])(
	'at %d px the axis of the scrubber is that of the charts',
	async (width) => {
		await page.viewport(1280, 800);
		const { container } = await render(Transport, transportProps());
		container.style.width = `${width}px`;
		const insets = plotInsets(width);
		const block = container.getBoundingClientRect();
		await vi.waitFor(() => {
			// The thumb's middle runs from half a thumb inside one end to half a thumb inside the other.
			const input = scrubber().element().getBoundingClientRect();
			const half = 9;
			expect(input.left + half - block.left).toBeCloseTo(insets.start, 1);
			expect(block.left + width - (input.right - half)).toBeCloseTo(insets.end, 1);
		});
	}
);

test('the speed menu offers 1/100 to 100 and says what can be held', async () => {
	const props = transportProps();
	const screen = await render(Transport, props);
	const menu = page.getByRole('combobox', { name: 'Speed' });
	await userEvent.selectOptions(menu, '1/100');
	await userEvent.selectOptions(menu, '100×');
	expect(props.onspeed.mock.calls).toEqual([[0.01], [100]]);
	await screen.rerender({ speed: 100, heldSpeed: 62 });
	await expect.element(page.getByText('62×')).toBeVisible();
});

test.each([375, 320])(
	'on a phone of %d px it lies at the foot of the window, whole, with the speed at hand and the rest behind More',
	async (phone) => {
		await page.viewport(phone, 700);
		await render(Transport, transportProps());
		await expect.element(button('Play')).toBeVisible();
		await expect.element(button('Step')).toBeVisible();
		await expect.element(scrubber()).toBeVisible();
		await expect.element(page.getByRole('combobox', { name: 'Speed' })).toBeVisible();
		await expect.element(button('Reset')).not.toBeInTheDocument();
		const section = page
			.getByRole('region', { name: 'Transport' })
			.element()
			.getBoundingClientRect();
		expect(section.bottom).toBe(700);
		expect(section.height).toBeLessThanOrEqual(112);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(phone);

		await userEvent.click(button('More'));
		for (const name of [
			'Step back',
			'Next moment',
			'Reset',
			'Restore preset',
			'New seed',
			'Undo'
		]) {
			await expect.element(button(name)).toBeVisible();
		}
		await expect.element(button('Less')).toHaveAttribute('aria-expanded', 'true');
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(phone);
		await page.viewport(1280, 800);
	}
);

test('keys know a field from the figure and the figure from the page', () => {
	document.body.insertAdjacentHTML(
		'beforeend',
		'<figure tabindex="0" id="f"><input id="t"><input type="range" id="r"><select id="s"></select></figure>'
	);
	const element = (id: string) => document.getElementById(id);
	const figure = element('f');
	expect(keyFocus(figure, figure)).toBe('figure');
	expect(keyFocus(element('t'), figure)).toBe('text');
	expect(keyFocus(element('s'), figure)).toBe('text');
	expect(keyFocus(element('r'), figure)).toBe('page');
	expect(keyFocus(document.body, figure)).toBe('page');
	figure?.remove();
});
