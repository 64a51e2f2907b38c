/** The whole of verify-quiesce against a played vSphere behind a server of its own. */

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveInputs } from '../../../../actions/verify-quiesce/inputs.ts';
import { assertProven, main, type Result } from '../../../../actions/verify-quiesce/main.ts';
import type { Level } from '../../../../src/check/verdict.ts';
import { walkHere, withWholeStacks } from '../../../judges/walk.ts';
import { sampleDisk } from '../../disk/sample-disk.ts';
import { CURRENT_SESSION, denyAll } from '../../vsphere/access/deny-all.ts';
import {
  type PlayedAnswer,
  type PlayedCall,
  type PlayedObject,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../../vsphere/played-vsphere.ts';
import { ADMINISTERED, servePlayed } from '../../vsphere/serve-played.ts';
import type { SoapServer } from '../../vsphere/soap-server.ts';
import { type PlayedContext, playedContext } from '../played-context.ts';

let folder: string;
const open: SoapServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-verify-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ON = { 'runtime.powerState': 'poweredOn', 'guest.toolsRunningStatus': 'guestToolsRunning' };
const CARD =
  '<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><connectable><startConnected>true</startConnected><connected>false</connected></connectable></VirtualDevice>';

interface Scene {
  readonly vm?: PlayedObject['properties'];
  readonly answers?: Readonly<Record<string, (call: PlayedCall) => PlayedAnswer>>;
  readonly more?: Readonly<Record<string, PlayedObject>>;
  /** In place of what the server says of itself. */
  readonly service?: string;
}

const clone = ({ text, objects }: PlayedCall): PlayedAnswer => {
  const name = /<name>([^<]*)/.exec(text)?.[1] ?? '';
  const config = Object.fromEntries(
    [...text.matchAll(/<key>([^<]*)<\/key><value[^>]*>([^<]*)/g)].map(([, key = '', value = '']) => [key, value]),
  );
  objects.set('vm-2', {
    type: 'VirtualMachine',
    properties: {
      ...objects.get('vm-1')?.properties,
      name,
      'config.extraConfig': settings(config),
      'config.hardware.device': CARD,
      'runtime.powerState': 'poweredOff',
    },
  });
  return ref('VirtualMachine', 'vm-2');
};

/** One VM in a cluster; it is cloned, started and snapshot as it is asked; the snapshot has no manifest. */
function world({ vm = {}, answers = {}, more = {} }: Scene = {}): PlayedVsphere {
  const change = (id: string, by: PlayedObject['properties'], { objects }: PlayedCall): void => {
    const old = objects.get(id);
    if (old) objects.set(id, { ...old, properties: { ...old.properties, ...by } });
  };
  return playedVsphere(
    {
      dc: { type: 'Datacenter', properties: { name: 'DC0' } },
      f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
      p: { type: 'ResourcePool', properties: { name: 'pool', owner: ref('x', 'y') } },
      'vm-1': {
        type: 'VirtualMachine',
        properties: { name: 'w s', parent: ref('Folder', 'f'), resourcePool: ref('ResourcePool', 'p'), ...vm },
      },
      ...more,
    },
    {
      answers: {
        CloneVM_Task: clone,
        ReconfigVM_Task: (call) => {
          if (call.text.includes('deviceChange'))
            change(call.target, { 'config.hardware.device': CARD.replace('true', 'false') }, call);
          return undefined;
        },
        PowerOnVM_Task: (call) => void change(call.target, ON, call),
        ShutdownGuest: (call) => void change(call.target, { 'runtime.powerState': 'poweredOff' }, call),
        PowerOffVM_Task: (call) => void change(call.target, { 'runtime.powerState': 'poweredOff' }, call),
        CreateSnapshotEx_Task: (call) => {
          const name = /<name>([^<]*)/.exec(call.text)?.[1] ?? '';
          change(
            call.target,
            {
              snapshot: `<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-1</snapshot><name>${name}</name><quiesced>true</quiesced></rootSnapshotList>`,
            },
            call,
          );
          return ref('VirtualMachineSnapshot', 's-1');
        },
        RemoveSnapshot_Task: (call) => {
          for (const id of ['vm-1', 'vm-2']) change(id, { snapshot: '' }, call);
          return undefined;
        },
        Destroy_Task: ({ target, objects }) => void objects.delete(target),
        ...answers,
      },
    },
  );
}

async function verify(
  scene: Scene = {},
  more: Partial<LiveInputs> = {},
  level: Level = 'application',
): Promise<{ result: Result; played: PlayedVsphere; context: PlayedContext; server: SoapServer }> {
  const played = world(scene);
  const server = await servePlayed(played, scene.service);
  open.push(server);
  const context = playedContext(folder);
  const live: LiveInputs = {
    server: server.server,
    username: 'u',
    password: 'p',
    tls: { insecure: true },
    datacenter: undefined,
    vm: 'w s',
    copy: true,
    resourcePool: undefined,
    network: undefined,
    powerOn: true,
    customization: undefined,
    restore: false,
    markerScripts: false,
    account: undefined,
    timeout: 1000,
    directory: join(folder, 'kept'),
    ...more,
  };
  try {
    const result = await main({ level, live }, context);
    return { result, played, context, server };
  } finally {
    await context.end();
  }
}
const methods = ({ asked }: PlayedVsphere): string[] => asked.map((call) => call.split(' ').slice(0, 2).join(' '));

describe('a copy', () => {
  it('is made, cut off, proven and removed, and the session ends', async () => {
    const { result, played, context, server } = await verify();
    expect(methods(played)).toEqual([
      'CloneVM_Task vm-1',
      'ReconfigVM_Task vm-2',
      'PowerOnVM_Task vm-2',
      'CreateSnapshotEx_Task vm-2',
      'QueryEvents eventManager',
      'RemoveSnapshot_Task s-1',
      'PowerOffVM_Task vm-2',
      'Destroy_Task vm-2',
    ]);
    expect(result).toMatchObject({
      verdict: 'ignored',
      manifest: '',
      snapshot: { server: 'Test 8.0', vm: '/DC0/vm/w s', moref: 'vm-1', writers: [], manifestMembers: [], events: [] },
    });
    expect(result.findings.map(({ code }) => code)).toContain('quiesce-ignored');
    expect(result.snapshot?.copy).toMatch(/^w s-stillframe-verify-[0-9a-f]{8}$/);
    expect(result.snapshot?.durationMs).toBeGreaterThanOrEqual(0);
    expect(result.snapshot?.proved).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    expect(result.snapshot).not.toHaveProperty('fault');
    expect(result).not.toHaveProperty('image');
    expect(context.held).toEqual(['vsphere-session', 'quiesce-copy', '-quiesce-copy']);
    expect(context.said.info).toEqual(
      expect.arrayContaining([
        `Connected to Test 8.0 at ${server.server}`,
        'Copying /DC0/vm/w s',
        expect.stringMatching(/^w s-stillframe-verify-.* was made in /),
        'It starts disconnected',
        expect.stringMatching(/^Removed w s-stillframe-verify-/),
      ]),
    );
    expect(server.methods().at(-1)).toBe('Logout');
  });

  it('says what the source was like when it was copied', async () => {
    const { result } = await verify({ vm: { 'config.changeVersion': '2026-7' } });
    expect(result.snapshot?.proved.changeVersion).toBe('2026-7');
  });

  it('starts on the network that is named', async () => {
    const more = { n: { type: 'Network', properties: { name: 'lab', parent: ref('Datacenter', 'dc') } } };
    const { played, context } = await verify({ more }, { network: 'lab' });
    expect(played.asked[1]).toContain('<network type="Network">n</network>');
    expect(context.said.info).toContain('It starts on the network lab');
    await expect(verify({}, { network: 'nowhere' })).rejects.toMatchObject({ code: 'vsphere-not-found' });
  });

  it('is followed by a customized one, where it was good enough, and is not good enough without it', async () => {
    const more = { n: { type: 'Network', properties: { name: 'lab', parent: ref('Datacenter', 'dc') } } };
    const asked = { network: 'lab', customization: 'generated' } as const;
    const clones = ({ asked: calls }: PlayedVsphere): string[] => calls.filter((call) => call.startsWith('CloneVM'));
    const { played: alone, result: unproven } = await verify({ more }, asked);
    expect(clones(alone)).toHaveLength(1);
    expect(unproven.snapshot).not.toHaveProperty('customization');

    const snapshot = (call: PlayedCall): PlayedAnswer => {
      const tree =
        '<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-1</snapshot><name>x</name><quiesced>true</quiesced><backupManifest>m.zip</backupManifest></rootSnapshotList>';
      const old = call.objects.get(call.target);
      if (old) call.objects.set(call.target, { ...old, properties: { ...old.properties, snapshot: tree } });
      return ref('VirtualMachineSnapshot', 's-1');
    };
    const answers = {
      CreateSnapshotEx_Task: snapshot,
      CloneVM_Task: (call: PlayedCall) => (call.text.includes('<customization>') ? 'UncustomizableGuest' : clone(call)),
    };
    const { played, result } = await verify({ more, answers }, asked, 'filesystem');
    expect(clones(played)).toHaveLength(2);
    expect(result.verdict).toBe('failed');
    expect(result.snapshot?.customization).toEqual({ outcome: 'refused', specification: 'generated' });
    expect(result.findings.map(({ code }) => code).slice(0, 1)).toEqual(['customization-refused']);
    expect(() => assertProven(result, 'filesystem')).toThrow(/verdict failed.*vCenter refused to customize/);
  });

  it('is restored from its snapshot before that is removed, and so is the VM itself', async () => {
    const tree =
      '<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-1</snapshot><name>x</name><quiesced>true</quiesced><backupManifest>m.zip</backupManifest></rootSnapshotList>';
    for (const copy of [true, false]) {
      const answers = {
        CreateSnapshotEx_Task: (call: PlayedCall) => {
          const old = call.objects.get(call.target);
          if (old) call.objects.set(call.target, { ...old, properties: { ...old.properties, snapshot: tree } });
          return ref('VirtualMachineSnapshot', 's-1');
        },
        CloneVM_Task: (call: PlayedCall) => {
          if (!call.text.includes('s-1')) return clone(call);
          call.objects.set('vm-3', { type: 'VirtualMachine' });
          return ref('VirtualMachine', 'vm-3');
        },
        PowerOnVM_Task: (call: PlayedCall) => {
          if (call.target !== 'vm-3')
            call.objects.set(call.target, {
              type: 'VirtualMachine',
              properties: { ...call.objects.get(call.target)?.properties, ...ON },
            });
          return undefined;
        },
      };
      const asked = { copy, restore: true, timeout: 100 };
      const { played, result } = await verify({ answers, vm: ON }, asked, 'filesystem');
      const done = methods(played);
      expect(done).toContain(copy ? 'CloneVM_Task vm-2' : 'CloneVM_Task vm-1');
      expect(done.indexOf('Destroy_Task vm-3')).toBeGreaterThan(0);
      expect(done.indexOf('RemoveSnapshot_Task s-1')).toBeGreaterThan(done.indexOf('Destroy_Task vm-3'));
      expect([result.verdict, result.findings[0]?.code]).toEqual(['failed', 'restore-failed']);
      expect(result.snapshot?.restore).toMatchObject({ outcome: 'failed', checked: false });
      expect(result.snapshot?.restore).not.toHaveProperty('findings');
    }
  });

  it('is not made by an account that may not, which is asked for all that this proof needs', async () => {
    const asked = async (inputs: Partial<LiveInputs>): Promise<readonly string[]> => {
      const privileges: string[] = [];
      const deny = (call: PlayedCall): PlayedAnswer => {
        privileges.push(...[...call.text.matchAll(/<privId>([^<]*)/g)].map(([, privilege = '']) => privilege));
        return denyAll(call);
      };
      const more = CURRENT_SESSION;
      await expect(
        verify({ service: ADMINISTERED, more, answers: { HasPrivilegeOnEntities: deny } }, inputs),
      ).rejects.toMatchObject({
        code: 'vsphere-refused',
        message: expect.stringContaining('The account lacks privileges that verify-quiesce needs here') as string,
      });
      expect(open.at(-1)?.methods()).not.toContain('CloneVM_Task');
      return privileges;
    };
    const without = await asked({});
    const within = await asked({ account: { username: 'u', password: 'p' } });
    const guest = (names: readonly string[]): boolean =>
      names.some((name) => name.startsWith('VirtualMachine.GuestOperations.'));
    expect([guest(without), guest(within)]).toEqual([false, true]);
    expect(without).toContain('VirtualMachine.Provisioning.Clone');
  });

  it('is not made where its snapshot could not be restored, nor is anything else', async () => {
    const managers = ['propertyCollector', 'viewManager', 'sessionManager'];
    const service = `<returnval><rootFolder type="Folder">root</rootFolder><about><fullName>ESXi 8</fullName><apiType>HostAgent</apiType></about>${managers.map((name) => `<${name} type="${name}">${name}</${name}>`).join('')}</returnval>`;
    for (const copy of [true, false]) {
      await expect(verify({ service, vm: ON }, { copy, restore: true })).rejects.toMatchObject({
        code: 'vsphere-refused',
        message: expect.stringContaining('is an ESXi host, and only a vCenter makes a clone of a snapshot') as string,
        hint: expect.stringContaining('set restore: false') as string,
      });
      expect(open.at(-1)?.methods()).not.toContain('CreateSnapshotEx_Task');
    }
  });

  it('of a candidate says which OVA it is', async () => {
    const ova = 'ab'.repeat(32);
    const mark = `name=ws run=4711 ova=${ova} expires=2026-12-05T12:00:00.000Z`;
    const vm = { 'config.extraConfig': settings({ 'stillframe.release': mark }) };
    expect((await verify({ vm })).result.snapshot).toMatchObject({ ova });
    const { result } = await verify();
    expect(result.snapshot).not.toHaveProperty('ova');
    expect(result.manifest).toBe('');
  });

  it('of what cannot be customized is not even made', async () => {
    const more = { n: { type: 'Network', properties: { name: 'lab', parent: ref('Datacenter', 'dc') } } };
    const vm = { 'config.extraConfig': settings({ 'stillframe.after-first-boot': 'generalize' }) };
    const error = await verify({ more, vm }, { network: 'lab', customization: 'lab' }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'input-invalid' });
    expect(open[0]?.methods()).not.toContain('CloneVM_Task');
  });

  it('that cannot be removed is told, and tried again at the end', async () => {
    let tries = 0;
    const { played, context } = await verify({
      answers: {
        Destroy_Task: ({ target, objects }) => {
          tries += 1;
          if (tries === 1) return 'NoPermission';
          objects.delete(target);
          return undefined;
        },
      },
    });
    expect(context.said.warning.filter((line) => line.includes('not removed yet'))).toEqual([
      expect.stringMatching(/^w s-stillframe-verify-[0-9a-f]{8} is not removed yet: .*NoPermission/),
    ]);
    expect(context.held).toEqual(['vsphere-session', 'quiesce-copy']);
    expect(played.objects.has('vm-2')).toBe(false);
  });

  it('is undone when the proof fails, and the error says what was done', async () => {
    const answers = { PowerOnVM_Task: () => 'InsufficientResourcesFault' };
    await expect(verify({ answers })).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('Starting the VM'),
    });
    await expect(verify({ answers: { CloneVM_Task: () => 'NoPermission' } })).rejects.toMatchObject({
      message: expect.stringContaining('Copying w s'),
    });
  });
});

