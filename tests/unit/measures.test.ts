import { describe, expect, it } from 'vitest';
import { Digest } from '../../src/core/ledger/digest';
import { HeldBack } from '../../src/core/ledger/held-back';
import { MessageTimes } from '../../src/core/ledger/message-times';
import { Recovery } from '../../src/core/ledger/recovery';
import { Histogram } from '../../src/core/measures/histogram';
import { Stock } from '../../src/core/measures/stock';

function histogramOf(values: readonly number[]): Histogram {
	const histogram = new Histogram();
	for (const value of values) histogram.record(value);
	return histogram;
}

describe('a histogram', () => {
	it('is exact for short durations', () => {
		const histogram = histogramOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect([0.1, 0.5, 0.95, 1].map((share) => histogram.quantile(share))).toEqual([1, 5, 10, 10]);
		expect(histogram.mean).toBe(5.5);
	});

	it('keeps every quantile within its stated error, up to hours', () => {
		const values = Array.from({ length: 5000 }, (_, n) => Math.floor(1.0073 ** n));
		const histogram = histogramOf(values);
		for (let percent = 1; percent <= 100; percent++) {
			const exact = values[Math.ceil((percent / 100) * values.length) - 1] ?? 0;
			const error = Math.abs(histogram.quantile(percent / 100) - exact);
			expect(error).toBeLessThanOrEqual(Histogram.RELATIVE_ERROR * exact);
		}
	});

	it('knows its largest value exactly', () => {
		expect(histogramOf([3, 123_456_789_012, 5]).quantile(1)).toBe(123_456_789_012);
	});

	it('has no quantile and no mean while it is empty', () => {
		expect(new Histogram().quantile(0.5)).toBeNaN();
		expect(new Histogram().mean).toBeNaN();
	});
});

describe('the digest', () => {
	type Event = [time: number, kind: number, message: number, station: number];
	const events: Event[] = [
		[1e9, 1, 0, 0],
		[1e9, 2, 0, 1],
		[2e12, 5, 1, 3],
		[9e15, 3, 4_000_000, 2]
	];

	function digestOf(list: readonly Event[]): string {
		const digest = new Digest();
		for (const event of list) digest.add(...event);
		return digest.hex();
	}

	it('is the same for the same events', () => {
		expect(digestOf(events)).toBe(digestOf(events));
		expect(digestOf(events)).toMatch(/^[0-9a-f]{16}$/);
	});

	it('changes when two events swap', () => {
		for (let n = 1; n < events.length; n++) {
			const swapped = [...events];
			const [one, other] = [swapped[n - 1], swapped[n]];
			if (one === undefined || other === undefined) throw new RangeError('two events swap');
			[swapped[n - 1], swapped[n]] = [other, one];
			expect(digestOf(swapped)).not.toBe(digestOf(events));
		}
	});

	it('changes when any field of any event changes by one', () => {
		const seen = new Set([digestOf(events)]);
		events.forEach((event, index) => {
			event.forEach((_, field) => {
				const changed = events.map((other) => [...other] as Event);
				const target = changed[index];
				if (target !== undefined) target[field] = (target[field] ?? 0) + 1;
				seen.add(digestOf(changed));
			});
		});
		expect(seen.size).toBe(1 + 4 * events.length);
	});
});

describe('a stock', () => {
	it('averages over time and knows its largest value after an event', () => {
		const stock = new Stock();
		stock.add(2, 0);
		stock.settle();
		stock.add(5, 10);
		stock.add(-5, 10);
		stock.settle();
		stock.add(-1, 30);
		stock.settle();
		// 2 for 30, then 1 for 10; the 7 within the event at 10 never stood.
		expect([stock.areaUpTo(40), stock.max, stock.value]).toEqual([70, 2, 1]);
	});
});

