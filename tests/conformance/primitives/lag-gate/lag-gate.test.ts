import { describe } from 'vitest';
import { LagGate } from '../../../../src/core/primitives/lag-gate';
import { testRules } from '../../rule';
import { LAG_GATE_RULES } from './rules';

describe('a lag gate', () => {
	testRules(LAG_GATE_RULES, () => new LagGate());
});
