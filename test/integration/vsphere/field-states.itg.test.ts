import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInventory } from '../../../src/vsphere/inventory/inventory.ts';
import { connectVsphere } from '../../../src/vsphere/wire/session.ts';
import { node, value } from '../../../src/vsphere/wire/soap.ts';
import { runTask } from '../../../src/vsphere/wire/tasks.ts';
import type { XmlElement } from '../../../src/xml/xml-element.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { proofOf, type StepHere, stepHere, uploadCandidate } from '../publish/publish-steps.ts';
import { type LiveVsphere, left, run, withVsphere } from '../quiesce/live-run.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { verifyHere } from '../quiesce/verify-here.ts';
import { makeFolder, makeOva } from './upload-job.ts';

/** States of an inventory that people have reported: what is in the middle of something is nobody's to replace, remove or build on. */

let folder = '';
/** Cannot start, which nothing here asks but where it says so. */
let small = '';
let startable = '';

beforeAll(async () => {
  await buildVsphereDouble();
  folder = await makeFolder();
  small = await makeOva(folder, 'small', 2 ** 19);
  startable = await sampleOva({ name: 'ws' });
}, 600_000);
afterAll(() => rm(folder, { recursive: true }));

const upload = (vsphere: LiveVsphere, inputs: Readonly<Record<string, string>> = {}): Promise<StepHere> =>
  stepHere(vsphere, 'upload-esxi', { ova: small, name: 'ws', 'network-map': 'VM Network', ...inputs }, '1');

async function suspend(vsphere: LiveVsphere, vm: string): Promise<void> {
  await run(vsphere, 'vm.power', '-on', vm);
  await run(vsphere, 'vm.power', '-suspend', vm);
}

