import { describe, expect, it } from 'vitest';
import { HELD_IMPORT } from '../../../src/upload/held-import.ts';
import { type StartedImport, undoImport, undoVm, warnOfRemains } from '../../../src/upload/undo-import.ts';
import { formatOwner } from '../../../src/vsphere/vm/owner.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';
import { SILENT, soapServer } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const NAME = 'a/b.stillframe-new-r1';
const made = (more: Partial<StartedImport> = {}): StartedImport => ({
  folder: ref('Folder', 'f'),
  name: NAME,
  run: 'r1',
  lease: undefined,
  entity: undefined,
  ...more,
});
const vm = (name = 'a%2fb.stillframe-new-r1', run = 'r1', folder = 'f'): PlayedObject => ({
  type: 'VirtualMachine',
  properties: {
    name,
    parent: ref('Folder', folder),
    'config.extraConfig': settings({
      'stillframe.owner': formatOwner({ run, host: 'm', kernel: '', pid: 1, started: '' }, PLAYED_NOW),
    }),
  },
});
function world(objects: Readonly<Record<string, PlayedObject>>, options: PlayedOptions = {}): PlayedVsphere {
  return playedVsphere(objects, {
    ...options,
    answers: {
      Destroy_Task: ({ target, objects: all }) => {
        all.delete(target);
        return undefined;
      },
      ...options.answers,
    },
  });
}
const LEASE = {
  lease: { type: 'HttpNfcLease', properties: { state: 'ready', info: '<entity type="VirtualMachine">vm-1</entity>' } },
};
const held = ref('HttpNfcLease', 'lease');

describe('undoImport', () => {
  it('does nothing where nothing was made', async () => {
    const session = world({ 'vm-1': vm() });
    expect(await undoImport(session, made(), false)).toEqual([]);
    expect([...session.asked, ...session.read]).toEqual([]);
  });

  it('aborts the lease and removes the VM that it names', async () => {
    const session = world({ ...LEASE, 'vm-1': vm('x', 'r2') });
    const started = made({ lease: held });
    expect(await undoImport(session, started, false)).toEqual([]);
    expect(session.asked).toEqual(['HttpNfcLeaseAbort lease', 'Destroy_Task vm-1']);
    expect(started.entity).toEqual(ref('VirtualMachine', 'vm-1'));
  });

  it('does not ask the lease for a VM that is known', async () => {
    const session = world({ 'vm-2': vm() });
    expect(await undoImport(session, made({ lease: held, entity: ref('VirtualMachine', 'vm-2') }), false)).toEqual([]);
    expect(session.asked).toEqual(['HttpNfcLeaseAbort lease', 'Destroy_Task vm-2']);
  });

  it('goes on though the run is cancelled', async () => {
    const run = new AbortController();
    run.abort(new Error('cancelled'));
    const session = world({ ...LEASE, 'vm-1': vm() }, { signal: run.signal });
    expect(await undoImport(session, made({ lease: held }), true)).toEqual([]);
    expect(session.asked).toEqual(['HttpNfcLeaseAbort lease', 'Destroy_Task vm-1']);
  });

  it('looks once for the VM of a lease that names none, by its name, folder and run', async () => {
    const nameless = { lease: { type: 'HttpNfcLease', properties: { state: 'error' } } };
    const others = {
      'vm-1': vm('other'),
      'vm-2': vm(undefined, 'r1', 'g'),
    };
    const without = world({ ...nameless, ...others });
    expect(await undoImport(without, made({ lease: held }), false)).toEqual([]);
    expect(without.asked).toEqual(['HttpNfcLeaseAbort lease']);
    const stranger = world({ ...nameless, 'vm-3': vm(undefined, 'r2') });
    await undoImport(stranger, made({ lease: held }), false);
    expect(stranger.asked).toEqual(['HttpNfcLeaseAbort lease']);
    const found = world({ ...nameless, ...others, 'vm-4': vm() });
    await undoImport(found, made({ lease: held }), false);
    expect(found.asked).toEqual(['HttpNfcLeaseAbort lease', 'Destroy_Task vm-4']);
  });

  it('waits for a VM that a lost call may make', async () => {
    const session = world({});
    setTimeout(() => session.objects.set('vm-4', vm()), 1);
    expect(await undoImport(session, made(), true)).toEqual([]);
    expect(session.asked).toEqual(['Destroy_Task vm-4']);
  });

  it('says all that remains', async () => {
    const refuse = (): string => 'NoPermission';
    const session = world({ ...LEASE, 'vm-1': vm() }, { answers: { HttpNfcLeaseAbort: refuse, Destroy_Task: refuse } });
    expect(await undoImport(session, made({ lease: held }), false)).toEqual([
      'the lease lease, which runs out by itself in some minutes (NoPermission it is)',
      `the VM ${NAME} (vm-1) (NoPermission it is)`,
    ]);
    const blind = world({}, { onRead: () => new Error('blind') });
    expect(await undoImport(blind, made(), true)).toEqual([`perhaps a VM called ${NAME} (blind)`]);
  });
});

