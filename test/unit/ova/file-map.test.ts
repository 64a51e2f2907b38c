import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { ToolError } from '../../../src/errors.ts';
import { findStoredWith } from '../../../src/ova/file-map.ts';

type Tools = Context['tools'];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-map-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function makeFile(name: string, size: number, stored: number): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, 'w');
  await file.write(Buffer.alloc(stored, 1));
  await file.truncate(size);
  await file.sync();
  await file.close();
  return path;
}

const calls: unknown[] = [];
/** A qemu-img that prints this, or fails with this. */
function qemuImg(answer: string | Error | undefined): Tools {
  return {
    has: async () => answer !== undefined,
    find: () => Promise.reject(new Error('not asked for')),
    run: async (...call) => {
      calls.push(call);
      if (typeof answer !== 'string') throw answer ?? new Error('qemu-img is not there');
      return { exitCode: 0, stdout: answer, stderr: '' };
    },
  };
}

const MAP = JSON.stringify([
  { start: 0, length: 4096, depth: 0, present: true, zero: false, data: true, offset: 0 },
  { start: 4096, length: 8192, depth: 0, present: true, zero: true, data: false, offset: 4096 },
  { start: 12_288, length: 4096, depth: 0, present: true, zero: false, data: true, offset: 12_288 },
]);

describe('the holes of a file', () => {
  it('are what qemu-img does not call data', async () => {
    const path = await makeFile('sparse', 2 ** 20, 4096);
    const stored = await findStoredWith(qemuImg(MAP))(path);
    expect(calls.at(-1)).toEqual(['qemu-img', ['map', '-f', 'raw', '--output=json', path]]);
    expect([...(stored?.within(0, 2 ** 20) ?? [])]).toEqual([
      { start: 0, end: 4096 },
      { start: 12_288, end: 16_384 },
    ]);
  });

  it('are what is called data and zero at once, too', async () => {
    const path = await makeFile('sparse', 2 ** 20, 4096);
    const map = JSON.stringify([
      { start: 0, length: 10, data: true, zero: true },
      { start: 10, length: 10, data: false, zero: false },
      { start: 20, length: 10, data: true, zero: false },
    ]);
    const stored = await findStoredWith(qemuImg(map))(path);
    expect([...(stored?.within(0, 2 ** 20) ?? [])]).toEqual([{ start: 20, end: 30 }]);
  });

  it.each([
    ['qemu-img is missing', undefined],
    ['it fails', new ToolError('qemu-img', 1, 'Failed to get shared "write" lock')],
    ['it prints something else', 'no JSON'],
  ])('are not known when %s', async (_, answer) => {
    const path = await makeFile('sparse', 2 ** 20, 4096);
    expect(await findStoredWith(qemuImg(answer))(path)).toBeUndefined();
  });

  it('are not asked for when there are none', async () => {
    const path = await makeFile('dense', 65_536, 65_536);
    expect(await findStoredWith(qemuImg(new Error('asked')))(path)).toBeUndefined();
  });

  it('do not hide a failure that is not the program’s', async () => {
    const path = await makeFile('sparse', 2 ** 20, 4096);
    await expect(findStoredWith(qemuImg(new Error('cancelled')))(path)).rejects.toThrow('cancelled');
  });
});
