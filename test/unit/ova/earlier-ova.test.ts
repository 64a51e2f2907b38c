import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { type EarlierOva, earlierOva, neverReused } from '../../../src/ova/earlier-ova.ts';
import type { OvaSources } from '../../../src/ova/ova-parts.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { openStageCache } from '../../../src/reuse/stage-cache.ts';
import { playedContext } from '../actions/played-context.ts';
import { MACHINE } from './machine.ts';

const MIB = 2 ** 20;
const SIGNAL = new AbortController().signal;
const OPTIONS = { vm: MACHINE, level: 1, manifest: 'sha256', modified: 0, toolsInstalled: false } as const;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-earlier-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withDisk<T>(
  content: string,
  use: (earlier: EarlierOva, ova: string) => Promise<T>,
  more: Partial<OvaSources> = {},
): Promise<T> {
  const path = join(folder, 'a.raw');
  const bytes = Buffer.alloc(3 * MIB);
  bytes.write(content, MIB);
  await writeFile(path, bytes);
  const context = playedContext(folder);
  const kept = await openStageCache({ folder: join(folder, 'kept'), maxBytes: 100 * MIB, run: '7' }, context);
  const disk = await openDisk(path);
  try {
    const ova = join(folder, 'a.ova');
    const earlier = await earlierOva(kept, disk, { ...OPTIONS, skipFreeSpace: false, ...more }, SIGNAL);
    const taken = await earlier.take(ova);
    if (!taken.ova) await earlier.keep(ova, await writeOva(disk, ova, { ...OPTIONS, signal: SIGNAL, ...more }));
    return await use(earlier, ova);
  } finally {
    await disk.close();
  }
}

it('takes the very OVA that was packed of the same content, with what packing it came to', async () => {
  const first = await withDisk('data', async (_earlier, ova) => readFile(ova));
  await rm(join(folder, 'a.ova'));
  const { taken, second } = await withDisk('data', async (earlier, ova) => {
    const found = await earlier.take(ova);
    return { taken: found, second: await readFile(ova) };
  });
  expect(second.equals(first)).toBe(true);
  expect(taken).toMatchObject({
    reuse: {
      reused: true,
      why: expect.stringMatching(/^same disk, machine, settings, signature as in run 7 /),
    },
    ova: { size: first.length, disk: { file: 'ws2019-std-disk1.vmdk', capacity: 3 * MIB } },
  });
  expect(existsSync(join(folder, 'a.ova.stillframe-partial'))).toBe(false);
});

it('puts it in place of the same OVA, and leaves no second name of it', async () => {
  await withDisk('data', async (earlier, ova) => {
    // Where files are linked, what stands there is what is kept: then a rename does nothing.
    expect((await earlier.take(ova)).reuse.reused).toBe(true);
    expect((await earlier.take(ova)).reuse.reused).toBe(true);
    expect(existsSync(`${ova}.stillframe-partial`)).toBe(false);
  });
});

it.each<[string, string, Partial<OvaSources>, string]>([
  ['other content', 'DATA', {}, 'the content of the disk has changed'],
  ['another machine', 'data', { vm: { ...MACHINE, cpus: 4 } }, 'cpus of the machine: 2 -> 4'],
  ['another level', 'data', { level: 6 }, 'compression-level: 1 -> 6'],
])('takes nothing for %s, and says what is another', async (_what, content, more, told) => {
  await withDisk('data', async () => {});
  await rm(join(folder, 'a.ova'));
  const path = join(folder, 'a.raw');
  const bytes = Buffer.alloc(3 * MIB);
  bytes.write(content, MIB);
  await writeFile(path, bytes);
  const kept = await openStageCache(
    { folder: join(folder, 'kept'), maxBytes: 100 * MIB, run: '8' },
    playedContext(folder),
  );
  const disk = await openDisk(path);
  const earlier = await earlierOva(kept, disk, { ...OPTIONS, skipFreeSpace: false, ...more }, SIGNAL);
  const taken = await earlier.take(join(folder, 'a.ova')).finally(() => disk.close());
  expect(taken).toEqual({ reuse: { reused: false, why: `other inputs than run 7 had: ${told}` } });
  expect(existsSync(join(folder, 'a.ova'))).toBe(false);
});

it('is none of an OVA that is another each time', async () => {
  const never = neverReused('it is signed by a command');
  expect(await never.take(join(folder, 'a.ova'))).toEqual({
    reuse: { reused: false, why: 'it is signed by a command' },
  });
  await never.keep('', {} as never);
});
