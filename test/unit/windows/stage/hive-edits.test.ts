import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBootDriver } from '../../../../src/drivers/boot-driver.ts';
import { parseInf } from '../../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { dwordValue } from '../../../../src/registry/hive-tree.ts';
import { bootDriverEdits } from '../../../../src/windows/boot/boot-driver-edits.ts';
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

it('registers the drivers that Windows starts with, each under its own digest', () => {
  const inf = parseInf(readFileSync(new URL('../../../fixtures/drivers/pvscsi.inf', import.meta.url)), 'pvscsi.inf');
  const boot = readBootDriver(inf, windowsServer(17763));
  if ('startsLater' in boot) throw new Error(boot.startsLater);
  const driver = { ...sampleDriver('pvscsi'), boot, sha256: '0123456789abcdef0000' };
  const step = { kind: 'boot-driver', driver } as const;
  expect(hiveEdits([step], 'ControlSet001')).toEqual([
    { hive: 'SYSTEM', edits: bootDriverEdits(boot, 'ControlSet001', '0123456789abcdef') },
  ]);
  expect(hiveEdits([{ ...step, driver: sampleDriver('later') }], 'ControlSet001')).toEqual([]);
});
