import { describe, expect, it } from 'vitest';
import { clearLeftovers } from '../../../src/upload/leftovers.ts';
import { newName, oldName, readWorkingName } from '../../../src/upload/working-names.ts';
import type { Inventory } from '../../../src/vsphere/inventory/inventory.ts';
import { formatOwner, OWNER_KEY } from '../../../src/vsphere/vm/owner.ts';
import { reference } from '../../../src/vsphere/wire/soap.ts';
import { type FakeVm, NOW, type VmSession, vmSession } from '../vsphere/vm-session.ts';

const FOLDER = { type: 'Folder', value: 'group-v1' };
const ME = { run: 'aaaa0000', host: 'here', kernel: '', pid: 7, started: '' };
const CLAIM = { folder: FOLDER, name: 'ws', me: ME };

function vm(name: string, run?: string, minutes = 30): FakeVm {
  if (run === undefined) return { name };
  const time = new Date(NOW.getTime() - minutes * 60_000);
  return {
    name,
    extraConfig: { [OWNER_KEY]: formatOwner({ run, host: 'there', kernel: '', pid: 1, started: '' }, time) },
  };
}

async function clear(
  vms: FakeVm[],
  { folder = FOLDER, beside = false } = {},
): Promise<{ session: VmSession; changed: boolean; left: string[] }> {
  const session = vmSession(Object.fromEntries(vms.map((one, index) => [`vm-${index}`, one])));
  const inventory: Inventory = vms.map(({ name }, index) => ({
    moref: { type: 'VirtualMachine', value: `vm-${index}` },
    name,
    path: `/DC/vm/${name}`,
    codedPath: `/DC/vm/${name}`,
    properties: new Map([['parent', reference('val', folder)]]),
  }));
  const changed = await clearLeftovers(session, inventory, { ...CLAIM, beside });
  return { session, changed, left: [...session.vms.values()].map(({ name }) => name) };
}

describe('clearLeftovers', () => {
  it('finds nothing to do among other VMs', async () => {
    const { session, changed } = await clear([
      vm('ws'),
      vm('ws-2'),
      vm('ws.notes'),
      vm('other.stillframe-new-b1', 'b1'),
    ]);
    expect([changed, session.asked, session.warnings]).toEqual([false, [], []]);
  });

  it('removes what a run did not finish, each of its attempts', async () => {
    const { changed, left } = await clear([
      vm('ws.stillframe-new-b1', 'b1'),
      vm('WS.stillframe-new-b1-2', 'b1'),
      vm('ws', 'b0'),
    ]);
    expect([changed, left]).toEqual([true, ['ws']]);
  });

  it('looks only in its own folder', async () => {
    const { session, changed } = await clear([vm('ws.stillframe-new-b1', 'b1')], {
      folder: { ...FOLDER, value: 'group-v2' },
    });
    expect([changed, session.asked]).toEqual([false, []]);
  });

  it.each<[string, FakeVm]>([
    ['without an owner', vm('ws.stillframe-new-b1')],
    ['with the owner of another name, as a copy has it', vm('ws.stillframe-new-b1', 'c1')],
  ])('leaves alone one %s', async (_what, found) => {
    const { session, changed } = await clear([found]);
    expect([changed, session.asked]).toEqual([false, []]);
    expect(session.warnings).toEqual([
      expect.stringContaining('/DC/vm/ws.stillframe-new-b1 is called like a VM in the'),
    ]);
  });

  it('touches nothing at all when another run is at work on the name', async () => {
    const vms = [vm('ws.stillframe-new-b1', 'b1'), vm('ws.stillframe-new-c1', 'c1', 9), vm('ws.stillframe-old-d1')];
    await expect(clear(vms)).rejects.toMatchObject({ code: 'vsphere-busy' });
    expect(vms.map(({ name }) => name)).toContain('ws.stillframe-old-d1');
  });

  it('leaves other runs to their work where no name is taken, with what they have put aside; what is left over goes all the same', async () => {
    const working = [vm('ws.stillframe-new-c1', 'c1', 9), vm('ws.stillframe-old-c1')];
    const { session, changed, left } = await clear([vm('ws.stillframe-new-b1', 'b1'), ...working], { beside: true });
    expect([changed, left]).toEqual([true, ['ws.stillframe-new-c1', 'ws.stillframe-old-c1']]);
    expect(session.warnings).toEqual([]);
    expect((await clear(working, { beside: true })).changed).toBe(false);
    const settled = await clear([vm('ws.stillframe-new-b1', 'b1'), vm('ws.stillframe-old-b1')], { beside: true });
    expect([settled.changed, settled.left]).toEqual([true, ['ws']]);
  });

  it('gives one that was put aside its name back where nobody has it', async () => {
    const { session, changed, left } = await clear([vm('ws.stillframe-old-b1'), vm('ws.stillframe-new-b1', 'b1')]);
    expect([changed, left]).toEqual([true, ['ws']]);
    expect(session.asked).toEqual(['Destroy_Task vm-1', 'Rename_Task vm-0 ws']);
  });

  it('gives the name to one only', async () => {
    const { session, left } = await clear([vm('ws.stillframe-old-b1'), vm('ws.stillframe-old-c1')]);
    expect(left).toEqual(['ws', 'ws.stillframe-old-c1']);
    expect(session.warnings).toHaveLength(1);
  });

  it('removes one that was replaced by the VM that has its name', async () => {
    const { changed, left } = await clear([vm('WS', 'b1'), vm('ws.stillframe-old-b1')]);
    expect([changed, left]).toEqual([true, ['WS']]);
  });

  it.each<[string, FakeVm]>([
    ['another run', vm('ws', 'c1')],
    ['somebody', vm('ws')],
  ])('never removes one whose name %s has given away', async (_who, holder) => {
    const { session, changed, left } = await clear([holder, vm('ws.stillframe-old-b1')]);
    expect([changed, left]).toEqual([false, ['ws', 'ws.stillframe-old-b1']]);
    expect(session.warnings).toEqual([expect.stringContaining('both are left alone')]);
  });

  it('leaves the removal of a replaced one to the run that is about to do it', async () => {
    const { session, changed } = await clear([vm('ws', 'b1', 1), vm('ws.stillframe-old-b1')]);
    expect([changed, session.asked, session.warnings]).toEqual([false, [], []]);
  });

  it('does not switch off a replaced one that somebody has started', async () => {
    const started = { ...vm('ws.stillframe-old-b1'), poweredOn: true };
    const { session } = await clear([vm('ws', 'b1'), started]);
    expect(session.asked).toEqual(['Destroy_Task vm-1']);
  });
});

