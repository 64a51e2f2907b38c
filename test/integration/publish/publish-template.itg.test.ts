import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { makeOva, until } from '../vsphere/upload-job.ts';
import {
  type Inputs,
  proofOf,
  publishOva,
  type StepHere,
  type StepOptions,
  step,
  stepHere,
  uploadCandidate,
} from './publish-steps.ts';

let work = '';
/** Cannot start, which publishing does not ask. */
let small = '';
let startable = '';

beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-publish-'));
  small = await makeOva(work, 'small', 2 ** 19);
  startable = await sampleOva({ name: 'ws' });
});
afterAll(() => rm(work, { recursive: true, force: true }));

const candidate = (vsphere: LiveVsphere, runId: string, ova = small) => uploadCandidate(vsphere, runId, ova);

/** In this process. */
async function publish(vsphere: LiveVsphere, runId: string, more: Inputs = {}): Promise<StepHere> {
  const upload = await candidate(vsphere, runId);
  const verification = await proofOf(vsphere, upload);
  return stepHere(vsphere, 'publish-template', { vm: upload.outputs.vm ?? '', verification, ...more }, runId);
}

/** Names of all that is not the double's own, templates in brackets. */
async function inventory(vsphere: LiveVsphere): Promise<string[]> {
  return (await vsphere.state()).vms.map(({ name, template }) => (template ? `[${name}]` : name)).sort();
}

