/** The whole of publish-template against a played vSphere behind a server of its own. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishTemplateInputs } from '../../../../actions/publish-template/inputs.ts';
import { main } from '../../../../actions/publish-template/main.ts';
import type { PublishTemplateResult } from '../../../../actions/publish-template/result.ts';
import { BAKE_KEY, formatBakeMark } from '../../../../src/vsphere/vm/bake-mark.ts';
import { formatReleaseMark, RELEASE_KEY } from '../../../../src/vsphere/vm/release-mark.ts';
import { CURRENT_SESSION, denyAll } from '../../vsphere/access/deny-all.ts';
import { type PlayedRest, playedRest } from '../../vsphere/library/played-rest.ts';
import { serveRest } from '../../vsphere/library/serve-rest.ts';
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

const OVA = 'ab'.repeat(32);

let folder: string;
const open: SoapServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-publish-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Scene {
  /** In place of, or beside, what the candidate has. */
  readonly candidate?: PlayedObject['properties'];
  readonly settings?: Readonly<Record<string, string>>;
  readonly more?: Readonly<Record<string, PlayedObject>>;
  readonly answers?: Readonly<Record<string, (call: PlayedCall) => PlayedAnswer>>;
  readonly kind?: 'VirtualCenter' | 'HostAgent';
}

const RELEASE = formatReleaseMark({ name: 'ws', run: '7', ova: OVA, expires: new Date('2026-12-05T00:00:00Z') });

function vm(name: string, folderId = 'group-1'): PlayedObject {
  return {
    type: 'VirtualMachine',
    properties: {
      name,
      parent: ref('Folder', folderId),
      'runtime.powerState': 'poweredOff',
      'config.template': 'false',
      'config.changeVersion': '7',
      'config.extraConfig': settings({ [RELEASE_KEY]: RELEASE }),
    },
  };
}

function vmFolder(name: string, parent: ReturnType<typeof ref>): PlayedObject {
  return { type: 'Folder', properties: { name, parent, childType: '<string>VirtualMachine</string>' } };
}

function world({ candidate = {}, settings: extra = {}, more = {}, answers = {} }: Scene): PlayedVsphere {
  const config = settings({ [RELEASE_KEY]: RELEASE, ...extra });
  return playedVsphere(
    {
      ...CURRENT_SESSION,
      dc: { type: 'Datacenter', properties: { name: 'DC' } },
      'dc-2': { type: 'Datacenter', properties: { name: 'Other' } },
      'group-1': vmFolder('vm', ref('Datacenter', 'dc')),
      'group-2': vmFolder('Golden', ref('Folder', 'group-1')),
      'group-3': vmFolder('Golden', ref('Datacenter', 'dc-2')),
      'vm-1': {
        type: 'VirtualMachine',
        properties: { ...vm('ws.candidate-7').properties, 'config.extraConfig': config, ...candidate },
      },
      ...more,
    },
    {
      answers: {
        Rename_Task: ({ target, text, objects }) => {
          const name = /<newName>(.*)<\/newName>/.exec(text)?.[1] ?? '';
          const old = objects.get(target);
          if (old) objects.set(target, { ...old, properties: { ...old.properties, name } });
          return undefined;
        },
        Destroy_Task: ({ target, objects }) => void objects.delete(target),
        ...answers,
      },
    },
  );
}

interface Published {
  readonly result: PublishTemplateResult;
  readonly played: PlayedVsphere;
  readonly context: PlayedContext;
  readonly server: SoapServer;
  readonly rest: PlayedRest;
}

