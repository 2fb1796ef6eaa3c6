import type { Suite } from '../rule';
import { HISTOGRAM_RULES } from './histogram-rules';
import { SLOPE_RULES } from './slope-rules';
import { STOCK_RULES } from './stock-rules';

export const suite: Suite = [...HISTOGRAM_RULES, ...STOCK_RULES, ...SLOPE_RULES];
