/** Builds the vSphere double, govmomi's own simulator and govc into .cache/bin, when their sources are newer than the last build. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findGo } from './go-toolchain.ts';

const SOURCE = import.meta.dirname;
const BIN = join(SOURCE, '../../../.cache/bin');
/** Says what becomes of a machine that starts from a raw disk. */
export const VSPHERE_GUEST = join(BIN, 'fake-guest');

export interface VsphereBinaries {
  readonly fakeVsphere: string;
  /** Says what becomes of a machine that starts from a raw disk. */
  readonly fakeGuest: string;
  /** govmomi's client, for judging. */
  readonly govc: string;
}

const PROGRAMS = ['fake-vsphere', 'fake-guest', 'govc', 'vcsim'] as const;

/** @param programs what is needed: the demo does without govc, which takes longest to compile */
export async function buildVsphereDouble(
  programs: readonly (typeof PROGRAMS)[number][] = PROGRAMS,
): Promise<VsphereBinaries> {
  const current = await digestOfSources();
  const stale: string[] = [];
  for (const program of programs) {
    const stamp = stampOf(program);
    const built = existsSync(stamp) && (await readFile(stamp, 'utf8')) === current && existsSync(join(BIN, program));
    if (!built) stale.push(program);
  }
  if (stale.length > 0) {
    await mkdir(BIN, { recursive: true });
    await goBuild(await findGo(), stale);
    for (const program of stale) await writeFile(stampOf(program), current);
  }
  return { fakeVsphere: join(BIN, 'fake-vsphere'), fakeGuest: VSPHERE_GUEST, govc: join(BIN, 'govc') };
}

function stampOf(program: string): string {
  return join(BIN, `${program}.sha256`);
}

let digest: Promise<string> | undefined;

/** Computed once in a process, since tests ask often. */
function digestOfSources(): Promise<string> {
  digest ??= computeDigest();
  return digest;
}

async function computeDigest(): Promise<string> {
  const names = (await readdir(SOURCE, { recursive: true }))
    .filter((name) => /\.go$|^go\.(mod|sum)$/.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(await readFile(join(SOURCE, name)));
  return hash.digest('hex');
}

function goBuild(go: string, programs: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Without debug information the link is faster and the programs are half as large.
    const child = spawn(
      go,
      ['build', '-ldflags=-s -w', '-o', `${BIN}/`, ...programs.map((program) => `./cmd/${program}`)],
      {
        cwd: SOURCE,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
      },
    );
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`go build ended with ${code}`))));
  });
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await buildVsphereDouble(), null, 2)}\n`);
