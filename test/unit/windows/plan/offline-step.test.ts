import { expect, it } from 'vitest';
import { dwordValue } from '../../../../src/registry/hive-tree.ts';
import { type OfflineStep, stepTitle } from '../../../../src/windows/plan/offline-step.ts';
import { sampleDriver, sampleUpdate } from '../sample-plan.ts';

const driver = sampleDriver('a');
const target = sampleUpdate('target.msu', 'cumulative');
const checkpoint = { ...sampleUpdate('checkpoint.msu', 'checkpoint'), kb: 'KB5043080' };
const setting = (name: string) => ({ hive: 'SOFTWARE', key: 'Corp', value: dwordValue(name, 1) }) as const;

it.each<[OfflineStep, string]>([
  [{ kind: 'boot-driver', driver }, 'Register a.inf 1.0.0.0 to start Windows with'],
  [{ kind: 'driver', driver }, 'Install driver a.inf 1.0.0.0'],
  [
    { kind: 'package', update: { target: { ...target, kb: 'KB5005112' }, checkpoints: [] } },
    'Install update KB5005112 (cumulative)',
  ],
  [
    { kind: 'package', update: { target, checkpoints: [checkpoint, sampleUpdate('b.msu', 'checkpoint')] } },
    'Install update target.msu (cumulative), with KB5043080, b.msu',
  ],
  [{ kind: 'package', update: { target: sampleUpdate('x.cab', undefined), checkpoints: [] } }, 'Install update x.cab'],
  [{ kind: 'feature', feature: 'TelnetClient', source: 'image' }, 'Enable feature TelnetClient'],
  [{ kind: 'cleanup', resetBase: false }, 'Remove superseded components'],
  [{ kind: 'cleanup', resetBase: true }, 'Remove superseded components for good'],
  [{ kind: 'registry', setting: setting('V') }, 'Set HKLM\\SOFTWARE\\Corp, value V'],
  [{ kind: 'registry', setting: setting('') }, 'Set HKLM\\SOFTWARE\\Corp, value (default)'],
  [{ kind: 'remote-desktop' }, 'Allow Remote Desktop'],
])('%j is told in words', (step, title) => {
  expect(stepTitle(step)).toBe(title);
});
