import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ParameterControl from '../../src/controls/knobs/ParameterControl.svelte';
import { parameter } from '../../src/core/scenario/parameters';
import type { ParameterKey, ParameterValue } from '../../src/core/scenario/scenario';
import '../../src/design/base.css';
import '../../src/design/tokens.css';

interface Knob {
	readonly changes: ParameterValue[];
	readonly previews: ParameterValue[];
	takenBack: number;
}

/** A knob whose owner takes every change, and what it was told. */
async function mountKnob(key: ParameterKey, value: ParameterValue): Promise<Knob> {
	const knob: Knob = { changes: [], previews: [], takenBack: 0 };
	const screen = await render(ParameterControl, {
		parameter: parameter(key),
		value,
		onpreview: (next: ParameterValue) => knob.previews.push(next),
		ontakeback: () => {
			knob.takenBack++;
		},
		onchange: (next: ParameterValue) => {
			knob.changes.push(next);
			void screen.rerender({ value: next });
		}
	});
	return knob;
}

const slider = (name: string) => page.getByRole('slider', { name });
const field = (name: string) => page.getByRole('spinbutton', { name });
const button = (name: string) => page.getByRole('button', { name });

async function type(name: string, text: string): Promise<void> {
	await userEvent.fill(field(name), text);
	await userEvent.keyboard('{Enter}');
}

test('a knob is a slider, a value with its unit, a number field and two buttons, all named', async () => {
	await mountKnob('source.rate', 600);
	await expect.element(slider('Arrival rate')).toHaveAttribute('aria-valuetext', '600 per second');
	await expect.element(field('Arrival rate')).toHaveValue('600');
	await expect.element(page.getByText('600 /s', { exact: true })).toBeVisible();
	await expect.element(button('Decrease Arrival rate')).toBeVisible();
	await expect.element(button('Increase Arrival rate')).toBeVisible();
});

test('a typed number is one change, in the unit of the scenario', async () => {
	const knob = await mountKnob('consumer.serviceTime', 0.008);
	await type('Service time', '28.4');
	expect(knob.changes).toEqual([0.0284]);
	await expect
		.element(slider('Service time'))
		.toHaveAttribute('aria-valuetext', '28.4 milliseconds');
});

test('a sentence on a correction lives no longer than the value that it is about', async () => {
	await mountKnob('consumer.workers', 4);
	await type('Workers', '2.5');
	const sentence = page.getByText('Workers is a whole number, so 2.5 became 3.');
	await expect.element(sentence).toBeVisible();
	await userEvent.click(button('Increase Workers'));
	await expect.element(sentence).not.toBeInTheDocument();
});

test('a finger that turns out to scroll the page turns no knob', async () => {
	const knob = await mountKnob('source.rate', 600);
	const input = slider('Arrival rate').element() as HTMLInputElement;
	input.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
	input.valueAsNumber = 900;
	input.dispatchEvent(new Event('input', { bubbles: true }));
	input.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch', bubbles: true }));
	input.dispatchEvent(new Event('change', { bubbles: true }));
	expect([knob.changes, knob.takenBack]).toEqual([[], 1]);
	await expect.element(slider('Arrival rate')).toHaveAttribute('aria-valuetext', '600 per second');
});

test('a typed number that cannot be is corrected, with a sentence that describes the field', async () => {
	const knob = await mountKnob('consumer.workers', 4);
	await type('Workers', '2.5');
	expect(knob.changes).toEqual([3]);
	await expect.element(field('Workers')).toHaveValue('3');
	await expect
		.element(field('Workers'))
		.toHaveAccessibleDescription('Workers is a whole number, so 2.5 became 3.');

	await type('Workers', 'lots');
	expect(knob.changes).toEqual([3]);
	await expect.element(field('Workers')).toHaveValue('3');
	await expect.element(page.getByText(/lots.* is not a number/)).toBeVisible();

	await type('Workers', '5');
	expect(knob.changes).toEqual([3, 5]);
	await expect.element(page.getByText('is not a number')).not.toBeInTheDocument();
});

test('Escape gives up what was typed', async () => {
	const knob = await mountKnob('consumer.workers', 4);
	await userEvent.fill(field('Workers'), '77');
	await userEvent.keyboard('{Escape}');
	await expect.element(field('Workers')).toHaveValue('4');
	await userEvent.tab();
	expect(knob.changes).toEqual([]);
});

test('each arrow key on the slider reaches the next value and is one change', async () => {
	const knob = await mountKnob('consumer.workers', 4);
	slider('Workers').element().focus();
	await userEvent.keyboard('{ArrowRight}');
	await userEvent.keyboard('{ArrowUp}');
	await userEvent.keyboard('{ArrowLeft}');
	await userEvent.keyboard('{PageUp}');
	expect(knob.changes).toEqual([5, 6, 5, 15]);
	await userEvent.keyboard('{End}');
	await userEvent.keyboard('{Home}');
	expect(knob.changes.slice(4)).toEqual([200, 0]);
});

test('a key held down is one change, at its release', async () => {
	const knob = await mountKnob('consumer.workers', 4);
	slider('Workers').element().focus();
	await userEvent.keyboard('{ArrowRight>3/}');
	expect(knob.previews).toEqual([5, 6, 7]);
	expect(knob.changes).toEqual([7]);
});

