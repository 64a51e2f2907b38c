import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashFile } from '../../../src/files/hash-file.ts';
import { type Chain, imageInputs, openChain, TEMPLATE } from './chain-fixture.ts';

/** Stages whose inputs are the same are skipped by a later run, the bundles say why, and anything else is made anew. */

const SIGNAL = new AbortController().signal;
const PASSWORD = 'Of-a-template-1';

let chain: Chain;
beforeEach(async () => {
  chain = await openChain();
});
afterEach(() => chain.close());

/** Each run is one of its own, in a folder of its own; what is kept outlives it. */
function env(run: string): Record<string, string> {
  return { GITHUB_RUN_ID: run, STILLFRAME_KEPT: join(chain.folder, 'kept') };
}

async function report(action: string): Promise<{ result: { reuse: { reused: boolean; why: string } } }> {
  return JSON.parse(await readFile(join(chain.folder, `job/temp/stillframe/${action}.json`), 'utf8'));
}

async function build(run: string, more: Record<string, string> = {}) {
  const vhd = join(chain.folder, `run-${run}`, 'ws.vhd');
  await mkdir(join(chain.folder, `run-${run}`), { recursive: true });
  const inputs = { ...imageInputs(chain, vhd), 'administrator-password': PASSWORD, reuse: 'true', ...more };
  const built = await chain.run('build-vhd', inputs, { env: env(run) });
  expect(built.exitCode, built.lines.join('\n')).toBe(0);
  return { ...built, vhd, text: built.lines.join('\n') };
}

async function convert(run: string, disk: string, more: Record<string, string> = {}) {
  const ova = join(chain.folder, `run-${run}`, 'ws.ova');
  const packed = await chain.run(
    'convert-ova',
    { template: TEMPLATE, disk, ova, reuse: 'true', ...more },
    { env: env(run) },
  );
  expect(packed.exitCode, packed.lines.join('\n')).toBe(0);
  return { ...packed, ova, text: packed.lines.join('\n') };
}

it('skips what an earlier run has made of the same, and makes anew what follows from something else', async () => {
  const first = await build('1');
  expect(first.outputs.reused).toBe('false');
  expect(first.text).toContain('Built, not reused: nothing is kept of ws2019-std');
  const packed = await convert('1', first.vhd);
  expect(packed.outputs.reused).toBe('false');
  const digests = [await hashFile(first.vhd, SIGNAL), await hashFile(packed.ova, SIGNAL)];
  const whole = await report('build-vhd');
  // The folders of a run go with it.
  await rm(join(chain.folder, 'run-1'), { recursive: true });

  const dry = await build('2', { 'dry-run': 'true' });
  expect(dry.outputs).toMatchObject({ reused: 'true', vhd: '' });
  expect(dry.summary).toMatch(/\| Reuse \| would be skipped: same Stillframe, ISO, edition, disk, .* as in run 1 of /);

  const second = await build('2');
  expect(second.outputs.reused).toBe('true');
  expect(second.text).toMatch(
    /Reused, not built: same Stillframe, ISO, edition, disk, .*answer file.* as in run 1 of /,
  );
  expect(second.text).not.toContain('Apply image');
  expect(second.summary).toMatch(/\| Reuse \| stage skipped: same /);
  const again = await convert('2', second.vhd);
  expect(again.outputs).toMatchObject({ reused: 'true', sha256: digests[1] });
  expect(again.summary).toMatch(/\| Reuse \| stage skipped: same Stillframe, disk, machine, .* as in run 1 of /);
  expect([await hashFile(second.vhd, SIGNAL), await hashFile(again.ova, SIGNAL)]).toEqual(digests);
  // Read from the disk once more, it says what it said when it was made.
  const { result } = await report('build-vhd');
  expect(result).toEqual({
    ...whole.result,
    vhd: second.vhd,
    reuse: { ...result.reuse, from: { run: '1', at: expect.any(String) } },
  });
  expect(await readdir(join(chain.folder, 'run-2'))).toEqual(['ws.ova', 'ws.vhd']);

  const third = await build('3', { 'administrator-password': 'Of-a-template-2' });
  expect(third.outputs.reused).toBe('false');
  expect(third.text).toContain('Built, not reused: other inputs than run 1 had: the answer file has changed');
  expect(third.text).toContain('Apply image');
  const larger = await convert('3', third.vhd, { memory: '8 GiB' });
  expect(larger.text).toMatch(
    /Packed, not reused: other inputs than run 1 had: the content of the disk has changed; memory of the machine: 4 GiB -> 8 GiB/,
  );
  expect(larger.outputs.sha256).not.toBe(digests[1]);
  // Neither the passwords nor what could be tried for them.
  for (const entry of await readdir(join(chain.folder, 'kept/entries'))) {
    expect(await readFile(join(chain.folder, 'kept/entries', entry, 'entry'), 'utf8')).not.toContain('Of-a-template');
  }
});

it('never uses what is damaged, or was written to in place', async () => {
  const first = await build('1');
  const digest = await hashFile(first.vhd, SIGNAL);
  const [entry = ''] = await readdir(join(chain.folder, 'kept/entries'));
  const content = join(chain.folder, 'kept/entries', entry, 'content');
  await rm(first.vhd);
  await truncate(content, 1000);
  const second = await build('2');
  expect(second.outputs.reused).toBe('false');
  expect(second.text).toContain('::warning::Nothing is reused: what was kept is not what it was');
  expect(await hashFile(second.vhd, SIGNAL)).toBe(digest);
  expect((await build('3')).outputs.reused).toBe('true');
});

it('keeps nothing where it is not asked to', async () => {
  const built = await build('1', { reuse: 'false' });
  expect(built.outputs.reused).toBe('false');
  expect(built.summary).not.toContain('Reuse');
  expect(existsSync(join(chain.folder, 'kept'))).toBe(false);
});

it('leaves no half of what it was keeping when it is killed, and the next run builds and keeps it', async () => {
  const vhd = join(chain.folder, 'ws.vhd');
  const kept = join(chain.folder, 'kept');
  const inputs = { ...imageInputs(chain, vhd), reuse: 'true' };
  let kill = (): void => {};
  // What is being kept lies in `making` until it is whole: the moment when something appears there is in the middle of it.
  const watched = chain.run('build-vhd', inputs, {
    env: env('1'),
    onStart: (child) => {
      kill = () => child.kill('SIGKILL');
    },
  });
  let seen = false;
  const ended = watched.then((result) => ({ result, end: true as const }));
  while (!seen) {
    const names = await readdir(join(kept, 'making')).catch(() => []);
    seen = names.length > 0;
    if (seen) kill();
    else if (await Promise.race([ended.then(() => true), new Promise<false>((done) => setImmediate(done, false))]))
      break;
  }
  const { result } = await ended;
  expect(seen, result.lines.join('\n')).toBe(true);
  expect(result.exitCode).toBeNull();
  const next = await chain.run('build-vhd', inputs, { env: env('2') });
  expect(next.exitCode, next.lines.join('\n')).toBe(0);
  expect(await readdir(join(kept, 'making'))).toEqual([]);
  expect(await readdir(join(kept, 'entries'))).toHaveLength(1);
  await writeFile(join(chain.folder, 'seen'), '');
  const third = await chain.run('build-vhd', inputs, { env: env('3') });
  expect(third.outputs.reused, third.lines.join('\n')).toBe('true');
});
