import { afterEach, describe, expect, it } from 'vitest';
import { FormatError } from '../../../../src/errors.ts';
import type { ByteSource } from '../../../../src/files/byte-source.ts';
import { openRangedFile, type Traffic } from '../../../../src/vsphere/transfer/ranged-file.ts';
import type { SoapAnswer, SoapCall, SoapServer } from '../soap-server.ts';
import { fileServer, partOf } from './ranged-server.ts';

const BLOCK = 64 * 1024;
const FILE = { datastore: 'ds', path: 'ws/ws-flat.vmdk' };
const CONTENT = Buffer.alloc(20 * BLOCK + 100, 0).map((_, index) => (index * 7 + (index >> 16)) % 256);
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

interface Opened {
  readonly file: ByteSource;
  readonly traffic: Traffic;
  readonly ranges: () => (string | undefined)[];
}

async function serve(
  answer: (call: SoapCall, count: number) => SoapAnswer = (call) => partOf(CONTENT, call),
  limit = 2 ** 22,
): Promise<Opened> {
  const server = await fileServer(answer);
  open.push(server);
  const traffic = { moved: 0, limit };
  const file = await openRangedFile(await server.connect(), 'DC0', FILE, traffic);
  const ranges = (): (string | undefined)[] =>
    server.calls.flatMap(({ path, range }) => (path === '/sdk' ? [] : [range]));
  return { file, traffic, ranges };
}

const at = (block: number, end = (block + 1) * BLOCK): string => `bytes=${block * BLOCK}-${end - 1}`;

describe('a file in parts', () => {
  it('knows its size and its name from the first block', async () => {
    const { file, traffic, ranges } = await serve();
    expect([file.size, file.path]).toEqual([CONTENT.length, '[ds] ws/ws-flat.vmdk']);
    expect(ranges()).toEqual([at(0)]);
    expect(traffic.moved).toBe(BLOCK);
  });

  it('reads over the borders of blocks, each of which is asked for once', async () => {
    const { file, traffic, ranges } = await serve();
    const read = await file.read(2 * BLOCK - 10, BLOCK + 20);
    expect(read.equals(CONTENT.subarray(2 * BLOCK - 10, 3 * BLOCK + 10))).toBe(true);
    const target = Buffer.alloc(5);
    await file.readInto(target, BLOCK + 3);
    expect(target.equals(CONTENT.subarray(BLOCK + 3, BLOCK + 8))).toBe(true);
    expect(ranges()).toEqual([at(0), at(1), at(2), at(3)]);
    expect(traffic.moved).toBe(4 * BLOCK);
  });

  it('asks for no more than there is at the end', async () => {
    const { file, traffic, ranges } = await serve();
    expect((await file.read(CONTENT.length - 10, 10)).equals(CONTENT.subarray(-10))).toBe(true);
    expect(ranges().at(-1)).toBe(at(20, CONTENT.length));
    expect(traffic.moved).toBe(BLOCK + 100);
  });

  it('asks once for a block that is read from two sides at a time', async () => {
    const { file, ranges } = await serve();
    await Promise.all([file.read(BLOCK, 5), file.read(BLOCK + 50, 5)]);
    expect(ranges()).toEqual([at(0), at(1)]);
  });

  it('keeps the sixteen blocks that were used last', async () => {
    const { file, ranges } = await serve();
    for (let block = 1; block < 16; block++) await file.read(block * BLOCK, 1);
    await file.read(0, 1);
    await file.read(16 * BLOCK, 1);
    expect(ranges()).toHaveLength(17);
    await file.read(0, 1);
    await file.read(2 * BLOCK, 1);
    expect(ranges()).toHaveLength(17);
    await file.read(BLOCK, 1);
    expect(ranges()).toHaveLength(18);
    await file.close();
    await file.read(BLOCK, 1);
    expect(ranges()).toHaveLength(19);
  });

  it('counts of a small file what it has', async () => {
    const { file, traffic } = await serve((call) => partOf(CONTENT.subarray(0, 300), call));
    expect([file.size, traffic.moved]).toEqual([300, 300]);
  });

  it('moves no more than is allowed, over all reads', async () => {
    const { file, traffic, ranges } = await serve(undefined, 3 * BLOCK);
    await file.read(0, 3 * BLOCK);
    await expect(file.read(5 * BLOCK, 1)).rejects.toMatchObject({
      refusal: 'too-much',
      message: 'More than 192 KiB would have to be moved to judge [ds] ws/ws-flat.vmdk',
    });
    await expect(file.read(0, 3 * BLOCK + 1)).rejects.toMatchObject({ refusal: 'too-much' });
    expect(ranges()).toHaveLength(3);
    expect(traffic.moved).toBe(3 * BLOCK);
  });

  it('counts nothing for what was refused, and asks for it again', async () => {
    const { file, traffic } = await serve((call, count) => (count === 2 ? { status: 403 } : partOf(CONTENT, call)));
    await expect(file.read(BLOCK, 1)).rejects.toMatchObject({ refusal: 'no-privilege' });
    expect(traffic.moved).toBe(BLOCK);
    expect((await file.read(BLOCK, 1))[0]).toBe(CONTENT[BLOCK]);
  });

  it('notices a file that changes its size', async () => {
    const { file } = await serve((call, count) => partOf(count === 1 ? CONTENT : CONTENT.subarray(0, -1), call));
    await expect(file.read(BLOCK, 1)).rejects.toMatchObject({
      refusal: 'answer',
      message: `[ds] ws/ws-flat.vmdk has changed its size from ${CONTENT.length} to ${CONTENT.length - 1} while it was read`,
    });
  });

  it('reads nothing outside', async () => {
    const { file } = await serve();
    await expect(file.read(CONTENT.length - 1, 2)).rejects.toBeInstanceOf(FormatError);
    await expect(file.readInto(Buffer.alloc(2), CONTENT.length - 1)).rejects.toBeInstanceOf(FormatError);
    await expect(file.readInto(Buffer.alloc(2), -1)).rejects.toBeInstanceOf(FormatError);
  });
});
