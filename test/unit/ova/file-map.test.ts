import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { ToolError } from '../../../src/errors.ts';
import { findStoredWith } from '../../../src/ova/file-map.ts';

type Tools = Context['tools'];
const SIZE = 2 ** 20;
let folder = '';
let path = '';
let calls: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-map-'));
  path = await makeFile('sparse', SIZE, 4096);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  calls = [];
});

async function makeFile(name: string, size: number, stored: number): Promise<string> {
  const made = join(folder, name);
  const file = await open(made, 'w');
  await file.write(Buffer.alloc(stored, 1));
  await file.truncate(size);
  await file.sync();
  await file.close();
  return made;
}

/** A machine with these programs, each of which prints this, or fails with this. */
function machine(programs: Readonly<Record<string, string | Error>>): Tools {
  return {
    has: async (program) => program in programs,
    find: () => Promise.reject(new Error('not asked for')),
    run: async (program, args) => {
      calls.push([program, ...args].join(' '));
      const answer = programs[program];
      if (typeof answer !== 'string') throw answer ?? new Error(`${program} is not there`);
      return { exitCode: 0, stdout: answer, stderr: '' };
    },
  };
}

const storedBy = async (programs: Readonly<Record<string, string | Error>>, of = path) => {
  const stored = await findStoredWith(machine(programs))(of);
  return stored && [...stored.within(0, SIZE)];
};

const RANGES =
  'Allocated range[1]: Offset: 0x0         Length: 0x1000\r\nAllocated range[2]: Offset: 0x3000  Length: 0x1000\r\n';
const MAP = JSON.stringify([
  { start: 0, length: 4096, depth: 0, present: true, zero: false, data: true, offset: 0 },
  { start: 4096, length: 8192, depth: 0, present: true, zero: true, data: false, offset: 4096 },
  { start: 12_288, length: 4096, depth: 0, present: true, zero: false, data: true, offset: 12_288 },
  { start: 16_384, length: SIZE - 16_384, depth: 0, present: true, zero: true, data: false, offset: 16_384 },
]);
const EXTENTS = [
  { start: 0, end: 4096 },
  { start: 12_288, end: 16_384 },
];
const failure = new ToolError('the program', 1, 'it failed');

describe('the holes of a file', () => {
  it('are asked of the program that the system has, the surest first', async () => {
    const all = { filefrag: '', 'qemu-img': MAP, 'fsutil.exe': RANGES };
    expect(await storedBy(all)).toEqual(EXTENTS);
    expect(calls).toEqual([`fsutil.exe sparse queryrange ${path}`]);
  });

  it('are asked of the next where one fails, or prints what nobody knows', async () => {
    expect(await storedBy({ 'fsutil.exe': failure, 'qemu-img': 'no JSON', filefrag: '' })).toBeUndefined();
    expect(calls).toEqual([
      `fsutil.exe sparse queryrange ${path}`,
      `qemu-img map -f raw --output=json ${path}`,
      `filefrag -s -v ${path}`,
    ]);
    expect(await storedBy({ 'fsutil.exe': 'Error', 'qemu-img': MAP })).toEqual(EXTENTS);
  });

  it('are not known where no program is there', async () => {
    expect(await storedBy({})).toBeUndefined();
  });

  it('are not the whole of a file that stores something, whatever a program says', async () => {
    const nothing = JSON.stringify([{ start: 0, length: SIZE, zero: true, data: false }]);
    expect(await storedBy({ 'fsutil.exe': '', 'qemu-img': nothing })).toBeUndefined();
    const empty = await makeFile('empty', SIZE, 0);
    expect(await storedBy({ 'qemu-img': nothing }, empty)).toEqual([]);
  });

  it('are not asked for when there are none', async () => {
    const dense = await makeFile('dense', 65_536, 65_536);
    expect(await storedBy({ 'qemu-img': new Error('asked') }, dense)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('do not hide a failure that is not the program’s', async () => {
    await expect(storedBy({ 'qemu-img': new Error('cancelled') })).rejects.toThrow('cancelled');
  });

  it('lie between extents that end with the file', async () => {
    const beyond = `Allocated range[1]: Offset: 0xff000 Length: 0x2000\nAllocated range[2]: Offset: 0x200000 Length: 0x1000`;
    expect(await storedBy({ 'fsutil.exe': beyond })).toEqual([{ start: 0xff000, end: SIZE }]);
  });

  it.each([
    ['that overlap', '[1]: 0x0 0x2000\n[2]: 0x1000 0x1000'],
    ['that go back', '[1]: 0x2000 0x1000\n[2]: 0x0 0x1000'],
    ['of no length', '[1]: 0x0 0x0'],
  ])('are not known from extents %s', async (_, ranges) => {
    expect(await storedBy({ 'fsutil.exe': ranges })).toBeUndefined();
  });
});