/** The report of verify-quiesce is of the candidate as the scene has it, unless `proof` says otherwise. */
async function publish(
  scene: Scene = {},
  more: Partial<PublishTemplateInputs> = {},
  { proof = {}, rest = playedRest() }: { proof?: object; rest?: PlayedRest } = {},
): Promise<Published> {
  const played = world(scene);
  const server = await servePlayed(
    played,
    ADMINISTERED.replace('VirtualCenter', scene.kind ?? 'VirtualCenter'),
    serveRest(rest),
  );
  open.push(server);
  const snapshot = {
    ...{ host: server.server, moref: 'vm-1', ova: OVA, writers: ['NTDS', 'Registry'] },
    ...{ proved: { at: '2026-11-28T11:00:00.000Z', changeVersion: '7' }, ...proof },
  };
  const report = { schema: 1, action: 'verify-quiesce', ok: true, result: { verdict: 'application', snapshot } };
  const verification = join(folder, 'report.json');
  await writeFile(verification, JSON.stringify(report));
  const context = playedContext(folder);
  const inputs: PublishTemplateInputs = {
    ...{ server: server.server, username: 'u', password: 'p', tls: { insecure: true }, datacenter: undefined },
    ...{ vm: 'ws.candidate-7', name: undefined, as: 'template', library: undefined, folder: undefined, keep: 1 },
    ...{ notes: undefined, level: 'application', verification, dryRun: false, run: '8' },
    ...more,
  };
  try {
    return { result: await main(inputs, context), played, context, server, rest };
  } finally {
    await context.end();
  }
}

const changes = ({ asked }: PlayedVsphere): string[] =>
  asked.filter((call) => !/^(QueryEvents|HasPrivilege|CancelTask)/.test(call));
const named = ({ asked }: PlayedVsphere): string[] =>
  changes({ asked } as PlayedVsphere).map((call) => call.split(' <')[0] ?? '');
/** Lines of what was written. */
const notesIn = (played: PlayedVsphere): string[] | undefined =>
  /<annotation>([^<]*)/.exec(changes(played)[0] ?? '')?.[1]?.split('&#10;');
/** What HasPrivilegeOnEntities was asked: objects and privileges. */
const privilegesAsked = ({ asked }: PlayedVsphere): { on: string[]; of: string[] } => {
  const call = asked.find((one) => one.startsWith('HasPrivilege')) ?? '';
  const all = (name: string): string[] =>
    [...call.matchAll(new RegExp(`<${name}[^>]*>([^<]*)`, 'g'))].map(([, id = '']) => id);
  return { on: all('entity'), of: all('privId') };
};
const ITEM = { as: 'library-item', library: 'golden' } as const;

describe('a candidate that is proven', () => {
  it('becomes the template of its name, noted with what is known of it, and the session ends', async () => {
    const { result, played, context, server } = await publish();
    expect(named(played)).toEqual(['ReconfigVM_Task vm-1', 'MarkAsTemplate vm-1', 'Rename_Task vm-1']);
    const notes = [
      'Made by Stillframe in run 7',
      'Quiesced snapshot: application, 2 VSS writers took part',
      `OVA sha256:${OVA}`,
    ];
    expect(notesIn(played)).toEqual(notes);
    expect(result).toEqual({
      ...{ vm: 'vm-1', inventoryPath: '/DC/vm/ws', as: 'template', server: server.server, ova: OVA },
      ...{ replaced: [], removed: [], dryRun: false },
      verification: {
        ...{ verdict: 'application', writers: ['NTDS', 'Registry'] },
        ...{ at: '2026-11-28T11:00:00.000Z', changeVersion: '7' },
      },
    });
    expect(context.held).toEqual(['vsphere-session']);
    expect(context.said.info.slice(0, 2)).toEqual([
      `Connected to ${server.server}: Test 8.0`,
      '/DC/vm/ws.candidate-7 is proven: application',
    ]);
    expect(server.methods().at(-1)).toBe('Logout');
  });

  it('is noted with the words of the user first, and with what was seen in its bake', async () => {
    const seen = {
      ...{ status: 'done', toolsVersion: '12389', toolsType: 'guestToolsTypeMSI' },
      result: { build: '17763.6532', steps: [] } as never,
    };
    const mark = formatBakeMark({ started: '2026-11-28T09:00:00Z', cards: [], seen });
    const { played } = await publish(
      { settings: { [BAKE_KEY]: mark } },
      { notes: 'Ask Anna' },
      { proof: { writers: [] } },
    );
    expect(notesIn(played)).toEqual([
      'Ask Anna',
      'Made by Stillframe in run 7',
      'Windows 17763.6532, VMware Tools 12.3.5',
      'Quiesced snapshot: application',
      `OVA sha256:${OVA}`,
    ]);
  });

  it('is moved into the folder that is named, of its own datacenter', async () => {
    const { result, played } = await publish({}, { folder: 'Golden', as: 'vm' });
    expect(result).toMatchObject({ inventoryPath: '/DC/vm/Golden/ws', as: 'vm' });
    expect(named(played)).toEqual(['ReconfigVM_Task vm-1', 'MoveIntoFolder_Task group-2', 'Rename_Task vm-1']);
    await expect(publish({}, { folder: 'Silver' })).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: expect.stringContaining('Silver') as string,
    });
  });

  it('takes the place of the one before, which is kept', async () => {
    const { result } = await publish({ more: { 'vm-0': vm('ws') } });
    expect(result.replaced).toEqual([{ vm: 'vm-0', name: 'ws.previous-8' }]);
  });

  it('does not take the place of one that is at work', async () => {
    const running = vm('ws');
    const more = { 'vm-0': { ...running, properties: { ...running.properties, 'runtime.powerState': 'poweredOn' } } };
    await expect(publish({ more })).rejects.toMatchObject({ code: 'vsphere-exists' });
  });

  it.each([
    [{}, {}, 'Nobody is called ws there'],
    [{ 'vm-0': vm('ws') }, { name: 'ws' }, '/DC/vm/ws would be set aside'],
  ])('is only told of in a dry run: %#', async (more, inputs, told) => {
    const { result, played, context } = await publish({ more }, { dryRun: true, ...inputs });
    expect(changes(played)).toEqual([]);
    expect(context.said.info.at(-1)).toBe(told);
    expect(result).toMatchObject({ dryRun: true, inventoryPath: '/DC/vm/ws', replaced: [], removed: [] });
  });
});

