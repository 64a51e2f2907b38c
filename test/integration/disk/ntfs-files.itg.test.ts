/** Files of an NTFS volume by path, read by us and by ntfs-3g: those whose records are continued elsewhere too. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { readNtfsFile } from '../../../src/disk/ntfs/ntfs-file.ts';
import { findNtfsPath } from '../../../src/disk/ntfs/ntfs-path.ts';
import { NtfsVolume } from '../../../src/disk/ntfs/ntfs-volume.ts';
import { openRawDisk } from '../../../src/disk/raw-disk.ts';

const run = promisify(execFile);
const CLUSTER = 4096;
/** More than the volume has room for: as much of it as fits is written. */
const LARGE = Buffer.concat(Array.from({ length: 6000 }, (_, index) => Buffer.alloc(CLUSTER, index % 251)));

let folder: string;
let disk: Disk | undefined;
let volume: NtfsVolume;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-ntfs-files-'));
});
afterAll(async () => {
  await disk?.close();
  await rm(folder, { recursive: true, force: true });
});

async function makeVolume(size: number): Promise<string> {
  const file = join(folder, 'volume.ntfs');
  const handle = await open(file, 'w');
  await handle.truncate(size);
  await handle.close();
  await run('mkntfs', ['-Q', '-F', '-p', '2048', '-H', '255', '-S', '63', '-s', '512', file]);
  return file;
}

async function openVolume(file: string): Promise<void> {
  const opened = await openRawDisk(file);
  disk = opened;
  volume = await NtfsVolume.open(opened, 0, opened.size);
}

/** Mounting takes FUSE, which not every container has. */
const canMount = existsSync('/dev/fuse') && process.getuid?.() === 0;

describe('a volume in pieces', () => {
  beforeAll(async () => {
    if (!canMount) return;
    const file = await makeVolume(24 * 2 ** 20);
    const root = join(folder, 'mounted');
    await mkdir(root);
    await run('ntfs-3g', [file, root]);
    try {
      // Every second cluster of a full volume is given back: what comes then lies in as many pieces as clusters.
      let count = 0;
      for (; ; count++) {
        const written = await writeFile(join(root, `f${count}`), Buffer.alloc(CLUSTER, 1)).catch(() => 'full');
        if (written === 'full') break;
      }
      for (let index = 0; index < count; index += 2) await rm(join(root, `f${index}`));
      await mkdir(join(root, 'Folder'));
      for (let index = 0; index < 1000; index++) await writeFile(join(root, 'Folder', name(index)), '');
      await writeFile(join(root, 'Folder', 'last.txt'), 'the last');
      size = await fill(join(root, 'Large.bin'));
    } finally {
      await run('umount', [root]);
    }
    await openVolume(file);
  });

  let size = 0;

  /** @returns how many bytes of LARGE found room */
  async function fill(path: string): Promise<number> {
    const handle = await open(path, 'w');
    let written = 0;
    for (; written < LARGE.length; written += CLUSTER) {
      const result = await handle.write(LARGE, written, CLUSTER, written).catch(() => undefined);
      if (result?.bytesWritten !== CLUSTER) break;
    }
    await handle.truncate(written);
    await handle.close();
    return written;
  }

  const name = (index: number): string => `some-file-with-a-rather-long-name-${index}.txt`;

  it.skipIf(!canMount)('gives a file whose record is continued in others', async () => {
    const record = (await findNtfsPath(volume, '/large.BIN')) ?? -1;
    expect((await volume.record(record)).length).toBeGreaterThan(0);
    expect(size).toBeGreaterThan(1000 * CLUSTER);
    expect((await readNtfsFile(volume, record, size)).equals(LARGE.subarray(0, size))).toBe(true);
    await expect(readNtfsFile(volume, record, size - 1)).rejects.toThrow('a file of at most');
  });

  it.skipIf(!canMount)('finds each file of a large folder, and none that is not there', async () => {
    for (let index = 0; index < 1000; index += 43) {
      expect(await findNtfsPath(volume, `FOLDER\\${name(index).toUpperCase()}`)).toBeDefined();
    }
    const last = (await findNtfsPath(volume, 'Folder/last.txt')) ?? -1;
    expect((await readNtfsFile(volume, last, 100)).toString()).toBe('the last');
    expect(await findNtfsPath(volume, 'Folder/last.tx')).toBeUndefined();
    expect(await findNtfsPath(volume, 'Other/last.txt')).toBeUndefined();
    await expect(findNtfsPath(volume, 'Large.bin/last.txt')).rejects.toThrow('the index of a directory');
    await expect(readNtfsFile(volume, (await findNtfsPath(volume, 'Folder')) ?? -1, 100)).rejects.toThrow(
      'a data attribute',
    );
  });
});
