import { variantsOf } from '../variants';
import { NoBackpressure } from './no-backpressure';

export const variants = variantsOf(NoBackpressure, {});
