import { describe, expect, it } from 'vitest';
import { type KeyStroke, transportAction } from '../../../src/controls/transport/keyboard';
import { nextSpeed, SPEEDS, speedChoices, speedText } from '../../../src/controls/transport/speeds';
import {
	announce,
	atOnce,
	dueIn,
	QUIET_MS,
	SILENT,
	settle
} from '../../../src/controls/transport/status-pace';
import { ticks } from '../../../src/controls/transport/transport-marks';

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

function stroke(key: string, code: string, held: Partial<KeyStroke> = {}): KeyStroke {
	return { ...NONE, key, code, ...held };
}

const KEYS = [
	[stroke(' ', 'Space'), 'toggle'],
	[stroke('k', 'KeyK'), 'toggle'],
	[stroke('ArrowRight', 'ArrowRight'), 'step'],
	[stroke('.', 'Period'), 'step'],
	[stroke('ArrowLeft', 'ArrowLeft'), 'step-back'],
	[stroke(',', 'Comma'), 'step-back'],
	[stroke('ArrowRight', 'ArrowRight', { shiftKey: true }), 'next-moment'],
	[stroke('Home', 'Home'), 'start'],
	[stroke('End', 'End'), 'end'],
	[stroke('<', 'Comma', { shiftKey: true }), 'slower'],
	[stroke('>', 'Period', { shiftKey: true }), 'faster'],
	[stroke('r', 'KeyR'), 'reset'],
	[stroke('?', 'Slash', { shiftKey: true }), 'help']
] as const;

/** With Alt, a way back, forth or home that the browser has already. */
function isBrowsers({ key, shiftKey }: KeyStroke): boolean {
	return !shiftKey && ['ArrowRight', 'ArrowLeft', 'Home', 'End'].includes(key);
}

describe('keys', () => {
	it.each(KEYS)('%j on the figure means %s', (key, action) => {
		expect(transportAction(key, 'figure')).toBe(action);
	});

	it.each(KEYS.filter(([key]) => !isBrowsers(key)))(
		'%j with Alt means %s anywhere, whatever character Alt makes of it',
		(key, action) => {
			const made = { ...key, altKey: true, key: key.key.length === 1 ? '\u00AE' : key.key };
			expect(transportAction(made, 'page')).toBe(action);
			expect(transportAction(made, 'figure')).toBe(action);
		}
	);

	it.each(KEYS.filter(([key]) => isBrowsers(key)))('%j with Alt is the browser\u2019s', (key) => {
		expect(transportAction({ ...key, altKey: true }, 'page')).toBeNull();
		expect(transportAction({ ...key, altKey: true }, 'figure')).toBeNull();
	});

	it.each(KEYS)('%j alone means nothing elsewhere on the page', (key) => {
		expect(transportAction(key, 'page')).toBeNull();
	});

	it.each(KEYS)('%j means nothing in a field, with Alt or without', (key) => {
		expect(transportAction(key, 'text')).toBeNull();
		expect(transportAction({ ...key, altKey: true }, 'text')).toBeNull();
	});

	it.each(KEYS)('%j with Ctrl, Meta or AltGr is left to the browser', (key) => {
		expect(transportAction({ ...key, ctrlKey: true }, 'figure')).toBeNull();
		expect(transportAction({ ...key, metaKey: true }, 'figure')).toBeNull();
		expect(transportAction({ ...key, altKey: true, ctrlKey: true }, 'page')).toBeNull();
	});

	it('take capital letters too, and nothing else', () => {
		expect(transportAction(stroke('K', 'KeyK', { shiftKey: true }), 'figure')).toBe('toggle');
		for (const key of [
			'a',
			'Enter',
			'Escape',
			'Tab',
			'ArrowUp',
			'ArrowDown',
			'toString',
			'__proto__'
		]) {
			expect(transportAction(stroke(key, key), 'figure')).toBeNull();
			expect(transportAction(stroke(key, key, { altKey: true }), 'page')).toBeNull();
		}
	});
});

