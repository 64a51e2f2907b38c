import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishTemplate } from '../../../actions/publish-template/action.ts';
import { uploadEsxi } from '../../../actions/upload-esxi/action.ts';
import { runHere } from '../../fakes/runner/run-here.ts';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type Inputs, proofOf, step, uploadCandidate } from '../publish/publish-steps.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { sessionsOf } from './end-at-call.ts';
import { makeOva, until } from './upload-job.ts';

/** Releases beside each other and one after the other, on one endpoint: none disturbs another, and none leaves anything. */

const SOAK = process.env.STILLFRAME_SOAK !== undefined;

let work = '';
let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-beside-'));
  ova = await makeOva(work, 'small', 2 ** 19);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const names = async (vsphere: LiveVsphere): Promise<string[]> =>
  (await vsphere.state()).vms.map(({ name, template }) => (template ? `[${name}]` : name)).sort();

/** A candidate of that run, and what publishes it. */
async function ready(vsphere: LiveVsphere, runId: string, more: Inputs = {}): Promise<() => Promise<Step>> {
  const upload = await uploadCandidate(vsphere, runId, ova);
  const inputs = { vm: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload), ...more };
  return () => step(vsphere, 'publish-template', inputs, runId);
}

/** By day the first. */
const ROWS = [
  ['where nobody has it', false, ['[ws.candidate-2]', '[ws]']],
  // The rename of the first was on its way already: the old one is called after it.
  ['where both have seen the old one', true, ['[ws.candidate-2]', '[ws.previous-2]', '[ws]']],
] as const;

describe.concurrent('two publications of one name', () => {
  it.each(ROWS.slice(0, SOAK ? ROWS.length : 1))(
    'end with one success and one clear error, %s',
    async (_what, old, left) => {
      await withVsphere({}, async (vsphere) => {
        if (old) expect((await (await ready(vsphere, '1'))()).exitCode).toBe(0);
        const first = await ready(vsphere, '2');
        const second = await ready(vsphere, '3');
        // The first is held at its first rename, all before it is done; the second goes through meanwhile.
        await vsphere.disturb({ method: 'Rename_Task', do: 'hold-before' });
        const held = first();
        await until('the rename', async () => (await vsphere.calls()).held > 0);
        const quick = await second();
        expect(quick.exitCode, quick.printed).toBe(0);
        await vsphere.release();
        const slow = await held;
        expect([slow.exitCode, slow.error?.code], slow.printed).toEqual([1, 'vsphere-exists']);
        expect(slow.error?.message).toContain('Somebody has made a VM called ws meanwhile');
        expect(slow.printed).not.toContain('::warning::');
        expect(await names(vsphere)).toEqual(left);
        const published = (await vsphere.state()).vms.find(({ name }) => name === 'ws');
        expect(published?.extraConfig['stillframe.release']).toContain('run=3 ');
        expect(await sessionsOf(vsphere)).toBe(0);
      });
    },
  );

  it.runIf(SOAK)('of an item: the server takes one at a time, and says whose it is', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      const item = { as: 'library-item', library: 'golden' };
      expect((await (await ready(vsphere, '1', item))()).exitCode).toBe(0);
      const first = await ready(vsphere, '2', item);
      const second = await ready(vsphere, '3', item);
      await vsphere.plan({ exportMs: 5000 });
      const one = first();
      const captures = async (): Promise<boolean> =>
        (await run(vsphere, 'library.info', '-json', '/golden/ws')).includes('stillframe.next');
      await until('the first', captures);
      const two = await second();
      const done = await one;
      expect([done.exitCode, two.exitCode], `${done.printed}\n---\n${two.printed}`).toEqual([0, 1]);
      expect(two.error?.code).toBe('vsphere-busy');
      const { description } = (
        JSON.parse(await run(vsphere, 'library.info', '-json', '/golden/ws')) as [{ description: string }]
      )[0];
      expect(description).toMatch(/stillframe\.release run=2 [^\n]*$/);
    });
  });
});

it('six releases beside each other on one endpoint each have their template, and nothing else', async () => {
  await withVsphere({}, async (vsphere) => {
    const all = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const { server, username, password, thumbprint } = vsphere;
        const login = { server, username, password, thumbprint };
        const name = `ws${index}`;
        return releaseHere(vsphere, name, String(index + 1), login);
      }),
    );
    expect(all).toEqual(Array.from({ length: 6 }, () => true));
    expect(await names(vsphere)).toEqual(Array.from({ length: 6 }, (_, index) => `[ws${index}]`));
    expect(await sessionsOf(vsphere)).toBe(0);
    expect((await vsphere.state()).leases).toEqual([]);
  });
});

/** Uploads and publishes in this process. */
async function releaseHere(vsphere: LiveVsphere, name: string, runId: string, login: Inputs): Promise<boolean> {
  const jobFolder = await mkdtemp(join(vsphere.folder, 'here-'));
  const options = { jobFolder, env: { GITHUB_RUN_ID: runId } };
  const report = join(jobFolder, 'upload.json');
  const upload = await runHere(uploadEsxi, { ...login, ova, name, 'network-map': 'VM Network', report }, options);
  expect(upload.ok, upload.lines.join('\n')).toBe(true);
  const { outputs } = await readReport(report);
  const verification = await proofOf(vsphere, { outputs: { ...outputs, report } } as unknown as Step);
  const published = await runHere(publishTemplate, { ...login, vm: outputs.vm, verification, keep: '1' }, options);
  expect(published.ok, published.lines.join('\n')).toBe(true);
  await rm(jobFolder, { recursive: true });
  return published.ok;
}

async function readReport(path: string): Promise<{ outputs: { readonly vm: string } }> {
  return JSON.parse(await readFile(path, 'utf8')) as { outputs: { readonly vm: string } };
}

it('releases in a row leave no session, handle or VM', async () => {
  await withVsphere({}, async (vsphere) => {
    const { server, username, password, thumbprint } = vsphere;
    const login = { server, username, password, thumbprint };
    const handles = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    await releaseHere(vsphere, 'ws', '1', login);
    const before = await handles();
    for (const run of ['2', '3', '4']) await releaseHere(vsphere, 'ws', run, login);
    expect(await names(vsphere)).toEqual(['[ws.previous-4]', '[ws]']);
    expect(await sessionsOf(vsphere)).toBe(0);
    expect((await vsphere.state()).leases).toEqual([]);
    const { calls } = await vsphere.calls();
    const count = (method: string): number => calls.filter((call) => call === method).length;
    expect(count('Logout')).toBe(count('Login'));
    expect(count('DestroyView')).toBe(count('CreateContainerView'));
    expect(count('DestroyPropertyCollector')).toBe(count('CreatePropertyCollector'));
    // Other tests of this process open and close files of their own meanwhile. What memory and a hundred say is asked by night.
    expect(await handles()).toBeLessThan(before + 20);
  });
});
