import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashFile } from '../../../src/files/hash-file.ts';
import { type Chain, openChain } from './chain-fixture.ts';
import { buildIn, convertIn, type ReuseRun } from './reuse-run.ts';

/** Stages whose inputs are the same are skipped by a later run, and the bundles say why. What is damaged or killed: reuse.soak. */

const SIGNAL = new AbortController().signal;

let chain: Chain;
beforeAll(async () => {
  chain = await openChain();
});
afterAll(() => chain.close());

/** That of a step, at the place which its output `report` says. */
async function reportOf({
  outputs,
}: Pick<ReuseRun, 'outputs'>): Promise<{ result: { reuse: { reused: boolean; why: string } } }> {
  return JSON.parse(await readFile(outputs.report ?? '', 'utf8'));
}

it('skips what an earlier run has made of the same, and nothing that follows from something else', async () => {
  const first = await buildIn(chain, '1');
  expect(first.outputs.reused).toBe('false');
  expect(first.text).toContain('Built, not reused: nothing is kept of ws2019-std');
  const packed = await convertIn(chain, '1', first.made);
  expect(packed.outputs.reused).toBe('false');
  const digests = [await hashFile(first.made, SIGNAL), await hashFile(packed.made, SIGNAL)];
  const whole = await reportOf(first);
  // The folders of a run go with it.
  await rm(join(chain.folder, 'run-1'), { recursive: true });

  const second = await buildIn(chain, '2');
  expect(second.outputs.reused).toBe('true');
  expect(second.text).toMatch(
    /Reused, not built: same Stillframe, ISO, edition, disk, .*answer file.* as in run 1 of /,
  );
  expect(second.text).not.toContain('Apply image');
  expect(second.summary).toMatch(/\| Reuse \| stage skipped: same /);
  const again = await convertIn(chain, '2', second.made);
  expect(again.outputs).toMatchObject({ reused: 'true', sha256: digests[1] });
  expect(again.summary).toMatch(/\| Reuse \| stage skipped: same Stillframe, disk, machine, .* as in run 1 of /);
  expect([await hashFile(second.made, SIGNAL), await hashFile(again.made, SIGNAL)]).toEqual(digests);
  // Read from the disk once more, it says what it said when it was made.
  const { result } = await reportOf(second);
  const reuse = { ...result.reuse, from: { run: '1', at: expect.any(String) } };
  expect(result).toEqual({ ...whole.result, vhd: second.made, reuse });
  expect(await readdir(join(chain.folder, 'run-2'))).toEqual(['ws.ova', 'ws.vhd']);

  const other = await buildIn(chain, '3', { 'dry-run': 'true', 'administrator-password': 'Of-a-template-2' });
  expect(other.outputs).toMatchObject({ reused: 'false', vhd: '' });
  expect(other.summary).toContain(
    '| Reuse | would be made anew: other inputs than run 1 had: the answer file has changed |',
  );
  // Neither the password nor what it could be guessed from.
  for (const entry of await readdir(join(chain.folder, 'kept/entries'))) {
    const text = await readFile(join(chain.folder, 'kept/entries', entry, 'entry'), 'utf8');
    expect(text).not.toContain('Of-a-template');
  }
});
