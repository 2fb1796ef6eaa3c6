import { variantsOf } from '../variants';
import { oversizedBuffer } from './mistakes/oversized-buffer';
import { SmallBuffers } from './small-buffers';

export const variants = variantsOf(SmallBuffers, { 'oversized-buffer': oversizedBuffer });
