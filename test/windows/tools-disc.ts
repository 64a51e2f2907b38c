/** A VMware Tools disc whose installer runs: the double's client with the installer's own MSI behind it. */

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WINDOWS_PROGRAMS } from '../fakes/windows/build.ts';
import { writeUdfIso } from '../media/iso/udf-iso.ts';
import { buildToolsIso, type ToolsVariantName } from '../media/tools/build-tools-iso.ts';

const run = promisify(execFile);
const SIGNATURES = [Buffer.from('MSCF\0\0\0\0', 'latin1'), Buffer.from('d0cf11e0a1b11ae1', 'hex')];
/** As test/fakes/windows/tools/setup.go reads it. */
const HIDDEN_MARK = Buffer.from('\0packed by its vendor\0', 'latin1');

/**
 * @param packing `plain`: as the variant has it, in a cabinet or bare; `hidden`: so that nobody but the installer can read it;
 *   `none`: the installer carries nothing
 */
export async function writeToolsDisc(
  path: string,
  variant: ToolsVariantName,
  packing: 'plain' | 'hidden' | 'none' = 'plain',
): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'stillframe-disc-'));
  try {
    await run('7zz', ['x', '-y', '-bd', `-o${work}`, await buildToolsIso(variant)]);
    const client = await readFile(join(WINDOWS_PROGRAMS, 'tool.exe'));
    for (const name of (await readdir(work)).filter((each) => /^setup(?:64)?\.exe$/.test(each))) {
      const behind = payload(await readFile(join(work, name)));
      await writeFile(join(work, name), Buffer.concat([client, await packed(behind, packing, work)]));
    }
    await writeUdfIso(work, path, 'VMware Tools');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function payload(setup: Buffer): Buffer {
  const offsets = SIGNATURES.map((signature) => setup.indexOf(signature)).filter((offset) => offset >= 0);
  return setup.subarray(Math.min(...offsets));
}

async function packed(behind: Buffer, packing: 'plain' | 'hidden' | 'none', work: string): Promise<Buffer> {
  if (packing === 'plain') return behind;
  if (packing === 'none') return Buffer.alloc(0);
  const msi = behind.subarray(0, 4).toString() === 'MSCF' ? await memberOf(behind, work) : behind;
  return Buffer.concat([HIDDEN_MARK, msi.map((byte) => ~byte)]);
}

async function memberOf(cabinet: Buffer, work: string): Promise<Buffer> {
  const folder = await mkdtemp(join(work, '..', 'stillframe-cabinet-'));
  try {
    await writeFile(join(folder, 'x.cab'), cabinet);
    await run('cabextract', ['-q', '-d', folder, join(folder, 'x.cab')]);
    const name = (await readdir(folder)).find((each) => /\.msi$/.test(each)) ?? '';
    return await readFile(join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
