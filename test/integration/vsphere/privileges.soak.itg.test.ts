import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { PRIVILEGES, type PrivilegedAction } from '../../../src/vsphere/access/privileges.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { defectiveOva, makeTemplate } from '../repair/classic-template.ts';
import {
  allWays,
  changing,
  type Ended,
  type Inputs,
  namedIn,
  neededBy,
  proofOf,
  runAs,
  type Way,
} from './privileged-runs.ts';

/** The table of docs/vsphere.md, what the actions ask for and what the double demands are one: each privilege is needed, and no other is. */

let ova = '';
let defective = '';
beforeAll(async () => {
  await buildVsphereDouble();
  const extraConfig = { 'disk.EnableUUID': 'TRUE', 'stillframe.after-first-boot': 'shut-down' } as const;
  ova = await sampleOva({ name: 'fresh', extraConfig: { ...extraConfig, 'stillframe.first-boot': 'expected' } });
  defective = await defectiveOva();
}, 600_000);

const ALL = [...new Set(Object.values(PRIVILEGES).flatMap((needs) => needs.map(({ privilege }) => privilege)))].sort();
const UPLOAD = { 'network-map': 'VM Network' };

async function openStage(vsphere: LiveVsphere): Promise<void> {
  await makeTemplate(vsphere, defective);
  await run(vsphere, 'folder.create', '/DC0/vm/golden');
  await run(vsphere, 'library.create', 'golden');
  await writeFile(join(vsphere.folder, 'own.cmd'), 'echo done\r\nexit 0\r\n');
}

it('what is listed is enough for a run that succeeds, and each of it is demanded on the way', async () => {
  await withVsphere({}, async (vsphere) => {
    await openStage(vsphere);
    const demanded = new Map<PrivilegedAction, Set<string>>();
    /** To success, by an account that holds what is asked for and nothing else. */
    const succeed = async (way: Way, more: Inputs = {}, runId = '1'): Promise<Ended> => {
      const needed = neededBy(way);
      await vsphere.account({ withheld: ALL.filter((one) => !needed.includes(one)) });
      const ended = await runAs(vsphere, way.action, { ...way.inputs, ...more }, runId);
      expect(ended.ok, ended.printed).toBe(true);
      const seen = demanded.get(way.action) ?? new Set();
      for (const one of await vsphere.demanded()) seen.add(one);
      demanded.set(way.action, seen);
      return ended;
    };
    const upload = (runId: string): Promise<Ended> =>
      succeed(
        { action: 'upload-esxi', inputs: { ova, name: 'fresh', ...UPLOAD }, conditions: ['unless `as: library-item`'] },
        {},
        runId,
      );

    const uploaded = await upload('1');
    const stage = {
      ova,
      candidate: uploaded.outputs.vm ?? '',
      verification: await proofOf(vsphere, uploaded),
      script: join(vsphere.folder, 'own.cmd'),
    };
    const way = (action: PrivilegedAction, condition: string): Way => {
      const found = allWays(stage).find(
        (one) => one.action === action && (one.conditions as readonly string[]).includes(condition),
      );
      if (!found) throw new Error(`no way of ${action} ${condition}`);
      return found;
    };
    const template = way('upload-esxi', 'with `as: template`');
    await succeed(template);
    await succeed(template, { 'if-exists': 'replace' });
    await succeed(way('upload-esxi', 'with `via-library`'));
    await succeed(way('upload-esxi', 'with `as: library-item`'));
    await succeed(way('bake-template', 'with `scripts:`'));
    const proof = way('verify-quiesce', 'to copy a VM');
    await succeed(proof);
    // What a bake leaves is another machine than the one that was called proven.
    stage.verification = await proofOf(vsphere, uploaded);
    const published = await succeed(way('publish-template', 'with `folder:`'));
    stage.candidate = published.outputs.vm ?? '';
    await succeed(way('verify-quiesce', 'to copy a template'), { vm: stage.candidate });
    for (const runId of ['2', '3', '4']) {
      const next = await upload(runId);
      stage.candidate = next.outputs.vm ?? '';
      stage.verification = await proofOf(vsphere, next);
      await succeed(way('publish-template', 'with `as: library-item`'), { keep: '1' }, runId);
    }
    await succeed(way('repair-template', 'of a template'));

    await vsphere.shape('ws', 'vsan');
    await vsphere.account({});
    await runAs(vsphere, 'audit-templates', { vms: 'ws', table: join(vsphere.folder, 't.csv') });
    demanded.set('audit-templates', new Set(await vsphere.demanded()));

    const listed = (action: PrivilegedAction): string[] =>
      [...new Set(PRIVILEGES[action].map(({ privilege }) => privilege))].sort();
    // An importer that drops a setting is needed for the one; a copy that is undone, and a VM, for the others.
    const apart: Readonly<Partial<Record<PrivilegedAction, readonly string[]>>> = {
      'upload-esxi': ['VirtualMachine.Config.Settings'],
      'repair-template': ['VirtualMachine.Inventory.Delete', 'VirtualMachine.Provisioning.Clone'],
    };
    const differences = [...demanded].map(([action, seen]) => ({
      action,
      notDemanded: listed(action).filter((one) => !seen.has(one)),
      notListed: [...seen].filter((one) => !listed(action).includes(one)),
    }));
    expect(differences).toEqual(
      [...demanded.keys()].map((action) => ({ action, notDemanded: apart[action] ?? [], notListed: [] })),
    );
    expect(new Set<string>(demanded.keys())).toEqual(new Set(Object.keys(PRIVILEGES)));
    await vsphere.account({ withheld: ['VirtualMachine.Config.Settings'] });
    await expect(run(vsphere, 'vm.change', '-vm', 'ws', '-g', 'windows2019srv_64Guest')).rejects.toThrow(
      /NoPermission|denied/,
    );
  });
});

it('each privilege alone is missed before anything is changed', async () => {
  await withVsphere({}, async (vsphere) => {
    await openStage(vsphere);
    const uploaded = await runAs(vsphere, 'upload-esxi', { ova, name: 'fresh', ...UPLOAD });
    const verification = await proofOf(vsphere, uploaded);
    const script = join(vsphere.folder, 'own.cmd');
    const before = await vsphere.state();
    for (const way of allWays({ ova, candidate: uploaded.outputs.vm ?? '', verification, script })) {
      for (const privilege of neededBy(way)) {
        await vsphere.account({ withheld: [privilege] });
        const { error, called, printed } = await runAs(vsphere, way.action, way.inputs);
        expect([way.action, error?.code, namedIn(error?.message)], printed).toEqual([
          way.action,
          'vsphere-refused',
          [privilege],
        ]);
        expect(changing(called), printed).toEqual([]);
      }
    }
    expect(await vsphere.state()).toEqual(before);
  });
});
