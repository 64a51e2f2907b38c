import { describe, expect, it } from 'vitest';
import type { DiskLayout } from '../../../../src/disk/layout.ts';
import { type LiveRepairRequest, type OutsideLook, repairLive } from '../../../../src/repair/live/repair-live.ts';
import { formatRepairMark } from '../../../../src/repair/live/repair-mark.ts';
import { ownerProcess } from '../../../../src/vsphere/vm/owner.ts';
import type { VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import { packedAnswer } from '../../vsphere/guest/packed-answer.ts';
import {
  type PlayedAnswer,
  type PlayedObject,
  type PlayedOptions,
  playedVsphere,
  ref,
  settings,
  xml,
} from '../../vsphere/played-vsphere.ts';
import { answerOf, FIRST, LAST, layoutOf, MIB } from './sample-guest.ts';

const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };
const DISK =
  '<VirtualDevice xsi:type="VirtualDisk"><key>2000</key><backing><fileName>[ds] ws/ws.vmdk</fileName></backing></VirtualDevice>';
const COPY_NOTE =
  'The safety copy /DC/vm/ws.before-repair-0badcafe, a VM that is off, is ws as it was before the repair: ' +
  'to go back, delete ws, give the copy its name and convert it to a template; otherwise delete the copy.';
const FINDING = { code: 'ntfs-dirty', severity: 'warning', seen: 's', remedy: 'r' } as const;

interface Given {
  readonly layout?: DiskLayout;
  readonly imageState?: string;
  readonly request?: Partial<LiveRepairRequest>;
  readonly kind?: 'vcenter' | 'esxi';
  readonly template?: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly uuid?: string;
  readonly onRead?: PlayedOptions['onRead'];
  readonly objects?: Readonly<Record<string, PlayedObject>>;
  readonly answers?: PlayedOptions['answers'];
  /** More that the server says of the VM. */
  readonly facts?: PlayedObject['properties'];
}

function repairing({ layout, imageState, request, kind = 'vcenter', ...given }: Given) {
  const { template = 'true', extra = {}, uuid = 'uuid-1', onRead, objects, answers, facts } = given;
  const held: string[] = [];
  const session = playedVsphere(
    {
      'vm-1': {
        type: 'VirtualMachine',
        properties: {
          name: 'ws',
          parent: ref('Folder', 'f'),
          resourcePool: ref('ResourcePool', 'p'),
          'runtime.powerState': 'poweredOff',
          'config.template': template,
          'config.instanceUuid': uuid,
          'config.extraConfig': settings(extra),
          ...facts,
        },
      },
      p: { type: 'ResourcePool', properties: { owner: ref('ComputeResource', 'c') } },
      taskManager: { type: 'taskManager' },
      ...objects,
    },
    { kind, ...(onRead && { onRead }), answers: { CloneVM_Task: () => ref('VirtualMachine', 'vm-2'), ...answers } },
  );
  const look = (_: VmFacts): Promise<OutsideLook> =>
    Promise.resolve({ layout, why: 'it lies on vSAN', imageState, findings: [FINDING] });
  const done = repairLive(
    session,
    {
      ...{ vm: VM, me: ownerProcess('0badcafe'), account: { username: 'u', password: 'p' }, look },
      ...{ extend: false, dryRun: false, safetyCopy: false, resourcePool: undefined, timeout: 0 },
      ...request,
    },
    {
      hold: ({ kind: name }) => {
        held.push(name);
        return () => undefined;
      },
    },
  );
  return { session, held, done };
}
const methods = ({ asked }: { readonly asked: readonly string[] }): string[] =>
  asked.map((call) => call.split(' ')[0] ?? '');

