import { expect, it } from 'vitest';
import { dwordValue } from '../../../../src/registry/hive-tree.ts';
import { hiveEdits } from '../../../../src/windows/stage/hive-edits.ts';
import { sampleDriver } from '../sample-plan.ts';

it('gathers per hive what the steps change, and names no hive that stays', () => {
  const setting = (hive: 'SYSTEM' | 'SOFTWARE', key: string) =>
    ({ kind: 'registry', setting: { hive, key, value: dwordValue('V', 1) } }) as const;
  expect(
    hiveEdits(
      [
        { kind: 'driver', driver: sampleDriver('a', true) },
        { kind: 'cleanup', resetBase: false },
      ],
      'X',
    ),
  ).toEqual([]);
  expect(
    hiveEdits(
      [setting('SOFTWARE', 'Corp'), { kind: 'remote-desktop' }, setting('SYSTEM', 'CurrentControlSet\\Services\\A')],
      'ControlSet002',
    ),
  ).toEqual([
    {
      hive: 'SYSTEM',
      edits: [
        { key: 'ControlSet002\\Control\\Terminal Server', values: [dwordValue('fDenyTSConnections', 0)] },
        { key: 'ControlSet002\\Services\\A', values: [dwordValue('V', 1)] },
      ],
    },
    { hive: 'SOFTWARE', edits: [{ key: 'Corp', values: [dwordValue('V', 1)] }] },
  ]);
});
