import { type FileHandle, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { findFreeSpace } from '../../../src/disk/free-space.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { decodeNtfsBootSector, type NtfsGeometry } from '../../../src/disk/ntfs/ntfs-boot-sector.ts';
import { FormatError, ToolError } from '../../../src/errors.ts';
import { extendNtfs, ntfsSize } from '../../../src/repair/extend-ntfs.ts';
import type { ToolOptions, ToolRunner } from '../../../src/tools/tool-runner.ts';
import { memoryDisk } from '../disk/memory-disk.ts';
import { sampleDisk } from '../disk/sample-disk.ts';

const MIB = 2 ** 20;
const PAGE = 4096;
/** No whole page, and no whole MiB, so that the last of both is a short one. */
const SIZE = 8 * MIB + 3 * 512;

const temp = await mkdtemp(join(tmpdir(), 'stillframe-extend-'));
afterAll(() => rm(temp, { recursive: true, force: true }));
const COPY = join(temp, 'windows-volume.ntfs');

let disk: WritableDisk;
let offset: number;
let geometry: NtfsGeometry;
/** What was done to the disk: a write by its place in the volume and its length, or a flush. */
let done: (readonly [at: number, length: number] | 'flush')[];
let calls: (readonly [tool: string, args: readonly string[], options: ToolOptions | undefined])[];

beforeEach(async () => {
  const sample = await sampleDisk();
  offset = (await readLayout(sample)).partitions[2]?.offset ?? 0;
  geometry = decodeNtfsBootSector(await sample.read(offset, 512), 'sample', offset);
  done = [];
  calls = [];
  disk = {
    ...sample,
    write: async (at, data) => {
      done.push([at - offset, data.length]);
      await sample.write(at, data);
    },
    flush: async () => void done.push('flush'),
  };
});

/** ntfsresize as this test plays it: `resize` is what it makes of the copy, `info` how it finds its work. */
function ntfsresize(resize: (copy: FileHandle) => Promise<void>, info = async (): Promise<void> => {}): ToolRunner {
  return {
    has: async () => true,
    find: async (tool) => tool,
    run: async (tool, args, options) => {
      calls.push([tool, args, options]);
      if (args.includes('--info')) await info();
      else {
        const copy = await open(args.at(-1) ?? '', 'r+');
        await resize(copy).finally(() => copy.close());
      }
      return { exitCode: 0, stdout: '', stderr: '' };
    },
  };
}

const signal = new AbortController().signal;
const extend = (tools: ToolRunner, by: AbortSignal = signal): Promise<void> =>
  extendNtfs(disk, offset, SIZE, { tools, temp, signal: by });

const put = (copy: FileHandle, at: number, text: string): Promise<unknown> =>
  copy.write(Buffer.from(text), 0, null, at);

/** The free places of the volume, counted from its start. */
async function freePlaces(): Promise<{ start: number; end: number }[]> {
  const { extents } = await findFreeSpace(disk);
  const volume = geometry.clusterCount * geometry.clusterSize;
  return [...extents.within(offset, offset + volume)].map(({ start, end }) => ({
    start: start - offset,
    end: end - offset,
  }));
}

describe('ntfsSize', () => {
  it('counts the copy of the boot sector behind the volume', async () => {
    const sectors = Number((await disk.read(offset + 40, 8)).readBigUInt64LE());
    expect(await ntfsSize(disk, offset)).toBe((sectors + 1) * 512);
    await expect(ntfsSize(memoryDisk(MIB), 0)).rejects.toThrow(FormatError);
  });
});

describe('extendNtfs', () => {
  it('gives ntfsresize a copy of the volume in the new size, and lets it check its own work', async () => {
    let seen = Buffer.alloc(0);
    await extend(
      ntfsresize(async () => {
        seen = await readFile(COPY);
      }),
    );
    expect(seen.length).toBe(SIZE);
    expect(seen.equals(await disk.read(offset, SIZE))).toBe(true);
    expect(calls).toEqual([
      ['ntfsresize', ['--force', '--no-progress-bar', COPY], { input: 'y\n' }],
      ['ntfsresize', ['--info', '--force', '--no-progress-bar', COPY], undefined],
    ]);
    expect(done).toEqual(['flush', 'flush', [0, PAGE], 'flush']);
  });

  it('writes what nothing refers to, then the metadata, then the boot sector, each safe before the next', async () => {
    const free = (await freePlaces()).find(({ start, end }) => Math.ceil(start / PAGE) * PAGE + PAGE <= end);
    const unused = Math.ceil((free?.start ?? 0) / PAGE) * PAGE;
    const oldEnd = await ntfsSize(disk, offset);
    const record = geometry.mftCluster * geometry.clusterSize + 10 * geometry.recordSize;
    const last = SIZE - 512;
    await extend(
      ntfsresize(async (copy) => {
        for (const at of [16, unused, oldEnd - 512, oldEnd, record, 5 * MIB - 2, last]) await put(copy, at, 'new!');
      }),
    );
    const page = (at: number): number => Math.floor(at / PAGE) * PAGE;
    const whole = (at: number): [number, number] => [at, PAGE];
    const unseen = [...new Set([unused, page(oldEnd), page(5 * MIB - 2), 5 * MIB])].filter(
      (at) => at >= oldEnd || at === unused,
    );
    const metadata = [...new Set([page(record), page(oldEnd - 512)])].sort((a, b) => a - b);
    expect(done).toEqual([
      ...unseen.sort((a, b) => a - b).map(whole),
      [page(last), SIZE - page(last)],
      'flush',
      ...metadata.map(whole),
      'flush',
      [0, PAGE],
      'flush',
    ]);
    for (const at of [16, unused, oldEnd, record, last])
      expect((await disk.read(offset + at, 4)).toString(), String(at)).toBe('new!');
  });

  it('leaves the records that have a mirror as they were, in both places', async () => {
    const boot = await disk.read(offset, 512);
    const places = [48, 56].map((at) => Number(boot.readBigUInt64LE(at)) * geometry.clusterSize);
    const length = 4 * geometry.recordSize;
    const before = await Promise.all(places.map((at) => disk.read(offset + at, length)));
    await extend(
      ntfsresize(async (copy) => {
        for (const at of places) {
          await put(copy, at, 'new!');
          await put(copy, at + length - 4, 'new!');
          await put(copy, at + length, 'new!');
        }
      }),
    );
    for (const [index, at] of places.entries()) {
      expect((await disk.read(offset + at, length)).equals(before[index] ?? Buffer.alloc(0))).toBe(true);
      expect((await disk.read(offset + at + length, 4)).toString()).toBe('new!');
    }
  });

  const refused = (): ToolError => new ToolError('ntfsresize', 1, 'ERROR: Volume is scheduled for check.');
  it.each<[string, () => ToolRunner]>([
    ['refuses', () => ntfsresize(() => Promise.reject(refused()))],
    [
      'finds its own work wrong',
      () =>
        ntfsresize(
          async (copy) => void (await put(copy, 0, 'new!')),
          () => Promise.reject(refused()),
        ),
    ],
  ])('writes nothing when ntfsresize %s, and keeps no copy', async (_, tools) => {
    await expect(extend(tools())).rejects.toMatchObject({ tool: 'ntfsresize', exitCode: 1 });
    expect(done).toEqual([]);
    expect((await stat(COPY)).size).toBe(0);
  });

  it('writes nothing once it is cancelled', async () => {
    const cancelling = new AbortController();
    const tools = ntfsresize(
      async (copy) => void (await put(copy, 0, 'new!')),
      async () => cancelling.abort(new Error('cancelled')),
    );
    await expect(extend(tools, cancelling.signal)).rejects.toThrow('cancelled');
    expect(done).toEqual([]);
    calls = [];
    await expect(extend(tools, cancelling.signal)).rejects.toThrow('cancelled');
    expect(calls).toEqual([]);
  });
});
