import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import {
  type ByteSource,
  handleSource,
  openFileSource,
  openWritableFileSource,
  windowOf,
} from '../../../src/files/byte-source.ts';
import { ExtentList } from '../../../src/files/extent-list.ts';

let work: string;
let path: string;
let opened: ByteSource[];
beforeEach(async () => {
  opened = [];
  work = await mkdtemp(join(tmpdir(), 'stillframe-source-'));
  path = join(work, 'disk.raw');
  await writeFile(path, '0123456789');
});
afterEach(async () => {
  for (const source of opened) await source.close();
  await rm(work, { recursive: true, force: true });
});

async function source(findStored?: (file: string) => Promise<ExtentList | undefined>): Promise<ByteSource> {
  const file = await openFileSource(path, findStored);
  opened.push(file);
  return file;
}

describe('openFileSource', () => {
  it('reads at any place, up to the end and not past it', async () => {
    const file = await source();
    expect([file.path, file.size]).toEqual([path, 10]);
    expect((await file.read(0, 10)).toString()).toBe('0123456789');
    expect((await file.read(9, 1)).toString()).toBe('9');
    expect((await file.read(10, 0)).length).toBe(0);
    const target = Buffer.from('______');
    await file.readInto(target.subarray(1, 4), 5);
    expect(target.toString()).toBe('_567__');
  });

  it.each([
    [9, 2],
    [-1, 1],
    [11, 0],
    [0, 2 ** 52],
  ])('refuses %d and %d bytes with the place, before it takes the memory', async (offset, length) => {
    const error = await (await source()).read(offset, length).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ file: path, offset, expected: `${length} bytes`, found: 'the end at 10' });
  });

  it('says when a file has become shorter', async () => {
    const file = await source();
    await writeFile(path, '01');
    await expect(file.read(0, 10)).rejects.toThrow(FormatError);
  });

  it('tells what is stored once, where somebody can', async () => {
    expect(await (await source()).stored?.()).toBeUndefined();
    const asked: string[] = [];
    const list = new ExtentList();
    const file = await source(async (name) => {
      asked.push(name);
      return list;
    });
    expect(await file.stored?.()).toBe(list);
    expect(await file.stored?.()).toBe(list);
    expect(asked).toEqual([path]);
  });

  it.each([
    ['nothing there', () => join(work, 'none'), 'file-missing', 'does not exist'],
    ['a path through a file', () => join(path, 'x'), 'path-invalid', 'leads through a file'],
  ])('refuses %s, to read and to write', async (_, place, code, says) => {
    const expected = { code, message: `The image ${place()} ${says}` };
    for (const open of [openFileSource, openWritableFileSource]) {
      const error = await open(place()).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, message: expect.stringContaining(expected.message) });
    }
  });

  it('refuses a folder', async () => {
    await expect(openFileSource(work)).rejects.toMatchObject({
      code: 'file-missing',
      message: `The image ${work} is not a file`,
    });
    await expect(openWritableFileSource(work)).rejects.toMatchObject({
      code: 'path-invalid',
      message: `The image ${work} is a folder where a file is needed`,
    });
  });
});

describe('openWritableFileSource', () => {
  it('writes in place and grows', async () => {
    const file = await openWritableFileSource(path);
    opened.push(file);
    await file.write(2, Buffer.from('xy'));
    expect(file.size).toBe(10);
    await file.write(9, Buffer.from('abc'));
    expect(file.size).toBe(12);
    await file.flush();
    expect((await file.read(8, 4)).toString()).toBe('8abc');
    expect(await readFile(path, 'utf8')).toBe('01xy45678abc');
  });
});

describe('windowOf', () => {
  it('is a part with its own zero', async () => {
    const file = await source();
    const part = windowOf(file, 3, 4, 'disk.raw!part');
    expect([part.path, part.size]).toEqual(['disk.raw!part', 4]);
    expect((await part.read(1, 3)).toString()).toBe('456');
    const target = Buffer.alloc(2);
    await part.readInto(target, 2);
    expect(target.toString()).toBe('56');
    expect(windowOf(file, 0, 10).path).toBe(path);
    expect(windowOf(file, 10, 0).size).toBe(0);
  });

  it('shows nothing beyond its ends', async () => {
    const part = windowOf(await source(), 3, 4, 'part');
    const beyond = { file: 'part', found: 'the end at 4' };
    await expect(part.read(2, 3)).rejects.toMatchObject({ ...beyond, offset: 2, expected: '3 bytes' });
    await expect(part.read(-1, 1)).rejects.toMatchObject({ ...beyond, offset: -1 });
    await expect(part.readInto(Buffer.alloc(1), 4)).rejects.toMatchObject({ ...beyond, offset: 4 });
  });

  it.each([
    [-1, 2],
    [0, -1],
    [5, 6],
  ])('cannot begin at %d with %d bytes', async (offset, size) => {
    const file = await source();
    expect(() => windowOf(file, offset, size)).toThrow(FormatError);
  });

  it('tells what is stored of its part', async () => {
    const list = new ExtentList();
    list.add(0, 4);
    list.add(6, 10);
    const part = windowOf(await source(async () => list), 3, 4);
    expect([...((await part.stored?.())?.within(0, 100) ?? [])]).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
    ]);
    expect(await windowOf(await source(), 3, 4).stored?.()).toBeUndefined();
  });

  it('closes what it is a part of', async () => {
    const file = await openFileSource(path);
    await windowOf(file, 0, 1).close();
    await expect(file.read(0, 1)).rejects.toThrow();
  });
});

it('handleSource reads through a handle that somebody else has opened', async () => {
  const handle = await open(path);
  const file = handleSource('x', handle, 10);
  expect([file.path, file.size, (await file.read(1, 2)).toString()]).toEqual(['x', 10, '12']);
  await file.close();
  await expect(handle.stat()).rejects.toThrow();
});
