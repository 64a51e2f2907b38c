import { existsSync } from 'node:fs';
import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashFile } from '../../../src/files/hash-file.ts';
import { type Chain, imageInputs, openChain } from './chain-fixture.ts';
import { buildIn, convertIn, reuseEnv } from './reuse-run.ts';

/** What makes a kept result worthless: other inputs, damage, a kill. By day: reuse.itg.test.ts. */

const SIGNAL = new AbortController().signal;

let chain: Chain;
beforeEach(async () => {
  chain = await openChain();
});
afterEach(() => chain.close());

it('makes anew what follows from another password or another machine', async () => {
  const first = await buildIn(chain, '1');
  const packed = await convertIn(chain, '1', first.made);
  const dry = await buildIn(chain, '2', { 'dry-run': 'true' });
  expect(dry.outputs).toMatchObject({ reused: 'true', vhd: '' });
  expect(dry.summary).toMatch(/\| Reuse \| would be skipped: same Stillframe, ISO, edition, disk, .* as in run 1 of /);
  const third = await buildIn(chain, '3', { 'administrator-password': 'Of-a-template-2' });
  expect(third.outputs.reused).toBe('false');
  expect(third.text).toContain('Built, not reused: other inputs than run 1 had: the answer file has changed');
  expect(third.text).toContain('Apply image');
  const larger = await convertIn(chain, '3', third.made, { memory: '8 GiB' });
  expect(larger.text).toMatch(
    /Packed, not reused: other inputs than run 1 had: the content of the disk has changed; memory of the machine: 4 GiB -> 8 GiB/,
  );
  expect(larger.outputs.sha256).not.toBe(packed.outputs.sha256);
});

it('never uses what is damaged, or was written to in place', async () => {
  const first = await buildIn(chain, '1');
  const digest = await hashFile(first.made, SIGNAL);
  const [entry = ''] = await readdir(join(chain.folder, 'kept/entries'));
  await rm(first.made);
  await truncate(join(chain.folder, 'kept/entries', entry, 'content'), 1000);
  const second = await buildIn(chain, '2');
  expect(second.outputs.reused).toBe('false');
  expect(second.text).toContain('::warning::Nothing is reused: what was kept is not what it was');
  expect(await hashFile(second.made, SIGNAL)).toBe(digest);
  expect((await buildIn(chain, '3')).outputs.reused).toBe('true');
});

it('keeps nothing where it is not asked to', async () => {
  const built = await buildIn(chain, '1', { reuse: 'false' });
  expect(built.outputs.reused).toBe('false');
  expect(built.summary).not.toContain('Reuse');
  expect(existsSync(join(chain.folder, 'kept'))).toBe(false);
});

it('leaves no half of what it was keeping when it is killed, and the next run builds and keeps it', async () => {
  const kept = join(chain.folder, 'kept');
  const inputs = { ...imageInputs(chain, join(chain.folder, 'ws.vhd')), reuse: 'true' };
  const killed = await killWhileKeeping(inputs);
  expect(killed.exitCode, killed.lines.join('\n')).toBeNull();
  const next = await chain.run('build-vhd', inputs, { env: reuseEnv(chain, '2') });
  expect(next.exitCode, next.lines.join('\n')).toBe(0);
  expect(await readdir(join(kept, 'making'))).toEqual([]);
  expect(await readdir(join(kept, 'entries'))).toHaveLength(1);
  const third = await chain.run('build-vhd', inputs, { env: reuseEnv(chain, '3') });
  expect(third.outputs.reused, third.lines.join('\n')).toBe('true');
});

/** What is being kept lies in `making` until it is whole: when something appears there, it is in the middle of it. */
async function killWhileKeeping(inputs: Record<string, string>): Promise<Awaited<ReturnType<Chain['run']>>> {
  let kill = (): void => {};
  let over = false;
  const onStart = (child: { kill(signal: NodeJS.Signals): void }): void => {
    kill = () => child.kill('SIGKILL');
  };
  const run = chain.run('build-vhd', inputs, { env: reuseEnv(chain, '1'), onStart }).finally(() => {
    over = true;
  });
  while (!over) {
    const names = await readdir(join(chain.folder, 'kept/making')).catch(() => []);
    if (names.length > 0) {
      kill();
      break;
    }
    await new Promise((done) => setImmediate(done));
  }
  return run;
}
