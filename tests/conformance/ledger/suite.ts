import type { Suite } from '../rule';
import { BOOK_RULES } from './book-rules';
import { DIGEST_RULES } from './digest-rules';
import { HELD_BACK_RULES } from './held-back-rules';
import { RECOVERY_RULES } from './recovery-rules';
import { TIMES_RULES } from './times-rules';

export const suite: Suite = [
	...DIGEST_RULES,
	...HELD_BACK_RULES,
	...RECOVERY_RULES,
	...TIMES_RULES,
	...BOOK_RULES
];
