import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { step } from '../publish/publish-steps.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import type { Counted } from './count-releases.ts';
import { sessionsOf } from './end-at-call.ts';
import { releaseWhole } from './whole-release.ts';

/** Whole releases one after the other, and beside each other: nothing of them stays, neither with the server nor in the process. */

let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  ova = await sampleOva({ name: 'ws', extraConfig: { ...EXTRA_CONFIG, 'stillframe.after-first-boot': 'shut-down' } });
});

const RELEASES = Number(process.env.STILLFRAME_RELEASES ?? 100);
const MIB = 2 ** 20;

/**
 * V8 goes on compiling what runs often, and keeps it: of a hundred releases eight kilobytes each. Told to interpret all, and to take at
 * once what it notes of each function, its heap is as large after sixty releases as after five, and what a release leaves can be seen.
 */
const AS_IT_IS = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-lazy-feedback-allocation'];

const login = ({ server, username, password, thumbprint }: LiveVsphere) => ({ server, username, password, thumbprint });
const names = async (vsphere: LiveVsphere): Promise<string[]> =>
  (await vsphere.state()).vms.map(({ name, template }) => (template ? `[${name}]` : name)).sort();

/** What the server has of them when they are over. */
async function expectNothingLeft(vsphere: LiveVsphere): Promise<void> {
  expect(await sessionsOf(vsphere)).toBe(0);
  expect(await vsphere.tasks()).toBe(0);
  expect((await vsphere.state()).leases).toEqual([]);
  const { calls } = await vsphere.calls();
  const count = (method: string): number => calls.filter((call) => call === method).length;
  expect(count('Logout')).toBe(count('Login'));
  expect(count('DestroyView')).toBe(count('CreateContainerView'));
  expect(count('DestroyPropertyCollector')).toBe(count('CreatePropertyCollector'));
}

const PARTS = 4;

/**
 * What it grows by from each part of the rounds to the next, by the least of each: what is not yet given back comes and goes. What leaks
 * grows from each to each, and the least of it tells; what the allocator takes once is one step.
 */
function leastGrowth(rounds: readonly Counted[], of: 'rss' | 'heap' | 'external'): number {
  const size = Math.floor(rounds.length / PARTS);
  const least = Array.from({ length: PARTS }, (_, part) =>
    Math.min(...rounds.slice(part * size, (part + 1) * size).map((one) => one[of])),
  );
  return Math.min(...least.slice(1).map((value, part) => value - (least[part] ?? 0)));
}

it(`${RELEASES} in a row leave no session, lease, task, VM, file, handle or memory`, async () => {
  await withVsphere({}, async (vsphere) => {
    const program = join(import.meta.dirname, 'count-releases.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', ...AS_IT_IS, program, vsphere.folder, ova, String(RELEASES)],
      { env: { ...process.env, STILLFRAME_LOGIN: JSON.stringify(login(vsphere)) }, maxBuffer: 64 * MIB },
    );
    const rounds = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Counted);
    expect(rounds.map(({ run }) => run)).toEqual(Array.from({ length: RELEASES }, (_, index) => index + 1));
    expect(await names(vsphere)).toEqual([`[ws.previous-${RELEASES}]`, '[ws]']);
    await expectNothingLeft(vsphere);
    expect(await readdir(vsphere.folder)).toEqual([]);
    // Caches, code and pools are filled by then.
    const warm = rounds.slice(Math.floor(RELEASES / 4));
    const told = JSON.stringify(rounds);
    expect(new Set(warm.map(({ files }) => files)).size, told).toBe(1);
    expect(new Set(warm.map(({ active }) => active)).size, told).toBe(1);
    // Of some nineteen releases: two hundred kibibytes of memory each would be seen, thirteen of buffers, one of objects.
    expect(leastGrowth(warm, 'rss'), told).toBeLessThan(4 * MIB);
    expect(leastGrowth(warm, 'heap'), told).toBeLessThan(MIB / 64);
    expect(leastGrowth(warm, 'external'), told).toBeLessThan(MIB / 4);
    process.stdout.write(`${told}\n`);
  });
});

it('ten in a row by bundles leave no session, lease, task or VM', async () => {
  await withVsphere({}, async (vsphere) => {
    for (let run = 1; run <= 10; run++) {
      const id = String(run);
      const upload = await step(vsphere, 'upload-esxi', { ova, name: 'ws', 'network-map': 'VM Network' }, id);
      expect(upload.exitCode, upload.printed).toBe(0);
      const vm = upload.outputs.vm ?? '';
      const bake = await step(vsphere, 'bake-template', { vm, timeout: '5 min' }, id);
      expect(bake.exitCode, bake.printed).toBe(0);
      const proof = await step(vsphere, 'verify-quiesce', { vm, timeout: '60 s' }, id);
      expect(proof.exitCode, proof.printed).toBe(0);
      const verification = proof.outputs.report ?? '';
      const publish = await step(vsphere, 'publish-template', { vm, verification, keep: '1' }, id);
      expect(publish.exitCode, publish.printed).toBe(0);
      expect(await names(vsphere)).toEqual(run === 1 ? ['[ws]'] : [`[ws.previous-${run}]`, '[ws]']);
    }
    await expectNothingLeft(vsphere);
  });
});

it('six beside each other, with an audit of all beside them, do not disturb each other', async () => {
  await withVsphere({}, async (vsphere) => {
    await run(vsphere, 'import.ova', await sampleOva({ name: 'ws' }));
    const ended = new AbortController();
    const audits = (async () => {
      const steps: Step[] = [];
      while (!ended.signal.aborted) steps.push(await step(vsphere, 'audit-templates', { vms: 'ws*' }, '9'));
      return steps;
    })();
    const all = Array.from({ length: 6 }, (_, index) =>
      releaseWhole(vsphere.folder, { login: login(vsphere), ova, name: `ws${index}`, run: String(index + 1) }),
    );
    // All of them, before what they work in goes.
    const over = await Promise.allSettled(all);
    ended.abort();
    const audited = await audits;
    expect(over.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
    // What a release takes away while it is read is unreadable; what is there is sound.
    for (const { outputs, printed, error } of audited)
      expect([outputs.defective, error?.code ?? ''], printed).toEqual(['0', '']);
    expect(Math.max(...audited.map(({ outputs }) => Number(outputs.sound)))).toBeGreaterThan(0);
    expect(await names(vsphere)).toEqual([...Array.from({ length: 6 }, (_, index) => `[ws${index}]`), 'ws']);
    await expectNothingLeft(vsphere);
  });
});