describe('the repair of a template in its guest', () => {
  it('starts nothing where there is nothing to repair', async () => {
    const layout = layoutOf(LAST.slice(0, 3));
    // Generalized or not: nothing is to be started.
    const { session, done } = repairing({ layout, imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE' });
    expect(await done).toEqual({
      ...{ changed: false, before: layout, after: layout, template: true, provenBy: 'outside' },
      findings: [FINDING],
    });
    expect(session.asked).toEqual([]);
  });

  it('starts nothing from a dynamic disk, of which Windows deletes no partition', async () => {
    const layout = layoutOf(LAST);
    const [, msr] = layout.partitions;
    Object.assign(msr ?? {}, { typeGuid: 'af9b60a0-1431-4f62-bc68-3311714a69ad' });
    const { session, held, done } = repairing({ layout });
    await expect(done).rejects.toMatchObject({
      code: 'disk-invalid',
      message: 'The disk of /DC/vm/ws is a dynamic disk, of which Windows deletes no partition',
    });
    expect([session.asked, held]).toEqual([[], []]);
  });

  it('shows in a dry run what would be, and starts nothing', async () => {
    const layout = layoutOf(LAST);
    const { session, held, done } = repairing({ layout, request: { dryRun: true, extend: true } });
    const { changed, before, after, findings } = await done;
    expect([changed, before, findings]).toEqual([true, layout, []]);
    expect(after.partitions.map(({ size }) => size / MIB)).toEqual([50, 16, 956]);
    expect([session.asked, held]).toEqual([[], []]);
    await expect(repairing({ request: { dryRun: true } }).done).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('nobody knows what a repair would do: it lies on vSAN') as string,
    });
  });

  it('does not start what is generalized, or not to be started', async () => {
    const sealed = repairing({ layout: layoutOf(FIRST), imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE' });
    await expect(sealed.done).rejects.toMatchObject({ code: 'vm-unfit' });
    const shown = repairing({
      layout: layoutOf(FIRST),
      imageState: 'IMAGE_STATE_UNDEPLOYABLE',
      request: { dryRun: true },
    });
    await expect(shown.done).rejects.toMatchObject({ code: 'vm-unfit' });
    const first = repairing({ layout: layoutOf(FIRST), extra: { 'stillframe.first-boot': 'expected' } });
    await expect(first.done).rejects.toMatchObject({ code: 'vm-unfit' });
    expect([...sealed.session.asked, ...first.session.asked]).toEqual([]);
  });

  it('leaves a disk alone on which linked clones live, also in a dry run', async () => {
    const layoutEx = '<file><name>[ds] ws/ws.vmdk</name></file>';
    const given = {
      layout: layoutOf(FIRST),
      facts: {
        datastore: '<ManagedObjectReference type="Datastore">ds-1</ManagedObjectReference>',
        'config.hardware.device': DISK,
      },
      objects: {
        'ds-1': { type: 'Datastore' },
        'vm-7': { type: 'VirtualMachine', properties: { name: 'desk', layoutEx } },
      },
    };
    for (const dryRun of [false, true]) {
      const { session, held, done } = repairing({ ...given, request: { dryRun } });
      await expect(done).rejects.toMatchObject({
        code: 'vm-unfit',
        message: 'Linked clones live on the disk of /DC/vm/ws: desk',
      });
      expect([session.asked, held]).toEqual([[], []]);
    }
  });

  it.each([
    ['a template', 'true', ['VirtualMachine.Provisioning.MarkAsVM', 'VirtualMachine.Provisioning.MarkAsTemplate']],
    ['a VM', 'false', []],
  ])('asks beforehand for what it needs of %s', async (_what, template, more) => {
    const asked: string[] = [];
    const { session, held, done } = repairing({
      layout: layoutOf(FIRST),
      template,
      objects: { sessionManager: { type: 'sessionManager', properties: { currentSession: '<key>k-1</key>' } } },
      answers: {
        HasPrivilegeOnEntities: ({ text }): PlayedAnswer => {
          asked.push(...[...text.matchAll(/<privId>([^<]*)/g)].map(([, privilege = '']) => privilege));
          return new Error('asked');
        },
      },
    });
    await expect(done).rejects.toThrow('asked');
    expect(new Set(asked.filter((privilege) => privilege.includes('.MarkAs')))).toEqual(new Set(more));
    expect(asked).toContain('VirtualMachine.Interact.PowerOn');
    expect([methods(session), held]).toEqual([['HasPrivilegeOnEntities'], []]);
  });

  it('does not start what it could not know again', async () => {
    const request = { safetyCopy: true };
    const cases = [
      { layout: layoutOf(FIRST), request },
      { layout: layoutOf(FIRST), request: { dryRun: true } },
      { request },
    ];
    for (const given of cases) {
      const { session, held, done } = repairing({ ...given, uuid: '' });
      await expect(done).rejects.toMatchObject({
        code: 'vm-unfit',
        message: expect.stringContaining('no instanceUuid of /DC/vm/ws') as string,
        hint: expect.stringContaining('register its .vmx or .vmtx file again') as string,
      });
      expect([session.asked, held]).toEqual([[], []]);
    }
    // Nothing is to be started.
    const sound = repairing({ layout: layoutOf(LAST.slice(0, 3)), uuid: '' });
    expect((await sound.done).changed).toBe(false);
  });

  it('copies, holds what it is about to change, converts, marks, and starts', async () => {
    const { session, held, done } = repairing({ layout: layoutOf(FIRST), request: { safetyCopy: true } });
    // Nobody starts Tools here.
    await expect(done).rejects.toMatchObject({ code: 'timeout' });
    expect(held).toEqual(['repair-copy', 'repair']);
    expect(methods(session)).toEqual([
      ...['CloneVM_Task', 'ReconfigVM_Task'],
      ...['MarkAsVirtualMachine', 'ReconfigVM_Task', 'PowerOnVM_Task'],
    ]);
    expect(session.asked[2]).toBe('MarkAsVirtualMachine vm-1 <pool type="ResourcePool">p</pool>');
    expect(session.asked[3]).toMatch(/<key>stillframe\.repair<\/key>.*<key>stillframe\.owner<\/key>.*run=0badcafe/);
  });

  it('asks the guest of a disk that nobody can look at, and of one whose Windows is not seen when it is to grow', async () => {
    const blind = repairing({});
    await expect(blind.done).rejects.toMatchObject({ code: 'timeout' });
    expect(blind.session.said.warning[0]).toContain('cannot be looked at from outside: it lies on vSAN');
    const half = repairing({ layout: layoutOf(LAST.slice(0, 2)), request: { extend: true } });
    await expect(half.done).rejects.toMatchObject({ code: 'timeout' });
  });

  it('repairs a VM without converting it, on an ESXi host only by consent', async () => {
    const { session, done } = repairing({ layout: layoutOf(FIRST), kind: 'esxi', template: 'false' });
    await expect(done).rejects.toMatchObject({ code: 'timeout' });
    expect(methods(session)).toEqual(['ReconfigVM_Task', 'PowerOnVM_Task']);
    const copy = repairing({ layout: layoutOf(FIRST), kind: 'esxi', template: 'false', request: { safetyCopy: true } });
    await expect(copy.done).rejects.toMatchObject({
      code: 'vsphere-refused',
      hint: expect.stringContaining('safety-copy: false') as string,
    });
    expect(copy.session.asked).toEqual([]);
  });

  it('stands back where somebody else has begun meanwhile', async () => {
    const mark = formatRepairMark({ vm: 'uuid-1', run: 'other', state: 'running', template: true, cards: [] });
    let looks = 0;
    const { session, done } = repairing({
      layout: layoutOf(FIRST),
      template: 'false',
      onRead: (id, paths, objects) => {
        const vm = objects.get('vm-1');
        // From the second look at its network cards on: the one that is written down.
        if (id === 'vm-1' && paths.join() === 'config.hardware.device') looks += 1;
        if (vm && looks === 1) {
          objects.set('vm-1', {
            ...vm,
            properties: { ...vm.properties, 'config.extraConfig': settings({ 'stillframe.repair': mark }) },
          });
        }
        return undefined;
      },
    });
    await expect(done).rejects.toMatchObject({ code: 'vsphere-busy' });
    expect(session.asked).toEqual([]);
  });

  it('leaves what an ended run has left alone in a dry run', async () => {
    const mark = formatRepairMark({ vm: 'uuid-1', run: 'other', state: 'running', template: true, cards: [] });
    const extra = { 'stillframe.repair': mark };
    const layout = layoutOf(FIRST);
    const dry = repairing({ layout, template: 'false', extra, request: { dryRun: true } });
    expect((await dry.done).changed).toBe(true);
    expect(dry.session.asked).toEqual([]);
  });
});

/** A guest that runs, on a disk without a Recovery partition that nobody has looked at before. */
function sound(last: DiskLayout | undefined, request: Partial<LiveRepairRequest> = {}, stays = false) {
  const layout = layoutOf(LAST.slice(0, 3));
  let template = 'true';
  let told = 0;
  const vm = (power: string, answer: Readonly<Record<string, string>> = {}) => ({
    type: 'VirtualMachine',
    properties: {
      ...{ name: 'ws', parent: ref('Folder', 'f'), resourcePool: ref('ResourcePool', 'p') },
      ...{ 'runtime.powerState': power, 'config.template': template, 'config.instanceUuid': 'uuid-1' },
      'guest.toolsRunningStatus': power === 'poweredOn' ? 'guestToolsRunning' : 'guestToolsNotRunning',
      'config.extraConfig': settings(answer),
    },
  });
  const session = playedVsphere(
    {
      'vm-1': vm('poweredOff'),
      p: { type: 'ResourcePool', properties: { owner: ref('ComputeResource', 'c') } },
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('x', 'gpm') } },
    },
    {
      answers: {
        CloneVM_Task: () => ref('VirtualMachine', 'vm-2'),
        MarkAsVirtualMachine: ({ objects }): undefined => {
          template = 'false';
          objects.set('vm-1', vm('poweredOff'));
        },
        PowerOnVM_Task: ({ objects }): undefined => void objects.set('vm-1', vm('poweredOn')) as undefined,
        ShutdownGuest: ({ objects }): undefined =>
          (stays ? undefined : void objects.set('vm-1', vm('poweredOff'))) as undefined,
        PowerOffVM_Task: ({ objects }): undefined => void objects.set('vm-1', vm('poweredOff')) as undefined,
        StartProgramInGuest: ({ objects }): PlayedAnswer => {
          told += 1;
          objects.set('vm-1', vm('poweredOn', packedAnswer(answerOf(layout), told)));
          return xml('<returnval>1</returnval>');
        },
        ListProcessesInGuest: () => xml('<returnval><endTime>x</endTime><exitCode>64</exitCode></returnval>'),
      },
    },
  );
  let looks = 0;
  let released = 0;
  const look = (): Promise<OutsideLook> => {
    looks += 1;
    return Promise.resolve({
      layout: looks === 1 ? undefined : last,
      why: '',
      imageState: undefined,
      findings: [FINDING],
    });
  };
  const done = repairLive(
    session,
    {
      ...{ vm: VM, me: ownerProcess('0badcafe'), account: { username: 'u', password: 'p' }, look },
      ...{ extend: false, dryRun: false, safetyCopy: false, resourcePool: undefined, timeout: 1000 },
      ...request,
    },
    {
      hold: () => () => {
        released += 1;
      },
    },
  );
  return { session, layout, done, released: () => released };
}