describe('held back', () => {
	it('counts time, not instants', () => {
		const heldBack = new HeldBack();
		heldBack.hold(5);
		heldBack.release(5);
		expect(heldBack.firstUpTo(9)).toBeNaN();
		heldBack.hold(10);
		expect(heldBack.firstUpTo(10)).toBeNaN();
		expect(heldBack.firstUpTo(11)).toBe(10);
		heldBack.release(14);
		heldBack.hold(20);
		expect([heldBack.totalUpTo(21), heldBack.firstUpTo(21)]).toEqual([5, 10]);
	});

	it('is felt anew after a turned knob', () => {
		const heldBack = new HeldBack();
		heldBack.hold(3);
		heldBack.release(4);
		heldBack.mark(10);
		expect(heldBack.feltUpTo(12)).toBeNaN();
		heldBack.hold(13);
		expect(heldBack.feltUpTo(14)).toBe(3);
	});

	it('is not felt anew while it merely goes on', () => {
		const heldBack = new HeldBack();
		heldBack.hold(3);
		heldBack.mark(10);
		expect(heldBack.feltUpTo(12)).toBeNaN();
		heldBack.release(14);
		expect(heldBack.feltUpTo(15)).toBeNaN();
		heldBack.hold(17);
		expect(heldBack.feltUpTo(18)).toBe(7);
	});

	it('is felt at the very instant of a refusal, of one that is tried again too', () => {
		const heldBack = new HeldBack();
		heldBack.mark(10);
		heldBack.refuse(12);
		heldBack.hold(12);
		expect(heldBack.feltUpTo(12)).toBe(2);
		heldBack.release(15);
		heldBack.refuse(16);
		expect(heldBack.feltUpTo(16)).toBe(2);
	});

	it('is felt when it began, also where the message in hand is refused only later', () => {
		const heldBack = new HeldBack();
		heldBack.mark(10);
		heldBack.hold(11);
		heldBack.refuse(14);
		expect(heldBack.feltUpTo(14)).toBe(1);
	});

	it('that began before the knob was turned counts by its next refusal', () => {
		const heldBack = new HeldBack();
		heldBack.hold(8);
		heldBack.mark(10);
		heldBack.refuse(14);
		expect(heldBack.feltUpTo(14)).toBe(4);
	});
});

describe('recovery', () => {
	/** What is said of it after each of these, in this order. */
	function told(...steps: readonly (readonly ['turn' | 'event', number, number])[]) {
		const recovery = new Recovery();
		return steps.map(([what, backlog, time]) => {
			// A turned knob is an event, too.
			if (what === 'turn') recovery.mark(backlog, time);
			if (recovery.isOpen) recovery.settle(backlog, time);
			return recovery.duration;
		});
	}

	it('is nothing where no knob was turned', () => {
		expect(new Recovery().duration).toBeNaN();
		expect(new Recovery().isOpen).toBe(false);
	});

	it('takes from the last turned knob until the backlog is what it was before the first', () => {
		const steps = told(
			['turn', 3, 10],
			['event', 9, 12],
			['turn', 9, 20],
			['event', 4, 25],
			['event', 3, 27],
			['event', 9, 30]
		);
		expect(steps).toEqual([0, Number.NaN, Number.NaN, Number.NaN, 7, 7]);
	});

	it('has taken no time where the backlog is back when the last knob is turned', () => {
		const steps = told(['turn', 3, 10], ['event', 9, 12], ['turn', 2, 20]);
		expect(steps.at(-1)).toBe(0);
	});

	it('of one turned knob begins when the backlog has become larger', () => {
		const steps = told(['turn', 3, 10], ['event', 2, 11], ['event', 4, 12], ['event', 3, 19]);
		expect(steps).toEqual([0, 0, Number.NaN, 9]);
	});

	it('begins anew with each turned knob, and still goes by what was before the first', () => {
		const steps = told(
			['turn', 3, 10],
			['event', 4, 11],
			['event', 3, 12],
			['turn', 3, 20],
			['event', 9, 22],
			['turn', 9, 30],
			['event', 3, 34]
		);
		expect(steps).toEqual([0, Number.NaN, 2, 0, 0, Number.NaN, 4]);
	});
});

describe('messages that were offered before a time and are not gone', () => {
	it('are counted whatever order they go in, forward in time and back', () => {
		const times = new MessageTimes();
		for (let message = 0; message < 3000; message++) times.offer(message, 10 * message);
		expect(times.offeredBefore(10_000)).toBe(1000);
		for (let message = 500; message < 1500; message++) times.forget(message);
		expect(times.offeredBefore(10_000)).toBe(500);
		expect(times.offeredBefore(20_001)).toBe(1001);
		expect(times.offeredBefore(5_000)).toBe(500);
		for (let message = 0; message < 500; message++) times.forget(message);
		expect(times.offeredBefore(16_000)).toBe(100);
	});
});
