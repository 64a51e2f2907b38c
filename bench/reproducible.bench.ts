/** npm run bench -- reproducible: the same disk converted with 1, 2 and 4 threads, at two levels; one SHA-256 for each level. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDisk } from '../src/disk/open-disk.ts';
import { skipFreeSpace } from '../src/disk/skip-free-space.ts';
import { writeOva } from '../src/ova/write-ova.ts';
import { MACHINE } from '../test/unit/ova/machine.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER, buildUsedDisk } from './lib/bench-disks.ts';

export async function run(): Promise<boolean> {
  const used = await buildUsedDisk();
  const folder = join(BENCH_FOLDER, 'reproducible');
  await mkdir(folder, { recursive: true });
  let same = true;
  console.log(used.title);
  for (const level of [1, 6]) {
    const hashes = new Set<string>();
    for (const workers of [1, 2, 4]) {
      const hash = await convert(used.path, join(folder, 'bench.ova'), level, workers);
      console.log(`level ${level}, ${workers} threads: ${hash}`);
      hashes.add(hash);
    }
    same &&= hashes.size === 1;
  }
  await rm(folder, { recursive: true });
  return bar('the same OVA with 1, 2 and 4 threads, at levels 1 and 6', same);
}

async function convert(path: string, ova: string, level: number, workers: number): Promise<string> {
  const disk = skipFreeSpace(await openDisk(path));
  try {
    const { sha256 } = await writeOva(disk, ova, {
      vm: MACHINE,
      level,
      workers,
      manifest: 'sha256',
      modified: 0,
      signal: new AbortController().signal,
    });
    return sha256;
  } finally {
    await disk.close();
  }
}
