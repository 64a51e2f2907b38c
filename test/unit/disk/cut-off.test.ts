import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { openDiskIn } from '../../../src/disk/open-disk.ts';
import { openVhdForWriting } from '../../../src/disk/vhd/vhd-writable-disk.ts';
import { openVhdxForWriting } from '../../../src/disk/vhdx/vhdx-writable-disk.ts';
import { openVmdkSparseForWriting } from '../../../src/disk/vmdk/vmdk-writable-disk.ts';
import type { WritableByteSource } from '../../../src/files/byte-source.ts';
import { journalled } from './journalled.ts';
import { memorySource } from './mutated-images.ts';
import { footerOf, sampleVhd, AT as VHD } from './vhd/sample-vhd.ts';
import { sampleSparse } from './vmdk/sample-vmdk.ts';

const vhdx = (): Buffer => gunzipSync(readFileSync(new URL('../../fixtures/disk/gpt.vhdx.gz', import.meta.url)));

type Open = (source: WritableByteSource) => Promise<WritableDisk>;

/** A VHD that lost its last block but for a part of it, and has a footer all the same, as one has that was written to after it was cut. */
const cutVhd = async (): Promise<Buffer> => Buffer.concat([sampleVhd().subarray(0, VHD.first + 4096), footerOf()]);
const cut = async (image: Buffer | Promise<Buffer>, bytes: number): Promise<Buffer> => {
  const whole = await image;
  return whole.subarray(0, whole.length - bytes);
};

it.each<[string, () => Promise<Buffer>, Open]>([
  ['VHD', cutVhd, openVhdForWriting],
  ['VHDX', () => cut(vhdx(), 4096), openVhdxForWriting],
  ['VMDK', () => cut(sampleSparse(), 512), openVmdkSparseForWriting],
])('is seen on a %s, which is not changed in place', async (_what, make, open) => {
  const image = await make();
  const disk = await openDiskIn(memorySource(image));
  expect((await disk.cutOff?.())?.found).toMatch(/^the end at/);
  const split = composedDisk(2 * disk.size, [
    { offset: 0, content: Buffer.alloc(512) },
    { offset: 512, content: disk },
  ]);
  expect((await split.cutOff?.())?.found).toMatch(/^the end at/);
  const { source, events } = journalled(image);
  await expect(open(source)).rejects.toMatchObject({
    code: 'disk-invalid',
    message: expect.stringMatching(/^The end of .* is missing: /) as string,
  });
  expect(events).toEqual([]);
});

it.each<[string, () => Promise<Buffer>, Open]>([
  ['VHD', async () => sampleVhd(), openVhdForWriting],
  ['VHDX', async () => vhdx(), openVhdxForWriting],
  ['VMDK', async () => sampleSparse(), openVmdkSparseForWriting],
])('is not seen on a whole %s', async (_what, make, open) => {
  const image = await make();
  const disk = await openDiskIn(memorySource(image));
  expect(await disk.cutOff?.()).toBeUndefined();
  expect(await composedDisk(disk.size, [{ offset: 0, content: disk }]).cutOff?.()).toBeUndefined();
  await expect(open(journalled(image).source)).resolves.toBeDefined();
});
