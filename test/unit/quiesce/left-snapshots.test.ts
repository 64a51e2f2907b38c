import { describe, expect, it } from 'vitest';
import { removeLeftSnapshots, snapshotDescription, snapshotName } from '../../../src/quiesce/left-snapshots.ts';
import { type OwnerProcess, ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import { node, reference, value } from '../../../src/vsphere/wire/soap.ts';
import { NOW, vmSession } from '../vsphere/vm-session.ts';

const VM: Moref = { type: 'VirtualMachine', value: 'vm-1' };
const ME = ownerProcess('0000aaaa');
const OTHER: OwnerProcess = { run: '0000bbbb', host: 'elsewhere', kernel: '', pid: 7, started: '' };

/** A VM with these snapshots beside each other, and which of them are removed. */
function vmWith(...snapshots: readonly { name: string; description: string }[]) {
  const base = vmSession({});
  const removed: string[] = [];
  const trees = snapshots.map(({ name, description }, index) =>
    node('rootSnapshotList', [
      reference('snapshot', { type: 'VirtualMachineSnapshot', value: `snapshot-${index}` }),
      value('name', name),
      value('description', description),
    ]),
  );
  const session: typeof base = {
    ...base,
    bounded: () => session,
    uncancelled: () => session,
    call: async (method, target, parameters = []) => {
      if (method === 'RemoveSnapshot_Task') {
        removed.push(target.value);
        return node('Response', [reference('returnval', { type: 'Task', value: 'task-1' })]);
      }
      if (JSON.stringify(parameters).includes('info.state')) return base.call(method, target, parameters);
      const property = node('propSet', [value('name', 'snapshot'), node('val', trees)]);
      return node('Response', [node('returnval', [node('objects', [reference('obj', VM), property])])]);
    },
  };
  return { session, removed };
}

/** What such a run wrote into its snapshot that many milliseconds ago. */
const of = (owner: OwnerProcess, ago: number): string =>
  snapshotDescription({ ...vmSession({}), now: () => new Date(NOW.getTime() - ago) }, owner);

describe('removeLeftSnapshots', () => {
  it('removes what an ended run left, and nothing else', async () => {
    const { session, removed } = vmWith(
      { name: 'before the update', description: '' },
      { name: snapshotName('0123abcd'), description: of(OTHER, 11 * 60_000) },
      { name: `${snapshotName('0123abcd')}-kept`, description: '' },
    );
    expect(await removeLeftSnapshots(session, VM, ME)).toEqual(['stillframe-verify-0123abcd']);
    expect(removed).toEqual(['snapshot-1']);
  });

  it('leaves alone what another run is at work on', async () => {
    const { session, removed } = vmWith({ name: snapshotName('0123abcd'), description: of(OTHER, 60_000) });
    expect(await removeLeftSnapshots(session, VM, ME)).toEqual([]);
    expect(removed).toEqual([]);
  });

  it('removes its own by its id, whenever it was taken', async () => {
    const { session } = vmWith(
      { name: snapshotName('0000aaaa'), description: of(ME, 0) },
      { name: snapshotName('0123abcd'), description: of(OTHER, 11 * 60_000) },
    );
    expect(await removeLeftSnapshots(session, VM, ME, '0000aaaa')).toEqual(['stillframe-verify-0000aaaa']);
  });

  it('removes one of an older version, which does not say whose it is', async () => {
    const { session } = vmWith({ name: snapshotName('0123abcd'), description: 'Taken by Stillframe verify-quiesce.' });
    expect(await removeLeftSnapshots(session, VM, ME)).toEqual(['stillframe-verify-0123abcd']);
  });
});

it('names a snapshot by its run, and says in it what it is for', () => {
  expect(snapshotName('0123abcd')).toBe('stillframe-verify-0123abcd');
  expect(of(OTHER, 0)).toMatch(
    /^Taken by Stillframe verify-quiesce to prove quiescing; removed when the check ends\. run=0000bbbb machine=elsewhere process=7 time=/,
  );
});

it('touches no name that only holds one, and says which it could not remove', async () => {
  const { session, removed } = vmWith(
    { name: `x${snapshotName('0123abcd')}`, description: '' },
    { name: `${snapshotName('0123abcd')}0`, description: '' },
    { name: snapshotName('0123ABCD'), description: '' },
  );
  expect(await removeLeftSnapshots(session, VM, ME)).toEqual([]);
  expect(removed).toEqual([]);
  const refusing = vmWith({ name: snapshotName('0123abcd'), description: '' });
  const call: typeof refusing.session.call = (method, target, parameters) =>
    method === 'RemoveSnapshot_Task'
      ? Promise.reject(new VsphereFault(method, 'NoPermission', 'no'))
      : refusing.session.call(method, target, parameters);
  const session2: typeof refusing.session = { ...refusing.session, call, uncancelled: () => session2 };
  await expect(removeLeftSnapshots(session2, VM, ME)).rejects.toMatchObject({
    code: 'vsphere-refused',
    message: expect.stringContaining('Removing the snapshot stillframe-verify-0123abcd'),
  });
});

it('of its own run leaves those of others, though they have ended', async () => {
  const { session, removed } = vmWith({ name: snapshotName('0123abcd'), description: of(OTHER, 11 * 60_000) });
  expect(await removeLeftSnapshots(session, VM, ME, '0000aaaa')).toEqual([]);
  expect(removed).toEqual([]);
});
