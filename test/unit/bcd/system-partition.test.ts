import { expect, it } from 'vitest';
import { systemPartition } from '../../../src/bcd/system-partition.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { GUIDS, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';

const LOADER = 'EFI/Boot/bootx64.efi';
const STORE = 'EFI/Microsoft/Boot/BCD';
const BOTH = { order: ['secondEsp', 'esp', 'msr', 'windows'] } as const;

it.each<[string, SampleDiskOptions, string | undefined]>([
  ['the only one, whatever is on it', { files: { [LOADER]: null, [STORE]: null } }, GUIDS.esp],
  ['none where there is none', { order: ['msr', 'windows'] }, undefined],
  ['the one with the loader, not an empty one in front', BOTH, GUIDS.esp],
  ['the first of two with a loader', { ...BOTH, secondFiles: { [LOADER]: Buffer.from('MZ') } }, GUIDS.secondEsp],
  ['none whose loader is empty', { ...BOTH, secondFiles: { [LOADER]: Buffer.alloc(0) } }, GUIDS.esp],
  ['none with a folder of that name', { ...BOTH, secondFiles: { [`${LOADER}/a`]: Buffer.from('MZ') } }, GUIDS.esp],
  ['the one with a store where none has a loader', { ...BOTH, files: { [LOADER]: null } }, GUIDS.esp],
  ['the first where none has either', { ...BOTH, files: { [LOADER]: null, [STORE]: null } }, GUIDS.secondEsp],
  [
    'the one with the loader, though another has a store',
    { ...BOTH, secondFiles: { [STORE]: Buffer.from('regf') } },
    GUIDS.esp,
  ],
])('a disk starts from %s', async (_which, options, guid) => {
  const disk = await sampleDisk(options);
  expect((await systemPartition(disk, await readLayout(disk)))?.guid).toBe(guid);
});

it('is looked for in the order of the table, and past one that cannot be read', async () => {
  const disk = await sampleDisk({ ...BOTH, secondFiles: { [LOADER]: Buffer.from('MZ') } });
  const layout = await readLayout(disk);
  const turned = {
    ...layout,
    partitions: layout.partitions.map((one) => (one.type === 'esp' ? { ...one, index: 3 - one.index } : one)),
  };
  expect((await systemPartition(disk, turned))?.guid).toBe(GUIDS.esp);
  await disk.write(layout.partitions[0]?.offset ?? 0, Buffer.alloc(512));
  expect((await systemPartition(disk, layout))?.guid).toBe(GUIDS.esp);
});
