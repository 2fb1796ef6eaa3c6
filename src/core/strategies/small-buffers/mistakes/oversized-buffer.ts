import type { SmallBuffers } from '../small-buffers';

/** A buffer that was made large once, to be on the safe side. */
export const oversizedBuffer = (Right: typeof SmallBuffers) =>
	class extends Right {
		override capacity(): number {
			return 10_000;
		}
	};