describe('the end of a repair', () => {
  it('is a template again, by the word of its guest where nobody can look at the disk', async () => {
    const { session, done, released } = sound(undefined);
    expect(await done).toMatchObject({ changed: false, template: true, provenBy: 'guest', findings: [FINDING] });
    expect((await done).after.partitions).toHaveLength(3);
    expect(methods(session).slice(-3)).toEqual(['ShutdownGuest', 'ReconfigVM_Task', 'MarkAsTemplate']);
    expect(session.said.info.at(-1)).toBe('/DC/vm/ws is a template again');
    expect(released()).toBe(1);
  });

  it('switches off a guest that does not shut down, without asking it twice', async () => {
    const { session, done, released } = sound(undefined, { timeout: 20 }, true);
    await expect(done).rejects.toMatchObject({
      code: 'timeout',
      message: '/DC/vm/ws did not shut down within 20 ms after it was repaired, and is switched off',
    });
    expect(methods(session).slice(-2)).toEqual(['ShutdownGuest', 'PowerOffVM_Task']);
    // What is held puts it back, and finds it off.
    expect(released()).toBe(0);
  });

  it('is what is seen from outside, and says where the old one is when that is wrong', async () => {
    const well = sound(layoutOf(LAST.slice(0, 3)), { safetyCopy: true });
    expect(await well.done).toMatchObject({ provenBy: 'outside', copy: 'ws.before-repair-0badcafe' });
    expect(well.released()).toBe(2);
    await expect(sound(layoutOf(LAST), { safetyCopy: true }).done).rejects.toMatchObject({
      code: 'layout-wrong',
      message: '/DC/vm/ws: seen from outside after the repair partition 4 (recovery) is new',
      hint: `Deploy nothing from it. ${COPY_NOTE}`,
    });
    await expect(sound(layoutOf(LAST)).done).rejects.toMatchObject({
      hint: 'Deploy nothing from it: take the copy that you have in its place.',
    });
  });

  it('says where the old one is whatever has failed once it is there, and what to do with it', async () => {
    const silent = { layout: layoutOf(FIRST), request: { safetyCopy: true } };
    await expect(repairing(silent).done).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(/^VMware Tools of \/DC\/vm\/ws did not come up/) as string,
      hint: expect.stringMatching(
        /Nothing was changed\. The safety copy \/DC\/vm\/ws\.before-repair-0badcafe,/,
      ) as string,
    });
    const refused = repairing({ ...silent, answers: { PowerOnVM_Task: () => 'NoCompatibleHost' } });
    await expect(refused.done).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('Repairing ws: vSphere refused PowerOnVM_Task with NoCompatibleHost') as string,
      hint: `Lower the hardware version of the VM, or choose another cluster or host. ${COPY_NOTE}`,
    });
    const machine = repairing({ ...silent, template: 'false', answers: { PowerOnVM_Task: () => 'NoCompatibleHost' } });
    await expect(machine.done).rejects.toMatchObject({
      hint: expect.stringMatching(/delete ws and give the copy its name; otherwise delete the copy\.$/) as string,
    });
    const without = repairing({ layout: layoutOf(FIRST), answers: { PowerOnVM_Task: () => 'NoCompatibleHost' } });
    await expect(without.done).rejects.not.toMatchObject({
      hint: expect.stringContaining('safety copy') as string,
    });
  });

  it('warns of the copy where what has failed has no hint of its own, such as a cancel', async () => {
    const cancel = new Error('cancelled');
    const { session, done } = repairing({
      layout: layoutOf(FIRST),
      request: { safetyCopy: true },
      answers: { PowerOnVM_Task: () => cancel },
    });
    await expect(done).rejects.toBe(cancel);
    expect(session.said.warning).toEqual([COPY_NOTE]);
  });

  it('names no copy that was never whole', async () => {
    const { done } = repairing({
      layout: layoutOf(FIRST),
      request: { safetyCopy: true },
      answers: { CloneVM_Task: () => 'NoDiskSpace' },
    });
    await expect(done).rejects.toMatchObject({
      message: expect.stringContaining('Copying ws') as string,
      hint: expect.not.stringContaining('safety copy') as string,
    });
  });
});
