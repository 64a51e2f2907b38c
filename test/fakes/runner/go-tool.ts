/** Programs in Go that come as modules, built once into .cache/bin at a fixed version. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findGo } from '../vsphere/go-toolchain.ts';

const BIN = join(import.meta.dirname, '../../../.cache/bin');

/** @param module such as `github.com/nektos/act`; the program has the name of its last part @returns its path */
export async function goTool(module: string, version: string): Promise<string> {
  const name = module.split('/').at(-1) ?? module;
  const program = join(BIN, `${name}-${version}`);
  if (existsSync(program)) return program;
  // Two that begin at once do not write into one file.
  const own = join(BIN, `${name}-${process.pid}`);
  mkdirSync(own, { recursive: true });
  execFileSync(await findGo(), ['install', `${module}@${version}`], {
    env: { ...process.env, GOBIN: own, GOFLAGS: '-mod=mod' },
    stdio: 'inherit',
  });
  renameSync(join(own, name), program);
  rmSync(own, { recursive: true });
  return program;
}
