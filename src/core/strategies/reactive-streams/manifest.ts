import { planFrom } from '../../plan/plan-from';
import type { Manifest } from '../manifest';
import { presets } from './presets';
import { shape } from './shape';
import { words } from './words';

export const reactiveStreams: Manifest = { plan: planFrom(shape, words), presets };
