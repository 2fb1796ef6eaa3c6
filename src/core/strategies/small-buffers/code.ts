import { oversizedBuffer } from './mistakes/oversized-buffer';
import { SmallBuffers } from './small-buffers';
import { variantsOf } from '../variants';

export const variants = variantsOf(SmallBuffers, { 'oversized-buffer': oversizedBuffer });