test('a drag previews as it goes and is one change at its release', async () => {
	const knob = await mountKnob('source.rate', 600);
	const { width, height } = slider('Arrival rate').element().getBoundingClientRect();
	await userEvent.dragAndDrop(slider('Arrival rate'), slider('Arrival rate'), {
		sourcePosition: { x: width * 0.65, y: height / 2 },
		targetPosition: { x: width * 0.2, y: height / 2 }
	});
	expect(knob.previews.length).toBeGreaterThan(0);
	expect(knob.changes).toEqual([knob.previews.at(-1)]);
	expect(knob.changes[0]).toBeLessThan(20);
});

test('minus and plus go one value, and the number of changes is the number of clicks', async () => {
	const knob = await mountKnob('buffer.capacity', 1);
	await userEvent.click(button('Decrease Buffer size'));
	await userEvent.click(button('Increase Buffer size'));
	await userEvent.click(button('Increase Buffer size'));
	expect(knob.changes).toEqual([0, 1, 2]);
});

test('at the end of the slider minus changes nothing', async () => {
	const knob = await mountKnob('buffer.capacity', 0);
	await userEvent.click(button('Decrease Buffer size'));
	expect(knob.changes).toEqual([]);
});

test('none is a box of its own and gives the number back', async () => {
	const knob = await mountKnob('memory.limit', 2000);
	await userEvent.click(page.getByRole('checkbox', { name: 'Memory limit: none' }));
	expect(knob.changes).toEqual([null]);
	await expect.element(slider('Memory limit')).toBeDisabled();
	await userEvent.click(page.getByRole('checkbox', { name: 'Memory limit: none' }));
	expect(knob.changes).toEqual([null, 2000]);
});

test('a number without a slider is a field, and has none where that is allowed', async () => {
	const knob = await mountKnob('source.limit', null);
	await expect.element(field('Messages in all')).not.toBeInTheDocument();
	await userEvent.click(page.getByRole('checkbox', { name: 'Messages in all: no end' }));
	await type('Messages in all', '500');
	expect(knob.changes.at(-1)).toBe(500);
});

test('few choices are radio buttons in a named group', async () => {
	const knob = await mountKnob('buffer.whenFull', 'block');
	await expect.element(page.getByRole('group', { name: 'When full' })).toBeVisible();
	await expect.element(page.getByRole('radio', { name: 'send waits' })).toBeChecked();
	await userEvent.click(page.getByRole('radio', { name: 'drop the oldest' }));
	expect(knob.changes).toEqual(['drop-oldest']);
});

test('many choices are a menu', async () => {
	const knob = await mountKnob('consumer.distribution', 'exponential');
	const menu = page.getByRole('combobox', { name: 'Service times are' });
	await userEvent.selectOptions(menu, 'lognormal');
	expect(knob.changes).toEqual(['lognormal']);
});

test('on or off is a switch', async () => {
	const knob = await mountKnob('lag.available', true);
	await userEvent.click(page.getByRole('switch', { name: 'Lag can be read' }));
	expect(knob.changes).toEqual([false]);
	await expect.element(page.getByRole('switch', { name: 'Lag can be read' })).not.toBeChecked();
});

test('what a knob does describes it always, and shows when asked for', async () => {
	const props = { value: 600, onchange: () => {}, parameter: parameter('source.rate') };
	const screen = await render(ParameterControl, props);
	const { help } = props.parameter;
	await expect.element(slider('Arrival rate')).toHaveAccessibleDescription(help);
	await expect.element(page.getByText(help)).not.toBeVisible();
	await screen.rerender({ explains: true });
	await expect.element(page.getByText(help)).toBeVisible();
});

test.each([
	['source.process', 'poisson', 'group'],
	['source.burst.on', 1, 'slider'],
	['seed', 7, 'spinbutton']
] as const)('%s says beside its name that it starts the run again', async (key, value, role) => {
	await mountKnob(key, value);
	const { label, help } = parameter(key);
	await expect.element(page.getByText('starts the run again')).toBeVisible();
	const knob = page.getByRole(role, { name: label, exact: true });
	await expect.element(knob).toHaveAccessibleDescription(`starts the run again ${help}`);
});

test('a knob that turns while it runs does not say so', async () => {
	await mountKnob('source.rate', 600);
	await expect.element(page.getByText('starts the run again')).not.toBeInTheDocument();
});

test('a drag within one stop leaves the thumb at its value', async () => {
	const knob = await mountKnob('demand.window', 1);
	const input = slider('Window').element() as HTMLInputElement;
	input.value = '20';
	input.dispatchEvent(new InputEvent('input', { bubbles: true }));
	expect(input.value).toBe('0');
	expect(knob.previews).toEqual([]);
});

test('the number field does not lie over the button below it', async () => {
	await mountKnob('source.rate', 600);
	const input = field('Arrival rate').element().getBoundingClientRect();
	const plus = button('Increase Arrival rate').element().getBoundingClientRect();
	expect(input.bottom).toBeLessThanOrEqual(plus.top);
	expect(input.height).toBeGreaterThanOrEqual(24);
});
