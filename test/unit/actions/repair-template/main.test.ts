import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from '../../../../actions/repair-template/main.ts';
import type { Disk } from '../../../../src/disk/disk.ts';
import { sampleDisk } from '../../disk/sample-disk.ts';
import { playedContext } from '../played-context.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-repair-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A raw image of which only the data are stored. */
async function write(disk: Disk): Promise<string> {
  const path = join(folder, 'a.img');
  const file = await open(path, 'w');
  await file.truncate(disk.size);
  for await (const { kind, offset, length } of disk.ranges()) {
    if (kind === 'data') await file.write(await disk.read(offset, length), 0, length, offset);
  }
  await file.close();
  return path;
}

it('shows the layout before and after, and says which image it reads', async () => {
  const image = await write(await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] }));
  const context = playedContext(folder);
  const { changed, before, after, live } = await main({ offline: { image, extend: false, dryRun: true } }, context);
  expect([changed, live]).toEqual([true, undefined]);
  expect(before.partitions).toHaveLength(4);
  expect(after.partitions).toHaveLength(3);
  expect(context.said.info[0]).toBe(`Reading ${image}`);
  const [was, is] = context.said.info.slice(-2);
  expect(was).toMatch(/^Before: .*Recovery/s);
  expect(is).toMatch(/^After: /);
  expect(is).not.toMatch(/Recovery/);
});

it('says that there is nothing to repair, where there is not', async () => {
  const image = await write(await sampleDisk({ ntfs: { renamed: ['vmt', 'vmx'] } }));
  const context = playedContext(folder);
  const { changed } = await main({ offline: { image, extend: false, dryRun: false } }, context);
  expect(changed).toBe(false);
  expect(context.said.info.at(-1)).toBe('Nothing to repair: there is no Recovery partition');
  expect(context.said.info.some((line) => line.startsWith('After:'))).toBe(false);
});
