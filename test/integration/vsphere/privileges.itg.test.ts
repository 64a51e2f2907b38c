import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { allWays, changing, namedIn, neededBy, proofOf, runAs, type Stage } from './privileged-runs.ts';

/** An account that lacks what docs/vsphere.md lists is told so before anything is changed; whatever it has on the objects alone is enough. */

const ovas = { candidate: '', defective: '' };
beforeAll(async () => {
  await buildVsphereDouble();
  const extraConfig = { 'disk.EnableUUID': 'TRUE', 'stillframe.after-first-boot': 'shut-down' } as const;
  ovas.candidate = await sampleOva({
    name: 'fresh',
    extraConfig: { ...extraConfig, 'stillframe.first-boot': 'expected' },
  });
  ovas.defective = await sampleOva({ name: 'ws', extraConfig: { 'disk.EnableUUID': 'TRUE' } }, 'defective');
}, 600_000);

const TOUCHED = ['vm', 'Resources', 'LocalDS_0', 'VM Network'];

/** A template `ws`, and a candidate that an account with privileges on folder, pool, datastore and network alone has uploaded. */
async function openStage(vsphere: LiveVsphere): Promise<Stage> {
  await run(vsphere, 'import.ova', ovas.defective);
  await run(vsphere, 'vm.markastemplate', 'ws');
  await run(vsphere, 'folder.create', '/DC0/vm/golden');
  await run(vsphere, 'library.create', 'golden');
  const ova = ovas.candidate;
  const way = { action: 'upload-esxi', inputs: {}, conditions: ['unless `as: library-item`'] } as const;
  await vsphere.account({ withheld: neededBy(way), only: TOUCHED });
  const upload = await runAs(vsphere, 'upload-esxi', { ova, name: 'fresh', 'network-map': 'VM Network' });
  expect(upload.ok, upload.printed).toBe(true);
  const script = join(vsphere.folder, 'own.cmd');
  await writeFile(script, 'echo done\r\nexit 0\r\n');
  return { ova, candidate: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload), script };
}

describe('an account without privileges', () => {
  it('is told all that it lacks, of each action, before anything is changed', async () => {
    await withVsphere({}, async (vsphere) => {
      const stage = await openStage(vsphere);
      const before = await vsphere.state();
      for (const way of allWays(stage)) {
        const needed = neededBy(way);
        await vsphere.account({ withheld: needed });
        const { ok, error, called, printed } = await runAs(vsphere, way.action, way.inputs);
        expect([ok, error?.code, namedIn(error?.message)], printed).toEqual([false, 'vsphere-refused', needed]);
        expect(error?.hint).toContain(`govc role.create stillframe ${needed.join(' ')} `);
        expect(called).toContain('HasPrivilegeOnEntities');
        expect(changing(called), printed).toEqual([]);
        expect(await vsphere.state()).toEqual(before);
      }
      // One that is not on any object that is touched is as good as none.
      await vsphere.account({ withheld: ['VApp.Import'], only: ['golden', 'DVS0'] });
      const elsewhere = await runAs(vsphere, 'upload-esxi', allWays(stage)[0]?.inputs ?? {});
      expect(namedIn(elsewhere.error?.message)).toEqual(['VApp.Import']);
      // A server that says nothing, or says all is granted, refuses the call itself, by name.
      for (const silence of [{ mute: true }, { blind: true }]) {
        await vsphere.account({ withheld: ['VApp.Import'], ...silence });
        const { error } = await runAs(vsphere, 'upload-esxi', allWays(stage)[0]?.inputs ?? {});
        expect(error).toMatchObject({
          code: 'vsphere-refused',
          hint: expect.stringContaining('VApp.Import on ResourcePool') as unknown,
        });
      }
      expect(await vsphere.state()).toEqual(before);
    });
  });

  it('sees the disks that nobody gives it named with what it lacks', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      await vsphere.account({ withheld: ['Datastore.Browse', 'VApp.Export'] });
      const { error, printed } = await runAs(vsphere, 'audit-templates', {
        vms: 'ws',
        table: join(vsphere.folder, 't.csv'),
      });
      expect(error?.code, printed).toBeUndefined();
      expect(printed).toMatch(/Datastore\.Browse and Datastore\.FileManagement/);
      expect(printed).toContain('the account lacks VApp.Export');
    });
  });
});
