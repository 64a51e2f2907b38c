import { expect, it } from 'vitest';
import { HELD_PUBLICATION, releaseToRestore } from '../../../src/publish/held-publication.ts';
import type { InventoryObject } from '../../../src/vsphere/inventory/inventory.ts';
import { type PlayedObject, playedVsphere, ref } from '../vsphere/played-vsphere.ts';
import { servePlayed } from '../vsphere/serve-played.ts';
import { SILENT } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const FOLDER = ref('Folder', 'group-v1');
const HELD = { name: 'ws', aside: 'ws.previous-1' };

const named = (name: string): InventoryObject => ({
  moref: { type: 'VirtualMachine', value: `vm of ${name}` },
  name,
  path: `/DC/vm/${name}`,
  codedPath: `/DC/vm/${name}`,
  properties: new Map(),
});

it('gives the one that was put aside its name back, where nobody has it', () => {
  const old = named('ws.previous-1');
  expect(releaseToRestore([named('other'), old], HELD)).toBe(old);
  expect(releaseToRestore([named('other'), old, named('WS')], HELD)).toBeUndefined();
  expect(releaseToRestore([named('other'), named('ws.previous-2')], HELD)).toBeUndefined();
});

it('says what is held', () => {
  const data = { ...HELD, ticket: { server: '', tls: {}, cookie: '' }, folder: FOLDER };
  expect(HELD_PUBLICATION.what(data)).toBe('the name ws, should nobody have it');
});

function vm(name: string, folder = FOLDER): PlayedObject {
  return { type: 'VirtualMachine', properties: { name, parent: folder } };
}

it.each<[string, Readonly<Record<string, PlayedObject>>, readonly string[]]>([
  ['the name is free', { 'vm-1': vm('ws.previous-1') }, ['Rename_Task vm-1 <newName>ws</newName>']],
  [
    'only another folder has the name',
    { 'vm-1': vm('ws.previous-1'), 'vm-2': vm('ws', ref('Folder', 'group-v2')) },
    ['Rename_Task vm-1 <newName>ws</newName>'],
  ],
  ['the name is taken', { 'vm-1': vm('ws.previous-1'), 'vm-2': vm('ws') }, []],
  ['it lies elsewhere', { 'vm-1': vm('ws.previous-1', ref('Folder', 'group-v2')) }, []],
])('is undone with the session that is resumed and left, when %s', async (_when, objects, asked) => {
  const folders = { 'group-v1': { type: 'Folder', properties: { name: 'vm' } } };
  const session = playedVsphere({ ...folders, ...objects });
  const server = await servePlayed(session);
  try {
    const ticket = (await server.connect()).ticket();
    await HELD_PUBLICATION.undo(
      { ...HELD, ticket, folder: FOLDER },
      { log: SILENT, tools: recordedTools(), signal: new AbortController().signal },
    );
    expect(session.asked).toEqual(asked);
    expect(server.methods()).not.toContain('Logout');
  } finally {
    await server.close();
  }
});
