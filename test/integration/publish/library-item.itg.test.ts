import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { makeOva } from '../vsphere/upload-job.ts';
import { type Inputs, proofOf, publishOva, type StepOptions, step, uploadCandidate } from './publish-steps.ts';

/** A candidate becomes an item of a content library, which keeps its id from release to release; govmomi's own client judges. */

let work = '';
let ova = '';

beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-library-'));
  ova = await makeOva(work, 'small', 2 ** 19);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const ITEM = { as: 'library-item', library: 'golden' };

const publish = (vsphere: LiveVsphere, runId: string, more: Inputs = {}, options: StepOptions = {}): Promise<Step> =>
  publishOva(vsphere, runId, ova, { ...ITEM, ...more }, options);

async function items(vsphere: LiveVsphere): Promise<string[]> {
  return (await run(vsphere, 'library.ls', '/golden/*')).trim().split('\n').filter(Boolean).sort();
}

interface Info {
  readonly id: string;
  readonly description: string;
}

async function info(vsphere: LiveVsphere, name: string): Promise<Info> {
  const [item] = JSON.parse(await run(vsphere, 'library.info', '-json', `/golden/${name}`)) as Info[];
  if (item === undefined) throw new Error(`no item ${name}`);
  return item;
}

async function machines(vsphere: LiveVsphere): Promise<string[]> {
  return (await vsphere.state()).vms.map(({ name }) => name).sort();
}

describe.concurrent('publish-template with as: library-item', () => {
  it('makes the item, updates it in place, keeps as many older ones as it was told, and removes the candidate', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      await vsphere.plan({ copyMs: 300 });
      const first = await publish(vsphere, '1', { notes: 'Ours' });
      expect(first.exitCode, first.printed).toBe(0);
      const { id, description } = await info(vsphere, 'ws');
      expect(first.outputs).toMatchObject({ 'library-item': id, 'inventory-path': 'golden/ws', replaced: '[]' });
      expect(description).toMatch(
        /^Ours\nMade by Stillframe in run 1\n[\s\S]*\nstillframe\.release run=1 ova=[0-9a-f]{64} /,
      );
      expect(await machines(vsphere)).toEqual([]);

      const second = await publish(vsphere, '2');
      expect(second.exitCode, second.printed).toBe(0);
      expect((await info(vsphere, 'ws')).id).toBe(id);
      expect((await info(vsphere, 'ws')).description).toContain('stillframe.release run=2 ');
      expect((await info(vsphere, 'ws-1')).description).toBe(description);
      const third = await publish(vsphere, '3');
      expect(await items(vsphere)).toEqual(['/golden/ws', '/golden/ws-2']);
      expect(JSON.parse(third.outputs.replaced ?? '')).toEqual([{ vm: expect.any(String) as string, name: 'ws-2' }]);

      // The head, and govc's own.
      expect((await run(vsphere, 'session.ls')).trim().split('\n')).toHaveLength(2);

      // What people deploy has the setting without which no snapshot is application-consistent, in the copy as well.
      for (const item of ['ws', 'ws-2']) {
        await run(vsphere, 'library.deploy', `/golden/${item}`, `deployed-${item}`);
        const deployed = (await vsphere.state()).vms.find(({ name }) => name === `deployed-${item}`);
        expect(deployed?.extraConfig['disk.EnableUUID'], item).toBe('TRUE');
        expect(deployed?.disks, item).toHaveLength(1);
        expect(deployed?.extraConfig['stillframe.release']).toContain(`run=${item === 'ws' ? 3 : 2} `);
      }
    });
  });

  it('speaks with a vCenter before 7.0 U2, and replaces nothing that no release made', async () => {
    await withVsphere({ oldRest: true }, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      const done = await publish(vsphere, '1');
      expect(done.exitCode, done.printed).toBe(0);
      expect(await items(vsphere)).toEqual(['/golden/ws']);

      const upload = await uploadCandidate(vsphere, '2', ova);
      const verification = await proofOf(vsphere, upload);
      const again = (more: Inputs): Promise<Step> =>
        step(vsphere, 'publish-template', { vm: upload.outputs.vm ?? '', verification, ...ITEM, ...more }, '2');
      const dry = await again({ 'dry-run': 'true' });
      expect([dry.exitCode, dry.outputs['library-item']]).toEqual([0, done.outputs['library-item']]);
      expect((await again({ library: 'goldn' })).error?.message).toContain('did you mean golden?');
      await run(vsphere, 'library.update', '-d', 'by hand', '/golden/ws');
      expect((await again({})).error).toMatchObject({ code: 'vsphere-exists' });
      expect((await info(vsphere, 'ws')).description).toBe('by hand');
      expect(await machines(vsphere)).toEqual(['ws.candidate-2']);
    });
  });

  it('makes one item though the answer is lost, and leaves the old one whole when it is killed', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      await vsphere.disturb({ method: 'REST', match: 'ovf/library-item', do: 'reset-after' });
      const first = await publish(vsphere, '1');
      expect(first.exitCode, first.printed).toBe(0);
      expect(await items(vsphere)).toEqual(['/golden/ws']);
      const { id, description } = await info(vsphere, 'ws');

      // Killed while the server copies the old one aside …
      await vsphere.plan({ copyMs: 600_000 });
      const killed = await publish(
        vsphere,
        '2',
        {},
        {
          onStart: (child) => {
            const copying = async (): Promise<void> => expect(await items(vsphere)).toContain('/golden/ws-1');
            void vi.waitFor(copying, { timeout: 240_000 }).then(() => child.kill('SIGKILL'));
          },
        },
      );
      expect(killed.exitCode, killed.printed).toBeNull();
      expect(await info(vsphere, 'ws')).toMatchObject({ id, description });
      // … and the same step run again makes that copy anew, and goes on.
      await vsphere.plan({});
      const upload = await uploadCandidate(vsphere, '2', ova);
      const inputs = { vm: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload), ...ITEM };
      const next = await step(vsphere, 'publish-template', inputs, '2');
      expect(next.exitCode, next.printed).toBe(0);
      expect(await items(vsphere)).toEqual(['/golden/ws', '/golden/ws-1']);
      expect((await info(vsphere, 'ws')).id).toBe(id);
      expect((await info(vsphere, 'ws-1')).description).toBe(description);
      expect(await machines(vsphere)).toEqual([]);
    });
  });
});
