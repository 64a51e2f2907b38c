import { expect, it } from 'vitest';
import { afterFirstBoot } from '../../../src/template/after-first-boot.ts';

it.each([
  ['none', 'none', 'stay'],
  ['none', 'generalize', 'stay'],
  ['vsphere', 'none', 'shut-down'],
  ['vsphere', 'generalize', 'generalize'],
] as const)('baked on %s and sealed by %s, the guest will %s', (on, seal, after) => {
  expect(afterFirstBoot({ bake: { on, seal, timeout: 1 } })).toBe(after);
});