describe('the VM itself', () => {
  it('is started, proven, and left as it was', async () => {
    const { result, played, context } = await verify({}, { copy: false });
    expect(methods(played)).toEqual([
      'PowerOnVM_Task vm-1',
      'CreateSnapshotEx_Task vm-1',
      'QueryEvents eventManager',
      'RemoveSnapshot_Task s-1',
      'ShutdownGuest vm-1',
    ]);
    expect(result.snapshot).not.toHaveProperty('copy');
    expect(context.held).toEqual(['vsphere-session', 'quiesce-check']);
  });

  it('that runs goes on running', async () => {
    const { played } = await verify({ vm: ON }, { copy: false, powerOn: false });
    expect(methods(played)).not.toContain('PowerOffVM_Task vm-1');
    expect(methods(played)).not.toContain('PowerOnVM_Task vm-1');
  });

  it('that is a template cannot be', async () => {
    await expect(verify({ vm: { 'config.template': 'true' } }, { copy: false })).rejects.toMatchObject({
      code: 'input-invalid',
      message: '/DC0/vm/w s is a template, which cannot be powered on',
    });
  });

  it('whose first boot is done says so for who starts it again', async () => {
    const config = settings({ 'stillframe.first-boot': 'expected', 'guestinfo.stillframe.first-boot': 'done' });
    const { result, played } = await verify({ vm: { ...ON, 'config.extraConfig': config } }, { copy: false });
    expect(result.snapshot?.firstBoot).toEqual({ outcome: 'done', status: 'done' });
    // Before the snapshot: a run that is killed at it must not leave a VM that waits for a first boot for ever.
    const marked = played.asked.findIndex((call) => call.includes('<key>stillframe.first-boot</key>'));
    expect(played.asked[marked]).toContain('<value xsi:type="xsd:string">baked</value>');
    expect(methods(played).findIndex((call) => call.startsWith('CreateSnapshot'))).toBeGreaterThan(marked);
    const { played: other } = await verify(
      { vm: { ...ON, 'config.extraConfig': config.replace('>done<', '>failed<') } },
      { copy: false },
    );
    expect(other.asked.join()).not.toContain('baked');
  });

  it('is cleared of a snapshot that an ended run has left', async () => {
    const left =
      '<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-9</snapshot><name>stillframe-verify-0123abcd</name></rootSnapshotList>';
    const { played, context } = await verify({ vm: { ...ON, snapshot: left } }, { copy: false });
    expect(methods(played)[0]).toBe('RemoveSnapshot_Task s-9');
    expect(context.said.info).toContain(
      'Removed the snapshot stillframe-verify-0123abcd of w s, which an ended run has left behind',
    );
  });

  it('is told a fault with its text, and its events', async () => {
    const { result } = await verify(
      { vm: ON, answers: { CreateSnapshotEx_Task: () => 'ApplicationQuiesceFault' } },
      { copy: false },
    );
    expect(result).toMatchObject({
      verdict: 'failed',
      snapshot: { fault: { type: 'ApplicationQuiesceFault', message: 'ApplicationQuiesceFault it is' } },
    });
  });
});

