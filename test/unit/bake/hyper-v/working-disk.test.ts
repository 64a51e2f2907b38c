import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertDiskFormats, imageFormatOf, workFolder } from '../../../../src/bake/hyper-v/working-disk.ts';
import type { Disk } from '../../../../src/disk/disk.ts';

const disk = (format: string, size = 2 ** 30): Disk => ({ format, size, path: 'x' }) as Disk;

it('works in a folder of one run beside what it makes', () => {
  expect(workFolder(join('a', 'x.vhd'), '1f')).toBe(join('a', 'x.vhd.stillframe-bake-1f'));
});

it.each([
  ['a.vhd', 'vhd'],
  ['a.VHDX', 'vhdx'],
])('%s is a %s by its name', (path, format) => {
  expect(imageFormatOf(path, 'image')).toBe(format);
});

it.each(['a.ova', 'a', 'a.vhd.gz'])('%s is none that Hyper-V knows', (path) => {
  expect(() => imageFormatOf(path, 'output')).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: expect.stringContaining(`Input output: ${path}`) as string,
    }),
  );
});

describe('assertDiskFormats', () => {
  it.each(['vhd-dynamic', 'vhd-fixed', 'vhdx'])('takes %s', (format) => {
    expect(() => assertDiskFormats(disk(format), 'vhd')).not.toThrow();
  });

  it.each([
    [disk('vmdk-sparse'), 'vhd', 'a disk of the format vmdk-sparse'],
    [disk('vhdx', 3 * 2 ** 40), 'vhd', 'cannot be written as VHD'],
  ] as const)('refuses %o as %s', (given, output, words) => {
    expect(() => assertDiskFormats(given, output)).toThrow(
      expect.objectContaining({ code: 'disk-format-unsupported', message: expect.stringContaining(words) as string }),
    );
  });

  it('lets a large disk be a VHDX', () => {
    expect(() => assertDiskFormats(disk('vhdx', 3 * 2 ** 40), 'vhdx')).not.toThrow();
  });
});