describe('what the account may', () => {
  const TO_RENAME = ['Inventory.Delete', 'Config.Annotation', 'Config.AdvancedConfig', 'Config.Rename'];
  it.each<[string, Scene['more'], Partial<PublishTemplateInputs>, readonly string[], readonly string[]]>([
    ['a VM', {}, { as: 'vm' }, ['vm-1'], TO_RENAME],
    ['a template', {}, {}, ['vm-1'], [...TO_RENAME, 'Provisioning.MarkAsTemplate']],
    ['one that replaces another', { 'vm-0': vm('ws') }, { as: 'vm' }, ['vm-1', 'vm-0'], TO_RENAME],
    [
      'one in another folder',
      {},
      { as: 'vm', folder: 'Golden' },
      ['vm-1', 'group-2'],
      [...TO_RENAME, 'Inventory.Move'],
    ],
  ])('is asked before anything is done for %s', async (_what, more = {}, inputs, on, of) => {
    const { played } = await publish({ more }, inputs);
    expect(privilegesAsked(played)).toEqual({ on, of: of.map((name) => `VirtualMachine.${name}`) });
    const order = named(played);
    expect(played.asked.findIndex((call) => call.startsWith('HasPrivilege'))).toBeLessThan(
      played.asked.findIndex((call) => call.startsWith(order[0] ?? '')),
    );
  });

  it('is asked for an item as well, and what is missing is named', async () => {
    const { played } = await publish({}, ITEM);
    expect(privilegesAsked(played).on).toEqual(['vm-1', 'root']);
    expect(privilegesAsked(played).of).toEqual(
      expect.arrayContaining(['VApp.Export', 'VirtualMachine.Inventory.Delete', 'ContentLibrary.AddLibraryItem']),
    );
    await expect(publish({ answers: { HasPrivilegeOnEntities: denyAll } }, ITEM)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('VApp.Export on VirtualMachine vm-1') as string,
    });
  });
});

