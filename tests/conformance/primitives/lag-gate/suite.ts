import { LagGate } from '../../../../src/core/primitives/lag-gate';
import { suiteOf } from '../../rule';
import { LAG_GATE_RULES } from './rules';

/** The rules of a gate that reads consumer lag, for ours. */
export const suite = suiteOf(LAG_GATE_RULES, () => new LagGate());
