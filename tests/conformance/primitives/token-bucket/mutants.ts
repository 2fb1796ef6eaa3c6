import type { MutantCatalogue } from '../../mutant';

const file = 'core/primitives/token-bucket.ts';

const REFUSAL = 'if (this.#level < tokens * SECOND) return false;';
const ELAPSED = 'const elapsed = time - this.#at;';
const MISSING = 'const missing = this.#capacity - this.#level;';

/** The bugs that people write into token buckets. */
export const TOKEN_BUCKET_MUTANTS: MutantCatalogue = {
	name: 'token-bucket',
	suite: 'primitives/token-bucket/suite.ts',
	mutants: [
		{
			bug: 'a remainder of a token is thrown away at each look',
			file,
			text: '=> elapsed * rate;',
			instead: '=> Math.floor((elapsed * rate) / SECOND) * SECOND;',
			killedBy: 'counts exactly at each poll interval, one token at each poll'
		},
		{
			bug: 'what spills over is kept and given out later',
			file,
			text: `
		this.#level = this.#nanoTokensAt(now);
		this.#at = now;`,
			instead: `
		const before = this.#level;
		this.#level = this.#nanoTokensAt(now);
		this.#at = this.#rate === 0 ? now : this.#at + Math.ceil((this.#level - before) / this.#rate);`,
			killedBy: 'admits at most C + r × t in any window'
		},
		{
			bug: 'starts full whatever it was told',
			file,
			text: 'this.#level = initial * SECOND;',
			instead: 'this.#level = capacity * SECOND;',
			killedBy: 'L1 '
		},
		{
			bug: 'counts anew in each second, so that two bursts meet at the border',
			file,
			text: MISSING,
			instead: `
		const isNewSecond = Math.floor(time / SECOND) > Math.floor(this.#at / SECOND);
		if (elapsed >= 0) return isNewSecond ? this.#capacity : this.#level;
		${MISSING}`,
			killedBy: 'admits at most C + r × t in any window'
		},
		{
			bug: 'reckons with a negative time when the clock goes back',
			file,
			text: 'if (elapsed < 0) throw new RangeError(`time went back by ${-elapsed} ns`);',
			instead: '',
			killedBy: 'L2 refuses a clock that goes back'
		},
		{
			bug: 'gives the time again when the clock goes back, as Go does',
			file,
			text: ELAPSED,
			instead: 'const elapsed = Math.max(0, time - this.#at);',
			killedBy: 'L2 refuses a clock that goes back'
		},
		{
			bug: 'lets whoever asks for more than the capacity wait for ever',
			file,
			text: 'tokens * SECOND > this.#capacity || this.#rate === 0',
			instead: 'this.#rate === 0',
			killedBy: 'L4 '
		},
		{
			bug: 'grants at once as long as there is anything, and lets the next one pay, as Guava does',
			file,
			text: REFUSAL,
			instead: 'if (this.#level <= 0) return false;',
			killedBy: 'admits at most C + r × t in any window'
		},
		{
			bug: 'multiplies in 64 bits, which overflow',
			file,
			text: MISSING,
			instead: `
		if (elapsed >= 0) {
			const dripped = BigInt.asIntN(64, BigInt(elapsed) * BigInt(this.#rate));
			return Math.min(this.#capacity, this.#level + Number(dripped));
		}
		${MISSING}`,
			killedBy: 'L12 '
		},
		{
			bug: 'is refilled by a ticker of 100 a second, whole tokens at each tick',
			file,
			text: MISSING,
			instead: `
		const ticks = Math.floor(time / 1e7) - Math.floor(this.#at / 1e7);
		const dripped = ticks * Math.floor(this.#rate / 100) * SECOND;
		if (ticks >= 0) return Math.min(this.#capacity, this.#level + dripped);
		${MISSING}`,
			killedBy: 'counts exactly at each poll interval, one token at each poll'
		},
		{
			bug: 'checks and acts on the time of the last refusal, so that two refill twice',
			file,
			text: `
		this.#look();
		${REFUSAL}
		this.#level -= tokens * SECOND;`,
			instead: `
		const at = this.#at;
		this.#look();
		${REFUSAL}
		this.#level -= tokens * SECOND;
		this.#at = at;`,
			killedBy: 'admits at most C + r × t in any window'
		},
		{
			bug: 'changes the rate without looking first, which gives credit for the past',
			file,
			text: `
		this.#look();
		this.#rate = rate;`,
			instead: 'this.#rate = rate;',
			killedBy: 'L10 gives no credit for the past'
		},
		{
			bug: 'changes the capacity without looking first, which fills it with what spilled over',
			file,
			text: `
		this.#look();
		this.#capacity = capacity * SECOND;`,
			instead: 'this.#capacity = capacity * SECOND;',
			killedBy: 'L10 spills'
		},
		{
			bug: 'stays as large as what is in it when the capacity shrinks',
			file,
			text: `
		this.#look();
		this.#capacity = capacity * SECOND;`,
			instead: `
		this.#look();
		this.#capacity = Math.max(capacity * SECOND, this.#level);`,
			killedBy: 'L10 spills'
		},
		{
			bug: 'keeps what no longer fits when the capacity shrinks, until somebody looks',
			file,
			text: 'this.#level = Math.min(this.#level, this.#capacity);',
			instead: '',
			killedBy: 'L10 is within its bounds'
		},
		{
			bug: 'takes tokens though it refuses',
			file,
			text: REFUSAL,
			instead: `
		if (this.#level < tokens * SECOND) {
			this.#level = 0;
			return false;
		}`,
			killedBy:
				'L3 takes n tokens if they are there and nothing if not, step by step with three tokens'
		},
		{
			bug: 'wants more than n tokens to be there',
			file,
			text: REFUSAL,
			instead: 'if (this.#level <= tokens * SECOND) return false;',
			killedBy:
				'L3 takes n tokens if they are there and nothing if not, step by step with one token'
		},
		{
			bug: 'takes one token, however many were asked for',
			file,
			text: 'this.#level -= tokens * SECOND;',
			instead: 'this.#level -= SECOND;',
			killedBy: 'refuses nobody for whom there are tokens'
		},
		{
			bug: 'rounds the time until a token down',
			file,
			text: 'return Math.ceil(missing / this.#rate);',
			instead: 'return Math.floor(missing / this.#rate);',
			killedBy: 'L6 '
		},
		{
			bug: 'counts seconds and tokens in floating point',
			file,
			text: ELAPSED,
			instead: 'const elapsed = (time / SECOND - this.#at / SECOND) * SECOND;',
			killedBy: 'counts exactly at each poll interval, one token at each poll'
		}
	]
};
