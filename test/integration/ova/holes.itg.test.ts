/** The holes of a file, asked of each program that can tell: what it does not list must read as zeros, and all agree on the OVA. */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { findStoredWith } from '../../../src/ova/file-map.ts';
import { openImage } from '../../../src/ova/open-image.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { tools } from '../../media/media-tools.ts';
import { randomBytes } from '../../media/sample-content.ts';
import { OPTIONS, run } from './convert-case.ts';

const PROGRAMS = ['qemu-img', 'filefrag'] as const;
const ISLANDS = 300;
const STEP = 2 ** 20;
const SIZE = ISLANDS * STEP + 2 ** 40;

let folder = '';
let image = '';
beforeAll(async () => {
  // Not in a folder of memory, whose file system tells filefrag nothing.
  folder = await mkdtemp(join(process.env.STILLFRAME_DISK_TMP ?? tmpdir(), 'stillframe-holes-'));
  image = join(folder, 'sparse.raw');
  const file = await open(image, 'w');
  for (let index = 0; index < ISLANDS; index++) {
    const data = randomBytes(`island ${index}`, 512 * (1 + ((index * 7) % 40)));
    await file.write(data, 0, data.length, index * STEP + 512 * (index % 9));
  }
  await file.truncate(SIZE);
  await file.close();
  // Allotted, never written, and reads as zeros; and what is allotted beyond the last island.
  await run('fallocate', ['--offset', String(ISLANDS * STEP + 8 * 2 ** 20), '--length', String(3 * 2 ** 20), image]);
});
afterAll(() => rm(folder, { recursive: true }));

/** A machine that has only this one. */
function only(program: string): Context['tools'] {
  return { ...tools, has: async (asked) => asked === program && tools.has(asked), find: tools.find, run: tools.run };
}

/** Whether this file system answers the program at all: memory does not. */
const answers = async (program: string) => (await findStoredWith(only(program))(image)) !== undefined;

describe.each(PROGRAMS)('%s', (program) => {
  it('lists all that is not zero', async ({ skip }) => {
    if (!(await answers(program))) skip(`the file system of ${folder} tells ${program} nothing`);
    const stored = await findStoredWith(only(program))(image);
    const copy = join(folder, `${program}.raw`);
    const [from, to] = [await open(image), await open(copy, 'w')];
    let moved = 0;
    for (const { start, end } of stored?.within(0, SIZE) ?? []) {
      const data = Buffer.alloc(end - start);
      await from.read(data, 0, data.length, start);
      await to.write(data, 0, data.length, start);
      moved += data.length;
    }
    await to.truncate(SIZE);
    await Promise.all([from.close(), to.close()]);
    expect(moved).toBeLessThan(32 * 2 ** 20);
    // Both have the same holes but for what is told wrong: cmp would read a terabyte, the part with the islands tells it.
    await run('cmp', ['--bytes', String(ISLANDS * STEP + 16 * 2 ** 20), image, copy]);
  });
});

it('is one OVA, whoever told of the holes of a terabyte', async () => {
  const hashes = new Set<string>();
  for (const program of PROGRAMS) {
    if (!(await answers(program))) continue;
    const ova = join(folder, program, 'disk.ova');
    await mkdir(dirname(ova));
    const signal = new AbortController().signal;
    const { disk } = await openImage(image, 'native', { tools: only(program), temp: folder, signal });
    try {
      await writeOva(disk, ova, OPTIONS);
    } finally {
      await disk.close();
    }
    hashes.add(
      createHash('sha256')
        .update(await readFile(ova))
        .digest('hex'),
    );
  }
  expect(hashes.size).toBe(1);
});
