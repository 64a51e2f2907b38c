import { expect, it } from 'vitest';
import { afterFirstBoot, afterFirstBootOnVsphere, bakeHost } from '../../../src/template/after-first-boot.ts';

it.each([
  ['none', 'none', 'stay'],
  ['none', 'generalize', 'stay'],
  ['vsphere', 'none', 'shut-down'],
  ['vsphere', 'generalize', 'generalize'],
  ['hyper-v', 'none', 'shut-down'],
  ['hyper-v', 'generalize', 'generalize'],
] as const)('baked on %s and sealed by %s, the guest will %s', (on, seal, after) => {
  expect(afterFirstBoot({ bake: { on, seal, timeout: 1 } })).toBe(after);
});

it.each([
  ['none', 'none', 'first-boot', 'stay'],
  ['vsphere', 'none', 'none', 'shut-down'],
  ['vsphere', 'generalize', 'first-boot', 'generalize'],
  ['hyper-v', 'none', 'first-boot', 'shut-down'],
  ['hyper-v', 'none', 'none', 'stay'],
  ['hyper-v', 'generalize', 'first-boot', 'stay'],
  ['hyper-v', 'generalize', 'none', 'stay'],
] as const)('baked on %s, sealed by %s, with Tools by %s, what is uploaded will %s', (on, seal, vmwareTools, after) => {
  const customize = { vmwareTools, features: [], remoteDesktop: false, files: [], registry: [], firstBootScripts: [] };
  expect(afterFirstBootOnVsphere({ bake: { on, seal, timeout: 1 }, customize })).toBe(after);
});

it.each([
  ['none', 'vsphere'],
  ['vsphere', 'vsphere'],
  ['hyper-v', 'hyper-v'],
] as const)('bake.on: %s starts on %s', (on, host) => {
  expect(bakeHost({ bake: { on, seal: 'none', timeout: 1 } })).toBe(host);
});
