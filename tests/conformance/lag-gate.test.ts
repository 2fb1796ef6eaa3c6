import { describe } from 'vitest';
import { LagGate } from '../../src/core/primitives/lag-gate';
import { LAG_GATE_RULES } from './lag-gate.rules';
import { testRules } from './rule';

describe('a lag gate', () => {
	testRules(LAG_GATE_RULES, () => new LagGate());
});
