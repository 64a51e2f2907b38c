/** The oldest runner that is supported (2.336) brings Node 24.18.0: the bundles run there, and give what they give here. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';
import { ROOT } from '../../../scripts/root.ts';
import { type BundleResult, runBundle } from '../../fakes/runner/run-bundle.ts';
import { makeFieldDisk } from '../../media/field-disks.ts';
import { execute } from '../ova/convert-case.ts';

const OLDEST = join(ROOT, 'node_modules/node24-oldest/bin/node');
const DISK = { product: 'windows-server-2019', 'disk-controller': 'pvscsi' } as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-oldest-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function act(
  action: string,
  inputs: Record<string, string>,
  node?: string,
): Promise<BundleResult & { said: string }> {
  const lines: string[] = [];
  const onLine = (line: string): void => void lines.push(line);
  const result = await runBundle(action, inputs, { jobFolder: folder, onLine, ...(node !== undefined && { node }) });
  return { ...result, said: lines.join('\n') };
}

it('is the oldest', async () => {
  expect((await execute(OLDEST, ['--version'])).stdout.trim()).toBe('v24.18.0');
});

describe('the bundle', () => {
  it.each(ACTIONS.map(({ name }) => name))(
    '%s starts, reads its inputs, and ends with what it says here',
    async (name) => {
      const told = ({ said, exitCode }: { said: string; exitCode: number | null }): unknown => ({
        exitCode,
        errors: said.split('\n').filter((line) => line.startsWith('::error')),
      });
      const old = await act(name, {}, OLDEST);
      expect(told(old)).toEqual(told(await act(name, {})));
      expect(old.exitCode).toBe(1);
      expect(old.said).toMatch(/::error.*\[(input-(missing|invalid)|file-missing)\]/);
    },
  );
});

it('convert-ova makes the same OVA, and verify-quiesce the same verdict of it', async () => {
  const disk = join(folder, 'sound.raw');
  await makeFieldDisk(disk, { size: 90, recovery: 'none' });
  const hashes: (string | undefined)[] = [];
  for (const [index, node] of [OLDEST, undefined].entries()) {
    const ova = join(folder, `${index}.ova`);
    const made = await act('convert-ova', { ...DISK, disk, ova, name: 'ws' }, node);
    expect(made.said).not.toContain('::error');
    expect(made.exitCode).toBe(0);
    hashes.push(made.outputs.sha256);
  }
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(hashes[1]).toBe(hashes[0]);
  const image = join(folder, '0.ova');
  const [old, now] = [await act('verify-quiesce', { image }, OLDEST), await act('verify-quiesce', { image })];
  expect(old.outputs.verdict).toMatch(/^(application|failed)$/);
  expect([old.exitCode, old.outputs.verdict, old.outputs.findings]).toEqual([
    now.exitCode,
    now.outputs.verdict,
    now.outputs.findings,
  ]);
});
