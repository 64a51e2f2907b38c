import { join } from 'node:path';
import { expect, it } from 'vitest';
import { partitionFile } from '../../../../src/windows/stage/partition-file.ts';
import { samplePlan, sampleRequest } from '../sample-plan.ts';

it.each([
  ['vhd', join('/temp', 'windows.ntfs')],
  ['vhdx', join('/temp', 'windows.ntfs')],
  ['vmdk', '/out/a.part-windows.vmdk'],
] as const)('is made for a %s at %s', (format, path) => {
  const plan = samplePlan({ disk: { ...sampleRequest().disk, format } });
  expect(partitionFile(plan, 'windows', '/out/a.vmdk', '/temp')).toBe(path);
});