describe('an item of a library', () => {
  it('has all that the candidate was, which is removed', async () => {
    const { result, played, context, rest } = await publish({}, ITEM);
    expect(result).toMatchObject({
      ...{ as: 'library-item', inventoryPath: 'golden/ws', libraryItem: 'i-1', vm: 'vm-1', replaced: [] },
    });
    expect(rest.items.get('i-1')).toMatchObject({ name: 'ws', content: 'vm-1' });
    expect(rest.items.get('i-1')?.description).toContain('Quiesced snapshot: application');
    expect(named(played)).toEqual(['Destroy_Task vm-1']);
    expect(context.held.slice(0, 2)).toEqual(['vsphere-session', 'vsphere-rest-session']);
    expect(context.said.info.at(-1)).toBe('Removed the candidate /DC/vm/ws.candidate-7: the item has all that it was');
  });

  it('is published where the candidate cannot be removed, which is told', async () => {
    const { result, context } = await publish({ answers: { Destroy_Task: () => 'NoPermission' } }, ITEM);
    expect(result.libraryItem).toBe('i-1');
    expect(context.said.warning.at(-1)).toMatch(
      /^\/DC\/vm\/ws\.candidate-7 could not be removed \(.*NoPermission.*the next upload/,
    );
  });

  it('is updated, the one before kept under another name', async () => {
    const rest = playedRest();
    await publish({}, { ...ITEM, run: '7' }, { rest });
    const { result } = await publish({}, ITEM, { rest });
    expect(result).toMatchObject({ libraryItem: 'i-1', replaced: [{ vm: 'i-2' }] });
  });

  it('is only told of in a dry run, with its id where it is there', async () => {
    const rest = playedRest();
    const none = await publish({}, { ...ITEM, dryRun: true }, { rest });
    expect(none.context.said.info.at(-1)).toBe('The library has no item ws yet');
    expect(none.result).not.toHaveProperty('libraryItem');
    await publish({}, ITEM, { rest });
    const there = await publish({}, { ...ITEM, dryRun: true }, { rest });
    expect(there.context.said.info.at(-1)).toBe('The item i-1 would be updated');
    expect(there.result).toMatchObject({ libraryItem: 'i-1', dryRun: true, replaced: [], removed: [] });
    expect(changes(there.played)).toEqual([]);
  });
});

describe('nothing is published', () => {
  const SNAPSHOT =
    '<rootSnapshotList><snapshot type="VirtualMachineSnapshot">s-1</snapshot><name>before</name></rootSnapshotList>';
  it.each<[string, string, RegExp, Scene, Partial<PublishTemplateInputs>, object?]>([
    ['as a template on a host', 'vsphere-refused', /is an ESXi host \(Test 8\.0\)/, { kind: 'HostAgent' }, {}],
    ['in a library on a host', 'vsphere-refused', /is an ESXi host \(Test 8\.0\)/, { kind: 'HostAgent' }, ITEM],
    ['of another name', 'input-invalid', /was made to be published as ws, not as dc01/, {}, { name: 'dc01' }],
    ['that is published', 'input-invalid', /ws is no candidate any more/, { candidate: { name: 'ws' } }, { vm: 'ws' }],
    ['without a mark', 'input-invalid', /was not uploaded as a candidate/, { settings: { [RELEASE_KEY]: 'x' } }, {}],
    ['that runs', 'vm-unfit', /is running/, { candidate: { 'runtime.powerState': 'poweredOn' } }, {}],
    ['with a snapshot', 'vm-unfit', /has a snapshot \(before\)/, { candidate: { snapshot: SNAPSHOT } }, {}],
    [
      'as an item, with an order of starting',
      'vm-unfit',
      /has an order of devices to start from/,
      { candidate: { 'config.firmware': 'efi', 'config.bootOptions': '<bootOrder/>' } },
      ITEM,
    ],
    ['that was proven as another', 'not-proven', /it proves vm-2 on/, {}, {}, { moref: 'vm-2' }],
    ['that was changed since', 'not-proven', /change 7, now 8/, { candidate: { 'config.changeVersion': '8' } }, {}],
  ])('%s', async (_what, code, message, scene, inputs, proof = {}) => {
    await expect(publish(scene, inputs, { proof })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });

  it('but as a VM a host has it as well', async () => {
    const { result } = await publish({ kind: 'HostAgent' }, { as: 'vm' });
    expect(result).toMatchObject({ as: 'vm', inventoryPath: '/DC/vm/ws' });
  });

  it('where vSphere refuses it, and the error says what was being done', async () => {
    await expect(publish({ answers: { Rename_Task: () => 'NoPermission' } })).rejects.toMatchObject({
      message: expect.stringMatching(/^Publishing ws\.candidate-7: vSphere refused Rename_Task/) as string,
    });
  });
});
