import type { Suite } from '../rule';
import { BOOK_RULES } from './book-rules';
import { DIGEST_RULES } from './digest-rules';
import { HELD_BACK_RULES } from './held-back-rules';

export const suite: Suite = [...BOOK_RULES, ...HELD_BACK_RULES, ...DIGEST_RULES];
