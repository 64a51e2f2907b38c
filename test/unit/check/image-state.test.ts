import { expect, it } from 'vitest';
import { readSystemLayout } from '../../../src/bcd/boot-store.ts';
import { parseImageState, readImageState } from '../../../src/check/image-state.ts';
import { type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';

const TEXT = '[State]\r\nImageState=IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE\r\n';

it('reads the state in either encoding that Setup may write', () => {
  expect(parseImageState(Buffer.from(TEXT, 'latin1'))).toBe('IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE');
  expect(parseImageState(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).toBe('IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE');
  expect(parseImageState(Buffer.from('[State]\r\nImageState=IMAGE_STATE_COMPLETE'))).toBe('IMAGE_STATE_COMPLETE');
  expect(parseImageState(Buffer.from('[State]'))).toBeUndefined();
});

it.each<[string, SampleDiskOptions, string]>([
  ['no such file', {}, ''],
  ['no Windows', { order: ['esp', 'msr'] }, ''],
  ['no NTFS any more', {}, '-FVE-FS-'],
])('knows nothing of a disk with %s', async (_, options, spoil) => {
  const disk = await sampleDisk(options);
  const before = await readSystemLayout(disk);
  const windows = before.partitions.find(({ type }) => type === 'windows');
  if (spoil !== '') await disk.write((windows?.offset ?? 0) + 3, Buffer.from(spoil, 'latin1'));
  expect(await readImageState(disk, before)).toBeUndefined();
  expect(await readImageState(disk, await readSystemLayout(disk))).toBeUndefined();
});