describe('the status line', () => {
	it('says the first event at once', () => {
		expect(announce(SILENT, 'Playing.', 0).said).toBe('Playing.');
	});

	it('says at most one event every 3 s, and of those that came too soon the latest', () => {
		let pace = announce(SILENT, 'one', 1000);
		pace = announce(pace, 'two', 1500);
		pace = announce(pace, 'three', 2000);
		expect(pace.said).toBe('one');
		expect(dueIn(pace, 2000)).toBe(2000);

		pace = settle(pace, 3999);
		expect(pace.said).toBe('one');
		pace = settle(pace, 4000);
		expect(pace).toEqual({ said: 'three', saidAt: 4000, waiting: null });
		expect(dueIn(pace, 4000)).toBeNull();
	});

	it('does not say again what it says, and then nothing older waits either', () => {
		let pace = announce(SILENT, 'one', 0);
		pace = announce(pace, 'two', 1000);
		expect(announce(pace, 'one', 2000)).toEqual({ said: 'one', saidAt: 0, waiting: null });
		expect(announce(pace, 'one', 5000)).toEqual({ said: 'one', saidAt: 0, waiting: null });
	});

	it('says a jump at once, however soon after what was said before', () => {
		const pace = atOnce('two', 1);
		expect(pace).toEqual({ said: 'two', saidAt: 1, waiting: null });
	});

	it('forgets what waits when a later event may be said at once', () => {
		let pace = announce(SILENT, 'one', 0);
		pace = announce(pace, 'two', 1);
		pace = announce(pace, 'three', QUIET_MS);
		expect(pace).toEqual({ said: 'three', saidAt: QUIET_MS, waiting: null });
	});

	it('never says two events less than 3 s apart, whenever they come', () => {
		let pace = SILENT;
		const said: number[] = [];
		for (let now = 0; now < 60_000; now += 137) {
			const before = pace.saidAt;
			pace = settle(now % 411 === 0 ? announce(pace, `at ${now}`, now) : pace, now);
			if (pace.saidAt !== before) said.push(pace.saidAt);
		}
		expect(said.length).toBeGreaterThan(15);
		for (const [index, time] of said.slice(1).entries()) {
			expect(time - (said[index] ?? 0)).toBeGreaterThanOrEqual(QUIET_MS);
		}
	});
});

describe('speeds', () => {
	it('go from 1/100 to 100 and come back the same way', () => {
		expect(SPEEDS[0]).toBe(0.01);
		expect(SPEEDS.at(-1)).toBe(100);
		for (const [index, speed] of SPEEDS.entries()) {
			const next = SPEEDS[index + 1] ?? speed;
			expect(nextSpeed(speed, 1)).toBe(next);
			if (next !== speed) expect(nextSpeed(next, -1)).toBe(speed);
		}
		expect(nextSpeed(0.01, -1)).toBe(0.01);
	});

	it('are written as people say them', () => {
		expect(SPEEDS.map(speedText).join(' ')).toBe(
			'1/100 1/50 1/20 1/10 1/5 1/2 1× 2× 5× 10× 20× 50× 100×'
		);
		expect(speedText(62.3)).toBe('62×');
	});

	it('keep a speed from a link in the menu, in its place', () => {
		expect(speedChoices(0.3).slice(4, 7)).toEqual([0.2, 0.3, 0.5]);
		expect(speedChoices(1)).toBe(SPEEDS);
	});
});

describe('the ticks of the scrubber', () => {
	const knob = { time: 6e9, label: 'Arrival rate 600 /s.', kind: 'knob' } as const;
	const full = { time: 6.01e9, label: 'The buffer is full.', kind: 'moment' } as const;
	const late = { time: 31e9, label: 'Too late.', kind: 'moment' } as const;

	it('stand where their time is', () => {
		expect(ticks([knob], 30e9)).toEqual([{ share: 0.2, kind: 'knob', label: knob.label }]);
	});

	it('are drawn as one where they would overlap, and the knob shows', () => {
		expect(ticks([{ ...full, time: 5.99e9 }, knob], 30e9)).toMatchObject([
			{ kind: 'knob', label: 'The buffer is full. Arrival rate 600 /s.' }
		]);
	});

	it('leave out what lies beyond the end', () => {
		expect(ticks([knob, full, late], 30e9)).toHaveLength(1);
		expect(ticks([late], 0)).toEqual([]);
	});
});
