/** Images changed in place by a machine that stops after any write: they open, and each block has its old content or its new. */

import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Disk, WritableDisk } from '../../../src/disk/disk.ts';
import { openDiskIn } from '../../../src/disk/open-disk.ts';
import { openVhdForWriting } from '../../../src/disk/vhd/vhd-writable-disk.ts';
import { writeVhd } from '../../../src/disk/vhd/vhd-writer.ts';
import { openVhdxForWriting } from '../../../src/disk/vhdx/vhdx-writable-disk.ts';
import { openVmdkSparseForWriting } from '../../../src/disk/vmdk/vmdk-writable-disk.ts';
import type { WritableByteSource } from '../../../src/files/byte-source.ts';
import { type Journal, journalled, type Write } from './journalled.ts';
import { memoryDisk } from './memory-disk.ts';
import { memorySource } from './mutated-images.ts';

const SECTOR = 512;

/** What may have been written when the machine stops after the first `count` events: all of them, or one not yet flushed lost. */
function* leftovers(events: Journal['events'], count: number): Generator<readonly Write[]> {
  const done = events.slice(0, count);
  const safe = done.lastIndexOf('flush');
  const lost = [undefined, ...done.keys()].filter((index) => index === undefined || index > safe);
  for (const missing of lost) {
    yield done.filter((event, index): event is Write => event !== 'flush' && index !== missing);
  }
}

const content = (disk: Disk, offset: number): Promise<Buffer> => disk.read(offset, SECTOR);

const fixture = (name: string): Buffer =>
  gunzipSync(readFileSync(new URL(`../../fixtures/disk/${name}.gz`, import.meta.url)));

/** Two of its blocks are stored. */
async function dynamicVhd(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-crash-'));
  try {
    const disk = memoryDisk(11 * 2 ** 20);
    await disk.write(2 ** 20, Buffer.alloc(SECTOR, 'old'));
    await disk.write(5 * 2 ** 20, Buffer.alloc(SECTOR, 'old'));
    await writeVhd(disk, join(folder, 'disk.vhd'), { type: 'dynamic' });
    return await readFile(join(folder, 'disk.vhd'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

type OpenForWriting = (source: WritableByteSource) => Promise<WritableDisk>;

describe.each<readonly [string, () => Promise<Buffer>, OpenForWriting]>([
  ['VHD', dynamicVhd, openVhdForWriting],
  ['VHDX', async () => fixture('gpt.vhdx'), openVhdxForWriting],
  ['sparse VMDK', async () => fixture('gpt-sparse.vmdk'), openVmdkSparseForWriting],
])('%s', (_, makeImage, openForWriting) => {
  it('survives a stop after any write to stored and to new blocks', async () => {
    const image = await makeImage();
    const before = await openDiskIn(memorySource(image));
    const empty: number[] = [];
    const stored: number[] = [];
    for await (const { kind, offset, length } of before.ranges()) {
      (kind === 'zero' ? empty : stored).push(offset + SECTOR * Math.floor(length / SECTOR / 2));
    }
    const places = [...stored.slice(0, 2), ...empty.slice(0, 3), before.size - SECTOR];
    expect(empty.length).toBeGreaterThan(0);
    const old = await Promise.all(places.map((place) => content(before, place)));
    const fresh = places.map((place) => Buffer.alloc(SECTOR, `new at ${place} `));

    const { source, events } = journalled(image);
    const disk = await openForWriting(source);
    for (const [index, place] of places.entries()) {
      await disk.write(place, fresh[index] ?? Buffer.alloc(0));
      await disk.flush();
    }
    for (let count = 0; count <= events.length; count++) {
      for (const writes of leftovers(events, count)) {
        const after = await openDiskIn(journalled(image, writes).source);
        expect(after.size).toBe(before.size);
        for (const [index, place] of places.entries()) {
          const now = await content(after, place);
          const isOneOfBoth = now.equals(old[index] ?? now) || now.equals(fresh[index] ?? now);
          expect(isOneOfBoth, `after ${count} events, sector at ${place}`).toBe(true);
        }
        // And it can be changed again.
        await (await openForWriting(journalled(image, writes).source)).write(
          places.at(-1) ?? 0,
          Buffer.alloc(SECTOR, 'again '),
        );
      }
    }
    const after = await openDiskIn(source);
    expect(await Promise.all(places.map((place) => content(after, place)))).toEqual(fresh);
  });
});
