import { expect, it } from 'vitest';
import {
  asksForRecovery,
  LAYOUT_NAMES,
  LAYOUTS,
  layoutFindings,
  OWN_LAYOUT,
} from '../../../../src/windows/plan/disk-layouts.ts';

const MIB = 2 ** 20;

it('has the layouts of others', () => {
  const shapes = LAYOUT_NAMES.map((name) => {
    const { esp, msr, recovery } = LAYOUTS[name];
    return [name, esp / MIB, msr / MIB, recovery];
  });
  expect(shapes).toEqual([
    ['convert-windowsimage', 200, 128, 'none'],
    ['cloudbase', 200, 128, 'none'],
    ['microsoft', 200, 16, 'last'],
  ]);
  expect(OWN_LAYOUT).toEqual({ esp: 260 * MIB, msr: 16 * MIB, recovery: 'none' });
});

it('says what a Recovery partition does', () => {
  expect(layoutFindings(OWN_LAYOUT)).toEqual([]);
  expect(layoutFindings(LAYOUTS.microsoft)).toEqual([
    {
      code: 'recovery-partition-protected',
      severity: 'warning',
      seen: expect.stringContaining('KB60395') as string,
      remedy: expect.stringContaining('recovery: none') as string,
    },
  ]);
});

it('tells whether a template asks for a Recovery partition', () => {
  const disk = { size: 1, format: 'vhd', type: 'dynamic' } as const;
  expect(asksForRecovery(disk)).toBe(false);
  expect(asksForRecovery({ ...disk, recovery: 'last' })).toBe(true);
  expect(asksForRecovery({ ...disk, layout: 'microsoft' })).toBe(true);
  expect(asksForRecovery({ ...disk, layout: 'microsoft', recovery: 'none' })).toBe(false);
  expect(asksForRecovery({ ...disk, layout: 'cloudbase' })).toBe(false);
});
