import { expect, it } from 'vitest';
import { openVhd } from '../../../../src/disk/vhd/vhd-disk.ts';
import { openVhdForWriting } from '../../../../src/disk/vhd/vhd-writable-disk.ts';
import { journalled } from '../journalled.ts';
import { AT, BLOCK, footerOf, sampleVhd } from './sample-vhd.ts';

/** Each write by its place and length. */
const listed = (events: ReturnType<typeof journalled>['events']): string[] =>
  events.map((event) => (event === 'flush' ? event : `${event.offset}+${event.data.length}`));

it('puts a new block where the footer was, which is safe behind it first, and the table last', async () => {
  const image = sampleVhd();
  const { source, events } = journalled(image);
  const disk = await openVhdForWriting(source);
  await disk.write(BLOCK + 3, Buffer.from('new'));
  // The next page boundary behind footer and bitmap; the bitmap goes right before it.
  const data = Math.ceil((image.length - 512 + 512) / 4096) * 4096;
  expect(listed(events)).toEqual([
    `${data + BLOCK}+512`,
    'flush',
    `${data - 512}+${512 + BLOCK}`,
    'flush',
    `${AT.table + 4}+4`,
    'flush',
  ]);
  const bytes = await source.read(0, source.size);
  expect(bytes.readUInt32BE(AT.table + 4)).toBe((data - 512) / 512);
  expect(bytes.subarray(data - 512, data).every((byte) => byte === 0xff)).toBe(true);
  expect(bytes.subarray(-512).equals(footerOf())).toBe(true);
  expect((await disk.read(BLOCK, 8)).toString('latin1')).toBe('\0\0\0new\0\0');
  expect((await (await openVhd(source)).read(BLOCK, 8)).toString('latin1')).toBe('\0\0\0new\0\0');
});

it('writes a stored block in place, and marks its sectors where they were not', async () => {
  const image = sampleVhd();
  image.fill(0, AT.firstBitmap, AT.firstBitmap + 512);
  const { source, events } = journalled(image);
  const disk = await openVhdForWriting(source);
  await disk.write(2 * BLOCK + 512 * 6 + 100, Buffer.alloc(512 * 4, 'x'));
  expect(listed(events)).toEqual([`${AT.first + 512 * 6 + 100}+2048`, `${AT.firstBitmap}+2`]);
  expect((await source.read(AT.firstBitmap, 3)).toString('hex')).toBe('03e000');
  events.length = 0;
  await disk.write(2 * BLOCK + 512 * 8, Buffer.from('y'));
  expect(listed(events)).toEqual([`${AT.first + 512 * 8}+1`]);
  await disk.write(3 * BLOCK - 512, Buffer.alloc(512, 'z'));
  expect((await source.read(AT.firstBitmap + BLOCK / 512 / 8 - 1, 1)).toString('hex')).toBe('01');
});

it('writes into a fixed VHD, and not over its footer', async () => {
  const fixed = Buffer.concat([Buffer.alloc(1024), footerOf({ type: 'fixed', size: 1024, headerOffset: undefined })]);
  const { source } = journalled(fixed);
  const disk = await openVhdForWriting(source);
  expect(disk).toMatchObject({ size: 1024, format: 'vhd-fixed' });
  await disk.write(1020, Buffer.from('last'));
  expect((await source.read(1020, 12)).toString('latin1')).toBe('lastconectix');
  await expect(disk.write(1021, Buffer.from('last'))).rejects.toThrow('past the end');
});

it('refuses a dynamic VHD whose footer is damaged, though it can be read', async () => {
  const image = sampleVhd();
  image.write('X', image.length - 512);
  await expect(openVhdForWriting(journalled(image).source)).rejects.toThrow('expected VHD footer');
});