it('a VM that is not there is an error, and the session ends all the same', async () => {
  const error = await verify({}, { vm: 'nobody' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'vsphere-not-found' });
  expect(open[0]?.methods().at(-1)).toBe('Logout');
});

it('an image alone is checked without a server', async () => {
  await expect(
    main({ level: 'application', image: join(folder, 'none.vhd') }, playedContext(folder)),
  ).rejects.toMatchObject({ code: 'file-missing' });
  await expect(readFile(join(folder, 'kept'))).rejects.toMatchObject({ code: 'ENOENT' });
});

describe.each([true, false])('the walk of a VM from the inputs to the verdict, with copy: %s', (copy) => {
  it('enters each room once', async () => {
    const walks: string[][] = [];
    const note = (): void => void walks.push(walkHere());
    subscribe('http.client.request.created', note);
    try {
      await withWholeStacks(() => verify({}, { copy }));
    } finally {
      unsubscribe('http.client.request.created', note);
    }
    expect(walks).toContainEqual(['actions', 'quiesce', 'vsphere']);
    for (const walk of walks) expect(walk).toEqual([...new Set(walk)]);
  });
});

it('says of a Recovery partition that the template asks for where it is asked for', async () => {
  const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'] });
  const image = join(folder, 'asked.raw');
  await writeFile(image, await disk.read(0, disk.size));
  const remedyOf = async (asked: boolean) => {
    const inputs = { level: 'application', image, ...(asked && { asksForRecovery: true }) } as const;
    const result = await main(inputs, playedContext(folder));
    expect(result.verdict).toBe('failed');
    expect(() => assertProven(result, 'application')).toThrow(/protected Recovery partition/);
    return result.findings.find(({ code }) => code === 'recovery-partition-protected')?.remedy;
  };
  const own = await remedyOf(false);
  expect(own).toMatch(/^Run the action repair-template/);
  expect(await remedyOf(true)).toBe(
    `The template file asks for this partition: write disk: { recovery: none } and build again, or leave the proof out (verify: false of release-template). ${own}`,
  );
});
