import { NoBackpressure } from './no-backpressure';
import { variantsOf } from '../variants';

export const variants = variantsOf(NoBackpressure, {});
