/** Runs of a chain that keep what they make: each is one of its own, in a folder of its own; what is kept outlives it. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { BundleResult } from '../../fakes/runner/run-bundle.ts';
import { type Chain, imageInputs, TEMPLATE } from './chain-fixture.ts';

export interface ReuseRun extends BundleResult {
  /** The disk or the OVA. */
  readonly made: string;
  /** What was printed. */
  readonly text: string;
}

export function reuseEnv({ folder }: Chain, run: string): Record<string, string> {
  return { GITHUB_RUN_ID: run, STILLFRAME_KEPT: join(folder, 'kept') };
}

export async function buildIn(chain: Chain, run: string, more: Record<string, string> = {}): Promise<ReuseRun> {
  const vhd = join(chain.folder, `run-${run}`, 'ws.vhd');
  await mkdir(join(chain.folder, `run-${run}`), { recursive: true });
  const inputs = { ...imageInputs(chain, vhd), 'administrator-password': 'Of-a-template-1', reuse: 'true', ...more };
  return succeeded(vhd, await chain.run('build-vhd', inputs, { env: reuseEnv(chain, run) }));
}

export async function convertIn(
  chain: Chain,
  run: string,
  disk: string,
  more: Record<string, string> = {},
): Promise<ReuseRun> {
  const ova = join(chain.folder, `run-${run}`, 'ws.ova');
  const inputs = { template: TEMPLATE, disk, ova, reuse: 'true', ...more };
  return succeeded(ova, await chain.run('convert-ova', inputs, { env: reuseEnv(chain, run) }));
}

function succeeded(made: string, result: BundleResult & { readonly lines: readonly string[] }): ReuseRun {
  const text = result.lines.join('\n');
  expect(result.exitCode, text).toBe(0);
  return { ...result, made, text };
}
