import { describe, expect, it } from 'vitest';
import { openVhd } from '../../../../src/disk/vhd/vhd-disk.ts';
import { listRanges } from '../list-ranges.ts';
import { memorySource } from '../mutated-images.ts';
import { BLOCK, footerOf, sampleVhd } from './sample-vhd.ts';

const open = (bytes: Buffer) => openVhd(memorySource(bytes, bytes.length, 'a.vhd'));

describe('a dynamic VHD', () => {
  it('reads its blocks where the table says, and zeros elsewhere', async () => {
    const disk = await open(sampleVhd());
    expect(disk).toMatchObject({ size: 3 * BLOCK + 1024, format: 'vhd-dynamic', path: 'a.vhd' });
    expect((await disk.read(2 * BLOCK - 1, 3)).toString('latin1')).toBe('\x0022');
    expect((await disk.read(3 * BLOCK - 1, 2)).toString('latin1')).toBe('2\0');
    expect(await listRanges(disk)).toEqual([
      `zero 0-${2 * BLOCK}`,
      `data ${2 * BLOCK}-${3 * BLOCK}`,
      `zero ${3 * BLOCK}-${3 * BLOCK + 1024}`,
    ]);
  });

  it('goes by the copy of its footer where the footer is damaged, cut off or not there', async () => {
    const torn = sampleVhd();
    torn.write('X', torn.length - 512);
    expect((await open(torn)).size).toBe(3 * BLOCK + 1024);
    expect((await open(sampleVhd().subarray(0, -512))).size).toBe(3 * BLOCK + 1024);
    torn.write('X', 0);
    await expect(open(torn)).rejects.toThrow(`at offset ${torn.length - 512}: expected VHD footer`);
  });

  it('refuses a table that is too short for the disk, or not in the file', async () => {
    await expect(open(sampleVhd({ tableEntries: 3 }))).rejects.toThrow(
      `at offset 540: expected 4 blocks for the disk's size, found 3`,
    );
    expect((await open(sampleVhd({ tableEntries: 3, footer: { size: 3 * BLOCK } }))).size).toBe(3 * BLOCK);
    await expect(open(sampleVhd({ tableEntries: 2 ** 20 }))).rejects.toThrow('a table of 1048576 entries');
  });
});

describe('a fixed VHD', () => {
  const fixed = (size: number, stored: number): Buffer =>
    Buffer.concat([Buffer.alloc(stored, 'f'), footerOf({ type: 'fixed', size, headerOffset: undefined })]);

  it('is what stands before its footer', async () => {
    const disk = await open(fixed(1024, 1024));
    expect(disk).toMatchObject({ size: 1024, format: 'vhd-fixed' });
    expect((await disk.read(1023, 1)).toString()).toBe('f');
    expect((await open(fixed(512, 1024))).size).toBe(512);
  });

  it('is refused where less is stored than it says', async () => {
    await expect(open(fixed(1536, 1024))).rejects.toThrow(
      'at offset 1024: expected a fixed VHD of 1536 bytes and its footer, found 1536 bytes',
    );
  });
});

it('refuses what is too small for a footer', async () => {
  await expect(open(Buffer.alloc(511))).rejects.toThrow('expected a VHD of at least 512 bytes, found 511 bytes');
  await expect(open(Buffer.alloc(512))).rejects.toThrow('expected VHD footer');
});
