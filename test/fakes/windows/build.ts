/** Builds the Windows double into .cache/bin/windows: the server for this machine, the programs that stand in for the runner and for Windows' tools. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findGo } from '../vsphere/go-toolchain.ts';

const SOURCE = import.meta.dirname;
export const WINDOWS_PROGRAMS = join(SOURCE, '../../../.cache/bin/windows');

const STAMP = join(WINDOWS_PROGRAMS, 'sources.sha256');
const WINDOWS_SIDE = ['./cmd/runner', './cmd/tool', './cmd/guest'];
const LINUX_SIDE = ['./cmd/windows-double'];

export async function buildWindowsDouble(): Promise<void> {
  const digest = await digestOfSources();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === digest) return;
  await mkdir(WINDOWS_PROGRAMS, { recursive: true });
  const go = await findGo();
  await goBuild(go, 'linux', LINUX_SIDE);
  await goBuild(go, 'windows', WINDOWS_SIDE);
  await writeFile(STAMP, digest);
}

async function digestOfSources(): Promise<string> {
  const entries = await readdir(SOURCE, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'));
  const names = paths.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(await readFile(name));
  return hash.digest('hex');
}

function goBuild(go: string, system: 'linux' | 'windows', programs: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(go, ['build', '-ldflags=-s -w', '-o', `${WINDOWS_PROGRAMS}/`, ...programs], {
      cwd: SOURCE,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, GOOS: system, GOARCH: 'amd64', CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`go build ended with ${code}`))));
  });
}

if (import.meta.main) await buildWindowsDouble();
