import { describe, expect, it } from 'vitest';
import { replaceVm } from '../../../src/upload/replace-vm.ts';
import { type TaskSession, taskSession } from './task-session.ts';

const OLD = {
  moref: { type: 'VirtualMachine', value: 'old' },
  name: 'ws',
  path: '/DC0/vm/ws',
  properties: new Map(),
};
const NEW = { vm: { type: 'VirtualMachine', value: 'new' }, name: 'ws', run: '1' };

async function replace(session: TaskSession): Promise<void> {
  await replaceVm(session, OLD, NEW, async () => {
    await session.call('Settle', NEW.vm);
  });
}

describe('replaceVm', () => {
  it('removes the old one only when the new one has its name and is settled', async () => {
    const session = taskSession(() => false);
    await replace(session);
    expect(session.asked).toEqual([
      'Rename_Task old ws.stillframe-old-1',
      'Rename_Task new ws',
      'Settle new',
      'Destroy_Task old',
    ]);
  });

  it.each(['Rename_Task new ws', 'Settle new'])(
    'gives the old one its name back when this fails: %s',
    async (failing) => {
      const session = taskSession((call) => call === failing);
      await expect(replace(session)).rejects.toMatchObject({ type: 'NoPermission' });
      expect(session.asked.slice(-2)).toEqual(['Destroy_Task new', 'Rename_Task old ws']);
      expect(session.asked).not.toContain('Destroy_Task old');
    },
  );

  it('touches nothing more when the old one cannot be renamed', async () => {
    const session = taskSession((call) => call.startsWith('Rename_Task old'));
    await expect(replace(session)).rejects.toMatchObject({ type: 'NoPermission' });
    expect(session.asked).toHaveLength(1);
  });

  it('only warns when the old one cannot be removed, for the new one is in place', async () => {
    const session = taskSession((call) => call === 'Destroy_Task old');
    await replace(session);
    expect(session.warnings).toEqual([expect.stringContaining('ws.stillframe-old-1')]);
  });
});
