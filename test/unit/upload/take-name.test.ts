import { describe, expect, it } from 'vitest';
import { takeName } from '../../../src/upload/take-name.ts';
import { type FakeVm, type VmSession, vmSession } from '../vsphere/vm-session.ts';

const OLD = {
  moref: { type: 'VirtualMachine', value: 'old' },
  name: 'ws',
  path: '/DC0/vm/ws',
  codedPath: '/DC0/vm/ws',
  properties: new Map(),
};
const NEW = { vm: { type: 'VirtualMachine', value: 'new' }, name: 'ws', workingName: 'ws.stillframe-new-1', run: '1' };

function both(old: Partial<FakeVm> = {}): Record<string, FakeVm> {
  return { old: { name: 'ws', ...old }, new: { name: NEW.workingName } };
}

const names = ({ vms }: VmSession): string[] => [...vms.values()].map(({ name }) => name);

describe('takeName where nobody has the name', () => {
  it('renames, and nothing else', async () => {
    const session = vmSession({ new: { name: NEW.workingName } });
    await takeName(session, NEW, undefined);
    expect(session.asked).toEqual(['Rename_Task new ws']);
  });

  it('says that somebody was faster', async () => {
    const session = vmSession(both());
    await expect(takeName(session, NEW, undefined)).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: 'Somebody has made a VM called ws meanwhile',
    });
    expect(names(session)).toEqual(['ws', NEW.workingName]);
  });

  it('tells of a cancel that came meanwhile', async () => {
    const run = new AbortController();
    const meets = (): undefined => run.abort(new Error('cancelled')) as undefined;
    const session = vmSession({ new: { name: NEW.workingName } }, { meets, signal: run.signal });
    await expect(takeName(session, NEW, undefined)).rejects.toThrow('cancelled');
  });
});

describe('takeName in the place of an old one', () => {
  it('removes the old one only when the new one has its name', async () => {
    const session = vmSession(both());
    await takeName(session, NEW, OLD);
    expect(session.asked).toEqual(['Rename_Task old ws.stillframe-old-1', 'Rename_Task new ws', 'Destroy_Task old']);
  });

  it.each(['Rename_Task old ws.stillframe-old-1', 'Rename_Task new ws'])(
    'gives the old one its name back when this fails: %s',
    async (failing) => {
      const session = vmSession(both(), { meets: (call) => (call === failing ? 'NoPermission' : undefined) });
      await expect(takeName(session, NEW, OLD)).rejects.toMatchObject({ type: 'NoPermission' });
      expect(names(session)).toEqual(['ws', NEW.workingName]);
    },
  );

  it('gives the old one its name back when the run is cancelled after the swap', async () => {
    const run = new AbortController();
    const session = vmSession(both(), {
      signal: run.signal,
      meets: (call) => (call === 'Rename_Task new ws' ? (run.abort(new Error('cancelled')) as undefined) : undefined),
    });
    await expect(takeName(session, NEW, OLD)).rejects.toThrow('cancelled');
    expect(session.asked.slice(2)).toEqual([`Rename_Task new ${NEW.workingName}`, 'Rename_Task old ws']);
    expect(session.warnings).toEqual([]);
  });

  it('says what the old one is called when it cannot be put back', async () => {
    const session = vmSession(both(), {
      meets: (call) => (/new ws$|old ws$/.test(call) ? 'NoPermission' : undefined),
    });
    await expect(takeName(session, NEW, OLD)).rejects.toMatchObject({ type: 'NoPermission' });
    expect(session.warnings).toEqual([expect.stringContaining('/DC0/vm/ws is now called ws.stillframe-old-1')]);
  });

  it('touches nothing when the old one was started meanwhile', async () => {
    const session = vmSession(both({ poweredOn: true }));
    await expect(takeName(session, NEW, OLD)).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: expect.stringContaining('is running, and is not replaced') as string,
    });
    expect(session.asked).toEqual([]);
  });

  it('switches off no old one that somebody has started since', async () => {
    const session = vmSession(both(), {
      meets: (call, { vms }) => {
        const old = vms.get('old');
        if (call === 'Rename_Task new ws' && old) old.poweredOn = true;
        return call === 'Destroy_Task old' ? 'NoPermission' : undefined;
      },
    });
    await takeName(session, NEW, OLD);
    expect(session.asked.filter((call) => call.startsWith('PowerOff'))).toEqual([]);
    expect(session.warnings).toHaveLength(1);
  });

  it('has nothing to remove where nobody had the name', async () => {
    const session = vmSession({ new: { name: NEW.workingName } });
    await takeName(session, NEW, undefined);
    expect(session.warnings).toEqual([]);
  });

  it('only warns when the old one cannot be removed, for the new one is in place', async () => {
    const session = vmSession(both(), { meets: (call) => (call === 'Destroy_Task old' ? 'NoPermission' : undefined) });
    await takeName(session, NEW, OLD);
    expect(session.warnings).toEqual([expect.stringContaining('is now called ws.stillframe-old-1')]);
    expect(names(session)).toEqual(['ws.stillframe-old-1', 'ws']);
  });
});
