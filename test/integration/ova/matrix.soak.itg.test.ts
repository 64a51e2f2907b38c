/**
 * Every image format with every kind of content, through the reader into the disk of the OVA, compared by qemu-img. Disks of
 * terabytes: huge.soak.itg.test.ts.
 */

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { randomBytes } from '../../media/sample-content.ts';
import {
  assertSameDisk,
  convert,
  convertWhole,
  FORMATS,
  makeImage,
  makeRaw,
  programBytes,
  run,
} from './convert-case.ts';

const MIB = 2 ** 20;
const CONTENTS = ['empty', 'dense', 'sparse', 'sectors of 4096 bytes', 'last grain partial', 'deleted files'] as const;
const DELETED = 'deleted files';

let folder = '';
const raw = (content: string): string => join(folder, `${content.replaceAll(' ', '-')}.raw`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-matrix-'));
  await makeRaw(raw('empty'), 8 * MIB, []);
  await makeRaw(raw('dense'), 4 * MIB, [
    [0, randomBytes('dense', 2 * MIB)],
    [2 * MIB, programBytes(2 * MIB)],
  ]);
  await makeRaw(raw('sparse'), 96 * MIB, [
    [0, randomBytes('start', 512)],
    [33 * MIB - 7 * 512, programBytes(MIB)],
    [96 * MIB - 512, randomBytes('end', 512)],
  ]);
  await makeRaw(raw('last grain partial'), 3 * MIB + 5 * 512, [[2 * MIB, programBytes(MIB + 5 * 512)]]);
  await makeLargeSectors(raw('sectors of 4096 bytes'));
  await makeDeleted(raw(DELETED));
});
afterAll(() => rm(folder, { recursive: true }));

function partitionsOf(size: number, sectorSize: 512 | 4096) {
  const guid = '317d0000-0000-4000-8000-000000000003';
  const partitions = placePartitions(
    size,
    [{ typeGuid: BASIC_DATA_TYPE, guid, name: 'Windows', size: 'rest' }],
    sectorSize,
  );
  const pieces = buildGpt({ diskSize: size, sectorSize, diskGuid: guid.replace('317d', 'd15c'), partitions });
  const table = pieces.flatMap(({ offset, content }): [number, Uint8Array][] =>
    content instanceof Uint8Array ? [[offset, content]] : [],
  );
  return { table, windows: partitions[0] ?? { offset: 0, size: 0 } };
}

async function makeLargeSectors(path: string): Promise<void> {
  const { table, windows } = partitionsOf(12 * MIB, 4096);
  await makeRaw(path, 12 * MIB, [...table, [windows.offset, programBytes(MIB)]]);
}

/** An NTFS volume with a file, in whose free clusters a deleted one still stands. */
async function makeDeleted(path: string): Promise<void> {
  const { table, windows } = partitionsOf(32 * MIB, 512);
  const volume = join(folder, 'volume');
  await makeRaw(volume, windows.size, []);
  await makeRaw(join(folder, 'secret'), 6 * MIB, [[0, Buffer.alloc(6 * MIB, 'a deleted secret ')]]);
  await makeRaw(join(folder, 'kept'), 2 * MIB, [[0, programBytes(2 * MIB)]]);
  for (const file of ['secret', 'kept']) {
    // A quick format deletes everything and leaves the data where it was.
    await run('mkntfs', ['-F', '-Q', '-q', volume]);
    await run('ntfscp', ['-q', volume, join(folder, file), file]);
  }
  await makeRaw(path, 32 * MIB, [...table, [windows.offset, await readFile(volume)]]);
}

let wiped = '';
it('free clusters read as zeros and the file is whole when free space is skipped', async () => {
  const { vmdk } = await convert(raw(DELETED), join(folder, 'wiped.ova'));
  wiped = vmdk;
  const back = join(folder, 'wiped.raw');
  await run('qemu-img', ['convert', '-O', 'raw', vmdk, back]);
  const bytes = await readFile(back);
  expect((await readFile(raw(DELETED))).includes('a deleted secret')).toBe(true);
  expect(bytes.includes('deleted secret')).toBe(false);
  const { windows } = partitionsOf(32 * MIB, 512);
  const volume = join(folder, 'wiped');
  await makeRaw(volume, windows.size, [[0, bytes.subarray(windows.offset, windows.offset + windows.size)]]);
  await run('ntfsfix', ['-n', volume]);
  await run('sh', ['-c', 'ntfscat wiped kept | cmp - kept'], folder);
});

describe.each(Object.entries(FORMATS))('%s', (format, [driver]) => {
  it.each(CONTENTS)('%s', async (content) => {
    const work = join(folder, format);
    await rm(work, { recursive: true, force: true });
    await mkdir(work);
    const image = join(work, 'image');
    await makeImage(raw(content), format, image);
    const vmdk = await convertWhole(image, join(work, 'whole.ova'));
    await assertSameDisk(image, driver, vmdk);
    await assertSameDisk(raw(content), 'raw', vmdk);
    if (format === 'raw') {
      // The disk inside an OVA is one more format.
      const again = join(work, 'again');
      await mkdir(again);
      await assertSameDisk(raw(content), 'raw', await convertWhole(join(work, 'whole.ova'), join(again, 'again.ova')));
    }
    if (content === DELETED) await assertSameDisk(wiped, 'vmdk', (await convert(image, join(work, 'wiped.ova'))).vmdk);
    await rm(work, { recursive: true });
  });
});
