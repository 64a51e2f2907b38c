import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type Chain, imageInputs, openChain } from '../chain/chain-fixture.ts';

const KILLER = pathToFileURL(join(import.meta.dirname, '../../fakes/runner/kill-at-rename.mjs')).href;
/** In the Windows volume, where no file lies and no content id looks. */
const MARK_AT = 1500 * 2 ** 20;

let chain: Chain;
let out: string;
let vhd: string;
beforeAll(async () => {
  chain = await openChain();
  out = join(chain.folder, 'out');
  vhd = join(out, 'image.vmdk');
  await mkdir(out);
});
afterAll(() => chain.close());

/** Programs of a build, of which the one that comes last over the volume leaves other bytes where nobody looks: another version of it. */
async function otherPrograms(mark: string): Promise<string> {
  const folder = join(chain.folder, `bin-${mark}`);
  await mkdir(folder);
  const real = await createToolRunner(new AbortController().signal).find('ntfssecaudit');
  const program = join(folder, 'ntfssecaudit');
  const lines = [
    '#!/bin/sh',
    `${real} "$@" || exit`,
    `[ "$1" != -s ] || printf ${mark} | dd of="$2" bs=1 seek=${MARK_AT} conv=notrunc status=none`,
  ];
  await writeFile(program, `${lines.join('\n')}\n`);
  await chmod(program, 0o755);
  return folder;
}

async function buildWith(programs: string, killAt?: number): Promise<void> {
  const killing = {
    NODE_OPTIONS: `--import=${KILLER}`,
    KILL_AT: String(killAt),
    KILL_RENAMES: '/image(\\.part-[0-9a-f]{8}-[a-z]+)?\\.vmdk$',
  };
  const { exitCode, lines } = await chain.run(
    'build-vhd',
    { ...imageInputs(chain, vhd), format: 'vmdk' },
    {
      env: { PATH: `${programs}:${process.env.PATH}`, ...(killAt !== undefined && killing) },
    },
  );
  expect(exitCode, lines.join('\n')).toBe(killAt === undefined ? 0 : null);
}

/** The files that the descriptor names, the files that they are, and what the program left in the Windows volume. */
async function disk(): Promise<{ cid: string; files: readonly string[]; inodes: readonly number[]; mark: string }> {
  const text = await readFile(vhd, 'utf8');
  const files = [...new Set([...text.matchAll(/ FLAT "([^"]+)"/g)].map(([, name = '']) => name))].sort();
  const inodes = await Promise.all(files.map(async (name) => (await stat(join(out, name))).ino));
  const volume = await open(join(out, files.find((name) => name.endsWith('-windows.vmdk')) ?? ''));
  try {
    const { buffer } = await volume.read(Buffer.alloc(1), 0, 1, MARK_AT);
    return { cid: /^CID=(.*)$/m.exec(text)?.[1] ?? '', files, inodes, mark: buffer.toString() };
  } finally {
    await volume.close();
  }
}

it('killed before any name of the same plan that other programs built, the disk is the old one; the next run leaves one disk', async () => {
  await buildWith(await otherPrograms('a'));
  const old = await disk();
  expect(old).toMatchObject({ mark: 'a', files: { length: 3 } });
  const programs = await otherPrograms('b');
  for (const at of [1, 2, 3, 4]) {
    await buildWith(programs, at);
    expect(await disk(), `killed at rename ${at}`).toEqual(old);
  }
  // Of the last killed run.
  expect((await readdir(out)).filter((name) => name.startsWith('image.part-'))).toHaveLength(6);
  await buildWith(programs);
  const { cid, files, mark } = await disk();
  expect({ cid, mark }).toEqual({ cid: old.cid, mark: 'b' });
  expect((await readdir(out)).sort()).toEqual([...files, 'image.vmdk'].sort());
});