async function everything(vsphere: LiveVsphere): Promise<unknown> {
  const { vms, leases } = await vsphere.state();
  return { leases, vms: [...vms].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

describe.concurrent('publish-template', () => {
  it('makes the template of a candidate that a real proof was made of', async () => {
    await withVsphere({}, async (vsphere) => {
      const upload = await candidate(vsphere, '1', startable);
      const verify = await step(vsphere, 'verify-quiesce', { vm: upload.outputs.vm ?? '', timeout: '30 s' }, '1');
      expect(verify.exitCode, verify.printed).toBe(0);
      const inputs = { vm: upload.outputs.vm ?? '', verification: verify.outputs.report ?? '', notes: 'Ours' };
      const published = await step(vsphere, 'publish-template', inputs, '1');
      expect(published.exitCode, published.printed).toBe(0);
      expect(published.outputs).toMatchObject({
        vm: upload.outputs.vm,
        'inventory-path': '/DC0/vm/ws',
        replaced: '[]',
      });
      expect(await inventory(vsphere)).toEqual(['[ws]']);
      const notes = await run(vsphere, 'object.collect', '-s', '/DC0/vm/ws', 'config.annotation');
      expect(notes).toMatch(
        /^Ours\nMade by Stillframe in run 1\nQuiesced snapshot: application, \d+ VSS writers took part\nOVA sha256:[0-9a-f]{64}/,
      );
      // What is public is nobody's candidate any more.
      const again = await step(vsphere, 'publish-template', inputs, '1');
      expect(again.error).toMatchObject({
        code: 'input-invalid',
        message: expect.stringContaining('published before') as string,
      });
    });
  });

  it('publishes nothing that was changed after its proof', async () => {
    await withVsphere({}, async (vsphere) => {
      const upload = await candidate(vsphere, '1');
      const changeVersion = await run(
        vsphere,
        'object.collect',
        '-s',
        '/DC0/vm/ws.candidate-1',
        'config.changeVersion',
      );
      const proved = { at: new Date().toISOString(), changeVersion: changeVersion.trim() };
      const inputs = { vm: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload, { proved }) };
      await run(vsphere, 'vm.change', '-vm', 'ws.candidate-1', '-c', '4');
      expect((await stepHere(vsphere, 'publish-template', inputs, '1')).error).toMatchObject({
        code: 'not-proven',
        message: expect.stringContaining(
          'The settings of /DC0/vm/ws.candidate-1 were changed after its proof',
        ) as string,
      });
      expect(await inventory(vsphere)).toEqual(['ws.candidate-1']);
    });
  });

  it('sets aside what had the name, and keeps as many as it was told', async () => {
    await withVsphere({}, async (vsphere) => {
      for (const runId of ['1', '2', '3']) {
        const done = await publish(vsphere, runId);
        expect(done.exitCode, done.printed).toBe(0);
      }
      expect(await inventory(vsphere)).toEqual(['[ws.previous-3]', '[ws]']);
      expect(await run(vsphere, 'object.collect', '-s', '/DC0/vm/ws.previous-3', 'config.annotation')).toContain(
        'in run 2',
      );
      const last = await publish(vsphere, '4', { keep: '0' });
      expect(JSON.parse(last.outputs.replaced ?? '')).toEqual([
        { vm: expect.any(String) as string, name: 'ws.previous-4' },
      ]);
      expect(await inventory(vsphere)).toEqual(['[ws]']);
      expect((await run(vsphere, 'session.ls')).trim().split('\n')).toHaveLength(2);
    });
  });

  it('publishes into another folder, and as a VM', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'folder.create', '/DC0/vm/Golden');
      const done = await publish(vsphere, '1', { folder: 'Golden', as: 'vm' });
      expect(done.outputs['inventory-path'], done.printed).toBe('/DC0/vm/Golden/ws');
      expect((await run(vsphere, 'find', '/DC0/vm', '-type', 'm')).trim()).toBe('/DC0/vm/Golden/ws');
    });
  });

  it('changes nothing without a proof of this very candidate, nor in a dry run', async () => {
    await withVsphere({}, async (vsphere) => {
      await publish(vsphere, '1');
      const upload = await candidate(vsphere, '2');
      const before = await everything(vsphere);
      const attempt = async (more: Inputs, change?: object) => {
        const verification = await proofOf(vsphere, upload, change);
        return stepHere(vsphere, 'publish-template', { vm: upload.outputs.vm ?? '', verification, ...more }, '2');
      };
      const refused: [StepHere, string, string][] = [
        [await attempt({}, { moref: 'vm-1' }), 'not-proven', 'it proves vm-1'],
        [await attempt({}, { ova: '0'.repeat(64) }), 'not-proven', 'when its OVA was 000'],
        [await attempt({ name: 'other' }), 'input-invalid', 'was made to be published as ws, not as other'],
        [await attempt({ vm: '/DC0/vm/ws' }), 'input-invalid', 'no candidate any more'],
        [
          await attempt({ verification: upload.outputs.report ?? '' }),
          'input-invalid',
          'is no report of verify-quiesce',
        ],
      ];
      for (const [{ exitCode, error }, code, message] of refused) {
        expect(exitCode).toBe(1);
        expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
      }
      const dry = await attempt({ 'dry-run': 'true' });
      expect(dry.exitCode, dry.printed).toBe(0);
      expect(dry.printed).toContain('/DC0/vm/ws would be set aside');
      expect(await everything(vsphere)).toEqual(before);
    });
  });

  it('does not publish what runs, nor sets aside what runs', async () => {
    await withVsphere({}, async (vsphere) => {
      const upload = await candidate(vsphere, '1');
      const inputs = { vm: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload) };
      await run(vsphere, 'vm.power', '-on', 'ws.candidate-1');
      expect((await stepHere(vsphere, 'publish-template', inputs, '1')).error?.message).toContain('is running');
      await run(vsphere, 'vm.power', '-off', 'ws.candidate-1');
      expect((await stepHere(vsphere, 'publish-template', inputs, '1')).error).toMatchObject({
        code: 'not-proven',
        message: expect.stringContaining('/DC0/vm/ws.candidate-1 was started after its proof') as string,
      });
      await run(vsphere, 'vm.create', '-net', 'VM Network', '-on=true', 'ws');
      const again = { ...inputs, verification: await proofOf(vsphere, upload) };
      expect((await stepHere(vsphere, 'publish-template', again, '1')).error?.message).toBe(
        '/DC0/vm/ws is running, and is not replaced',
      );
      expect(await inventory(vsphere)).toEqual(['ws', 'ws.candidate-1']);
    });
  });

  it.each(['hold-before', 'hold-after'] as const)(
    'gives the old one its name back when it is killed at the first rename (%s): by the post step, or the next run',
    async (moment) => {
      await withVsphere({}, async (vsphere) => {
        await publish(vsphere, '1');
        for (const way of ['post', 'next'] as const) {
          await vsphere.disturb({ method: 'Rename_Task', skip: 1, do: moment });
          let kill = (): void => {};
          const options: StepOptions = {
            onStart: (started) => {
              kill = () => started.kill('SIGKILL');
            },
          };
          const killing = publishOva(vsphere, '2', small, {}, options);
          // The upload's own rename comes first.
          await until('the rename', async () => (await vsphere.calls()).held > 0);
          kill();
          const killed = await killing;
          await vsphere.release();
          expect(killed.exitCode).toBeNull();
          if (way === 'post') {
            await runPost('publish-template', killed.state, { jobFolder: vsphere.folder });
            expect(await inventory(vsphere)).toContain('[ws]');
          }
        }
        const done = await publish(vsphere, '3');
        expect(done.exitCode, done.printed).toBe(0);
        expect((await inventory(vsphere)).filter((name) => !name.includes('candidate'))).toEqual([
          '[ws.previous-3]',
          '[ws]',
        ]);
      });
    },
  );

  it('gives the old one its name back when the new one cannot take it', async () => {
    await withVsphere({}, async (vsphere) => {
      await publish(vsphere, '1');
      await vsphere.disturb({ method: 'Rename_Task', skip: 2, do: 'refuse' });
      const failed = await publish(vsphere, '2');
      expect(failed.exitCode).toBe(1);
      expect(await inventory(vsphere)).toEqual(['[ws.candidate-2]', '[ws]']);
      // The same step again goes on where it stood: the candidate is a template already.
      const vm = (await vsphere.state()).vms.find(({ name }) => name === 'ws.candidate-2');
      expect(vm?.extraConfig['stillframe.published']).toEqual(expect.any(String));
      const id =
        /vm-\d+/.exec(await run(vsphere, 'find', '-i', '/DC0/vm', '-type', 'm', '-name', 'ws.candidate-2'))?.[0] ?? '';
      const verification = join(vsphere.folder, `proof-${id}.json`);
      const again = await step(vsphere, 'publish-template', { vm: id, verification }, '2');
      expect(again.exitCode, again.printed).toBe(0);
      expect(await inventory(vsphere)).toEqual(['[ws.previous-2]', '[ws]']);
    });
  });
});

describe('a candidate', () => {
  it('takes the place of that of an earlier attempt of its run, and disturbs no other', async () => {
    await withVsphere({}, async (vsphere) => {
      await candidate(vsphere, '1');
      await candidate(vsphere, '2');
      await candidate(vsphere, '1');
      expect(await inventory(vsphere)).toEqual(['ws.candidate-1', 'ws.candidate-2']);
    });
  });
});