describe('what is told of it', () => {
  it('a name that is given back alone is a change', async () => {
    const { session, changed } = await clear([vm('ws.stillframe-old-b1')]);
    expect([changed, session.asked]).toEqual([true, ['Rename_Task vm-0 ws']]);
  });

  it('a replaced one that cannot be removed is told, and does not hold up the rest', async () => {
    const vms = { holder: vm('ws', 'b1'), old: vm('ws.stillframe-old-b1') };
    const session = vmSession(vms, { meets: (call) => (call === 'Destroy_Task old' ? 'FileLocked' : undefined) });
    const inventory: Inventory = Object.entries(vms).map(([id, { name }]) => ({
      moref: { type: 'VirtualMachine', value: id },
      name,
      path: `/DC/vm/${name}`,
      codedPath: `/DC/vm/${name}`,
      properties: new Map([['parent', reference('val', FOLDER)]]),
    }));
    expect(await clearLeftovers(session, inventory, CLAIM)).toBe(true);
    expect(session.asked).toEqual(['Destroy_Task old']);
    expect(session.warnings).toEqual([
      expect.stringMatching(
        /^\/DC\/vm\/ws\.stillframe-old-b1, which an earlier run had replaced, could not be removed: .*FileLocked/,
      ),
    ]);
  });
});

describe('working names', () => {
  it.each([
    [newName('ws', 'ab12'), { kind: 'new', run: 'ab12' }],
    [newName('ws', 'ab12', 3), { kind: 'new', run: 'ab12' }],
    [oldName('ws', 'ab12'), { kind: 'old', run: 'ab12' }],
    ['WS.stillframe-new-ab12', { kind: 'new', run: 'ab12' }],
    ['ws', undefined],
    ['ws.stillframe-new-', undefined],
    ['ws.stillframe-new-ab12-notes', undefined],
    ['ws2.stillframe-new-ab12', undefined],
    ['ws.x.stillframe-new-ab12', undefined],
    ['ws-stillframe-new-ab12', undefined],
  ])('%s', (found, read) => expect(readWorkingName(found, 'ws')).toEqual(read));

  it('are as long as is reserved at most', () => {
    expect(newName('', '12345678', 3).length).toBeLessThanOrEqual(30);
    expect([newName('w', 'r'), newName('w', 'r', 2), oldName('w', 'r')]).toEqual([
      'w.stillframe-new-r',
      'w.stillframe-new-r-2',
      'w.stillframe-old-r',
    ]);
  });
});