it('undoVm removes the VM, or says that it remains', async () => {
  const session = world({ 'vm-1': vm() });
  expect(await undoVm(session, ref('VirtualMachine', 'vm-1'), 'ws')).toEqual([]);
  const refused = world({ 'vm-1': vm() }, { answers: { Destroy_Task: () => 'NoPermission' } });
  expect(await undoVm(refused, ref('VirtualMachine', 'vm-1'), 'ws')).toEqual(['the VM ws (vm-1) (NoPermission it is)']);
});

it('warnOfRemains warns of what remains, and only then', () => {
  const session = world({});
  warnOfRemains(session, []);
  expect(session.said.warning).toEqual([]);
  warnOfRemains(session, ['a', 'b']);
  expect(session.said.warning).toEqual([
    'Not everything could be removed. What remains: a; b. The next upload of this name removes it once it is ten minutes old.',
  ]);
});

describe('an import that is held', () => {
  const objects = (list: string): string => `<returnval>${list}</returnval>`;
  const object = (type: string, id: string, properties: string): string =>
    `<objects><obj type="${type}">${id}</obj>${properties}</objects>`;
  const property = (name: string, val: string): string => `<propSet><name>${name}</name>${val}</propSet>`;

  async function undo(abort: string | { fault: string }): Promise<{ methods: string[]; error: unknown }> {
    const info =
      property('info', '<val><entity type="VirtualMachine">vm-1</entity></val>') +
      property('state', '<val>ready</val>');
    const server = await soapServer(({ method, text }) => {
      if (method === 'HttpNfcLeaseAbort') return abort;
      return method === 'RetrievePropertiesEx'
        ? objects(text.includes('>lease<') ? object('HttpNfcLease', 'lease', info) : '')
        : undefined;
    });
    try {
      const ticket = (await server.connect()).ticket();
      const data = { ticket, folder: ref('Folder', 'f'), name: NAME, run: 'r1', lease: held };
      const context = { log: SILENT, tools: recordedTools(), signal: new AbortController().signal };
      const error: unknown = await HELD_IMPORT.undo(data, context).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      return { methods: server.methods(), error };
    } finally {
      await server.close();
    }
  }

  it('is undone with the session that is resumed, which it leaves', async () => {
    const { methods, error } = await undo('');
    expect(error).toBeUndefined();
    expect(methods).toContain('HttpNfcLeaseAbort');
    expect(methods).not.toContain('Logout');
    expect(HELD_IMPORT.what({ name: NAME } as never)).toBe(`the unfinished VM ${NAME}, should there be one`);
  });

  it('is an error where something remains', async () => {
    const { error } = await undo({ fault: 'NoPermission' });
    expect(error).toMatchObject({
      code: 'upload-failed',
      message: 'What remains: the lease lease, which runs out by itself in some minutes (NoPermission it is)',
      hint: 'The next upload of this name removes it.',
    });
  });
});
