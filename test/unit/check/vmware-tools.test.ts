import { expect, it } from 'vitest';
import { readSystemLayout } from '../../../src/bcd/boot-store.ts';
import { hasVmwareTools } from '../../../src/check/vmware-tools.ts';
import { type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';

async function found(options: SampleDiskOptions, spoil = ''): Promise<boolean> {
  const disk = await sampleDisk(options);
  const layout = await readSystemLayout(disk);
  const windows = layout.partitions.find(({ type }) => type === 'windows');
  if (spoil !== '') await disk.write((windows?.offset ?? 0) + 3, Buffer.from(spoil, 'latin1'));
  return hasVmwareTools(disk, spoil === '' ? layout : await readSystemLayout(disk));
}

it('finds VMware Tools where their service lies, and nowhere else', async () => {
  expect(await found({})).toBe(true);
  expect(await found({ ntfs: { renamed: ['vmt', 'vmx'] } })).toBe(false);
  expect(await found({ ntfs: { renamed: ['VMware Tools', 'VMware Turns'] } })).toBe(false);
  expect(await found({ ntfs: { renamed: ['Program Files', 'Program Filed'] } })).toBe(false);
});

it('takes what it cannot read for none', async () => {
  expect(await found({ order: ['esp', 'msr'] })).toBe(false);
  expect(await found({}, '-FVE-FS-')).toBe(false);
  expect(await found({ files: { 'EFI/Microsoft/Boot/BCD': null } }, 'NTFS    \0\0')).toBe(false);
});

it('looks on the volume that is started, not on another with Windows', async () => {
  const order = ['esp', 'msr', 'windows', 'data'] as const;
  expect(await found({ order })).toBe(true);
  expect(await found({ order, ntfs: { renamed: ['vmt', 'vmx'] } })).toBe(false);
});
