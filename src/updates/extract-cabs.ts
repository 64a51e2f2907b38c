/** Takes the cabinets of the field's recipe out of a package: the servicing stack and the update itself, in installation order. */

import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import { type CabMember, readCabDirectory } from './cab-directory.ts';
import { compareText } from './compare-text.ts';
import { sniffContainer } from './container.ts';

export interface ExtractedCab {
  readonly path: string;
  readonly name: string;
  readonly kind: 'servicing-stack' | 'update';
}

/** `SSU-17763.8800-x64.cab` of combined packages. */
const STACK = /^SSU-(\d{5}\.\d+)-(?:x64|x86|arm64)\.cab$/i;
/** `Windows10.0-KB5005112-x64.cab`, with marks such as `_PSFX` or `-ndp48`. */
const UPDATE = /^Windows\d+\.\d+-KB\d{6,8}-[\w.-]+\.cab$/i;

/** What a member of a package is to us; undefined for metadata. */
export function roleOf(member: string): 'servicing-stack' | 'update' | undefined {
  if (STACK.test(member)) return 'servicing-stack';
  return UPDATE.test(member) ? 'update' : undefined;
}

/** Version of the servicing stack that a member's name tells, `17763.8800`. */
export function stackVersion(member: string): string | undefined {
  return STACK.exec(member)?.[1];
}

/**
 * @param folder where the cabinets go; nothing else is put there
 * @throws UserError package-invalid when the format does not allow it, with the reason
 */
export async function extractCabs(path: string, folder: string, tools: ToolRunner): Promise<ExtractedCab[]> {
  const wanted = await wantedMembers(path);
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(join(folder, '.extract-stillframe-tmp-'));
  try {
    await unpackMembers(path, wanted, temporary, tools);
    const cabs: ExtractedCab[] = [];
    const unpacked = await readdir(temporary);
    for (const name of wanted.toSorted(compareCabs)) {
      if (!unpacked.includes(name)) throw cannotExtract(path, `${name} was not unpacked`);
      const target = join(folder, name);
      await rename(join(temporary, name), target);
      cabs.push({ path: target, name, kind: roleOf(name) ?? 'update' });
    }
    return cabs;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function wantedMembers(path: string): Promise<string[]> {
  if ((await sniffContainer(path)) === 'wim') {
    throw cannotExtract(path, 'it is a WIM container, whose parts DISM cannot add one by one');
  }
  const members: readonly CabMember[] = await readCabDirectory(path);
  if (members.some(({ name }) => name.toLowerCase().endsWith('.psf'))) {
    throw cannotExtract(path, 'its content is in a .psf of differences, which needs the whole package');
  }
  const wanted = members.map(({ name }) => name).filter((name) => roleOf(name) !== undefined);
  if (wanted.some((name) => roleOf(name) === 'update')) return wanted;
  throw cannotExtract(path, 'it holds no cabinet named Windows…-KB….cab');
}

/** 7-Zip where there is one; else expand.exe, which every Windows has. Only the named members, flat into the folder. */
export async function unpackMembers(
  path: string,
  members: readonly string[],
  folder: string,
  tools: ToolRunner,
): Promise<void> {
  if (process.platform !== 'win32' || (await tools.has('7zz'))) {
    const includes = members.map((member) => `-i!${member}`);
    await tools.run('7zz', ['e', '-y', '-bd', '-bso0', `-o${folder}`, ...includes, '--', path]);
    return;
  }
  for (const member of members) await tools.run('expand.exe', [path, `-F:${member}`, folder]);
}

/** The servicing stack before the update that comes with it. */
function compareCabs(a: string, b: string): number {
  const rank = (name: string): number => (roleOf(name) === 'servicing-stack' ? 0 : 1);
  return rank(a) - rank(b) || compareText(a, b);
}

function cannotExtract(path: string, why: string): UserError {
  return new UserError(
    'package-invalid',
    `${path} cannot be taken apart: ${why}`,
    'Set extract: false and give the package itself to DISM.',
  );
}