/** What our actions never do. */
function asAdministrator({ server, username, password, thumbprint }: LiveVsphere) {
  return async (name: string, method: string, parameters: readonly XmlElement[]): Promise<void> => {
    const none = (): void => {};
    const log = { info: none, warning: none, debug: none, group: (_: string, body: () => Promise<never>) => body() };
    const signal = new AbortController().signal;
    const session = await connectVsphere({ server, username, password, tls: { thumbprint }, signal, log } as never);
    const found = (await readInventory(session, { HostSystem: [] })).find((one) => one.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    await runTask(session, method, found.moref, parameters);
    await session.close();
  };
}

// vim25 VirtualMachinePowerState has three: check-vmware pull request 375 took a suspended VM for one that is off.
describe.concurrent('a VM that is suspended', () => {
  it('is not replaced, removed, set aside or proven, since its guest goes on from its memory', async () => {
    await withVsphere({}, async (vsphere) => {
      expect((await upload(vsphere, { as: 'vm' })).exitCode).toBe(0);
      await suspend(vsphere, 'ws');
      const replaced = await upload(vsphere, { as: 'vm', 'if-exists': 'replace' });
      expect(replaced.error).toMatchObject({
        code: 'vsphere-exists',
        message: '/DC0/vm/ws is suspended and is not replaced',
      });
      const proven = await verifyHere(vsphere, { vm: 'ws', copy: 'false' });
      expect(proven.report.error).toMatchObject({ code: 'vm-unfit' });
      expect(proven.report.error?.message).toContain('/DC0/vm/ws is suspended');
      const candidate = await uploadCandidate(vsphere, '2', small);
      const verification = await proofOf(vsphere, candidate);
      const published = await stepHere(
        vsphere,
        'publish-template',
        { vm: candidate.outputs.vm ?? '', verification },
        '2',
      );
      expect(published.error).toMatchObject({ message: '/DC0/vm/ws is suspended, and is not replaced' });
      expect(await left(vsphere)).toEqual(['ws suspended 0', 'ws.candidate-2 poweredOff 0']);
    });
  });

  it('is no candidate to be baked or published, nor an older release to be removed', async () => {
    await withVsphere({}, async (vsphere) => {
      const first = await uploadCandidate(vsphere, '1', small);
      await suspend(vsphere, 'ws.candidate-1');
      const as = { vm: first.outputs.vm ?? '', verification: await proofOf(vsphere, first) };
      for (const step of [
        await stepHere(vsphere, 'publish-template', { ...as, as: 'vm' }, '1'),
        await stepHere(vsphere, 'bake-template', { vm: as.vm, timeout: '1 min' }, '1'),
      ]) {
        expect(step.error).toMatchObject({ code: expect.stringMatching(/^(vm-unfit|not-proven)$/) as string });
        expect(step.error?.message).toContain('suspended');
      }
      await run(vsphere, 'vm.destroy', 'ws.candidate-1');
      for (const runId of ['2', '3']) {
        const candidate = await uploadCandidate(vsphere, runId, small);
        const inputs = { vm: candidate.outputs.vm ?? '', verification: await proofOf(vsphere, candidate), as: 'vm' };
        expect((await stepHere(vsphere, 'publish-template', { ...inputs, keep: '9' }, runId)).exitCode).toBe(0);
      }
      await suspend(vsphere, 'ws.previous-3');
      const candidate = await uploadCandidate(vsphere, '4', small);
      const inputs = { vm: candidate.outputs.vm ?? '', verification: await proofOf(vsphere, candidate), as: 'vm' };
      const last = await stepHere(vsphere, 'publish-template', { ...inputs, keep: '0' }, '4');
      expect(last.exitCode, last.printed).toBe(0);
      expect(last.printed).toMatch(/ws\.previous-3 could not be removed: .*is suspended/);
      expect(await left(vsphere)).toEqual(['ws poweredOff 0', 'ws.previous-3 suspended 0']);
    });
  });
});

describe.concurrent('where a VM goes', () => {
  it('is said before anything is made, where a cluster chooses no host, or the host takes none', async () => {
    await withVsphere({}, async (vsphere) => {
      const change = asAdministrator(vsphere);
      await change('DC0_C0', 'ReconfigureComputeResource_Task', [
        node('spec', [node('drsConfig', [value('enabled', false)])], 'ClusterConfigSpecEx'),
        value('modify', true),
      ]);
      const unplaced = await upload(vsphere, { as: 'vm' });
      expect(unplaced.error).toMatchObject({ code: 'vsphere-ambiguous' });
      expect(unplaced.error?.hint).toContain('/DC0/host/DC0_C0/DC0_C0_H0');
      const placed = await upload(vsphere, { as: 'vm', host: 'DC0_C0_H1' });
      expect(placed.exitCode, placed.printed).toBe(0);
      // As a template: its host is the one that is named for the copy.
      await run(vsphere, 'vm.destroy', 'ws');
      await run(vsphere, 'import.ova', '-host=DC0_C0_H1', startable);
      const proven = await verifyHere(vsphere, { vm: 'ws', 'resource-pool': 'DC0_C0' });
      expect(proven.report.outputs.verdict, proven.log).toBe('application');
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
      await change('DC0_C0_H1', 'EnterMaintenanceMode_Task', [value('timeout', 0)]);
      const away = await upload(vsphere, { as: 'vm', name: 'other', host: 'DC0_C0_H1' });
      expect(away.error).toMatchObject({ message: 'The host /DC0/host/DC0_C0/DC0_C0_H1 is in maintenance mode' });
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
    });
  });

  it('is never the uplinks of a switch, and may be a network of NSX', async () => {
    await withVsphere({ nsx: true }, async (vsphere) => {
      const networks = (await run(vsphere, 'find', '/DC0/network', '-type', 'n')).split('\n');
      const uplinks =
        networks
          .find((path) => path.includes('DVUplinks'))
          ?.split('/')
          .at(-1) ?? '';
      const mapped = await upload(vsphere, { as: 'vm', 'network-map': uplinks });
      expect(mapped.error).toMatchObject({ code: 'vsphere-not-found' });
      expect(mapped.error?.message).toContain(`There is no network ${uplinks}`);
      await run(vsphere, 'import.ova', startable);
      const unknown = await verifyHere(vsphere, { vm: 'ws', network: uplinks });
      expect(unknown.report.error?.code).toBe('vsphere-not-found');
      const proven = await verifyHere(vsphere, { vm: 'ws', network: 'DC0_NSX0' });
      expect(proven.report.outputs.verdict, proven.log).toBe('application');
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
    });
  });
});

// vim25 VirtualMachineRuntimeInfo.consolidationNeeded; forklift pull request 6939: the task succeeds, and the snapshot stays on the disk.
describe.concurrent('a snapshot that is removed, and whose disks are not merged', () => {
  const needed = async (vsphere: LiveVsphere): Promise<string> =>
    (await run(vsphere, 'object.collect', '-s', '/DC0/vm/ws', 'runtime.consolidationNeeded')).trim();

  it('is put in order, or the step says that it is not', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', startable);
      await vsphere.plan({ unmerged: 'once' });
      const merged = await verifyHere(vsphere, { vm: 'ws', copy: 'false' });
      expect([merged.exitCode, merged.report.outputs.verdict], merged.log).toEqual([0, 'application']);
      expect(merged.log).toContain('its disks were not merged');
      expect(await needed(vsphere)).toBe('false');
      // A copy goes with its disks.
      await vsphere.plan({ unmerged: 'always' });
      const copied = await verifyHere(vsphere, { vm: 'ws' });
      expect(copied.report.outputs.verdict, copied.log).toBe('application');
      const stuck = await verifyHere(vsphere, { vm: 'ws', copy: 'false' });
      expect(stuck.report.error).toMatchObject({ code: 'vsphere-refused' });
      expect(stuck.report.error?.message).toContain('need to be consolidated');
      expect(await left(vsphere)).toEqual(['ws poweredOff 0']);
      expect(await needed(vsphere)).toBe('true');
    });
  });
});
