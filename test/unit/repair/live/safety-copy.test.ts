import { describe, expect, it } from 'vitest';
import { HELD_SAFETY_COPY, makeSafetyCopy, safetyCopyName } from '../../../../src/repair/live/safety-copy.ts';
import { ownerProcess } from '../../../../src/vsphere/vm/owner.ts';
import type { VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedOptions,
  playedVsphere,
  ref,
  settings,
} from '../../vsphere/played-vsphere.ts';

const SOURCE = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };
const ME = ownerProcess('0badcafe');
const NAME = 'ws.before-repair-0badcafe';

function world(
  answers: PlayedOptions['answers'] = {},
  mark = '0badcafe',
  more: Readonly<Record<string, PlayedObject>> = {},
) {
  return playedVsphere(
    {
      rootFolder: { type: 'rootFolder' },
      dc: { type: 'Datacenter', properties: { name: 'DC' } },
      f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
      'vm-1': { type: 'VirtualMachine', properties: { name: 'ws', parent: ref('Folder', 'f') } },
      'vm-2': {
        type: 'VirtualMachine',
        properties: {
          name: NAME,
          parent: ref('Folder', 'f'),
          'config.extraConfig': settings({ 'stillframe.repair.copy': mark }),
        },
      },
      taskManager: { type: 'taskManager' },
      ...more,
    },
    { answers: { CloneVM_Task: () => ref('VirtualMachine', 'vm-2'), ...answers } },
  );
}

function make(session: ReturnType<typeof world>, folder: VmFacts['folder'] = ref('Folder', 'f')) {
  const held: { undo?: () => Promise<void>; released: boolean; what?: string } = { released: false };
  const context = {
    hold: (kind: { what(data: never): string }, data: unknown, here?: () => Promise<void>) => {
      Object.assign(held, { undo: here, what: kind.what(data as never) });
      return () => {
        held.released = true;
      };
    },
  } as Parameters<typeof makeSafetyCopy>[3];
  const placement = { pool: ref('ResourcePool', 'p'), host: ref('HostSystem', 'h') };
  return { held, name: makeSafetyCopy(session, SOURCE, { facts: { folder } as VmFacts, placement, me: ME }, context) };
}

describe('the copy that is made before a repair', () => {
  it('has a name that says what it is, and that vCenter takes', () => {
    expect(safetyCopyName('ws', '0badcafe')).toBe(NAME);
    const long = safetyCopyName('x'.repeat(80), '0badcafe');
    expect([long.length, long.endsWith('x.before-repair-0badcafe')]).toEqual([80, true]);
  });

  it('is a full clone beside the source, off, marked and explained, and held only until it is whole', async () => {
    const session = world();
    const { held, name } = make(session);
    expect(await name).toBe(NAME);
    const [clone = '', notes = ''] = session.asked;
    expect(clone).toMatch(/^CloneVM_Task vm-1 .*<name>ws\.before-repair-0badcafe<\/name>/);
    expect(clone).toContain('<pool type="ResourcePool">p</pool><host type="HostSystem">h</host>');
    expect(clone).toContain('<key>stillframe.repair.copy</key><value xsi:type="xsd:string">0badcafe</value>');
    expect(clone).toContain('<powerOn>false</powerOn>');
    expect(clone).not.toMatch(/snapshot|createNewChildDiskBacking/);
    expect(notes).toMatch(/^ReconfigVM_Task vm-2 .*<annotation>ws as it was before Stillframe repaired it\./);
    expect(held).toMatchObject({ released: true, what: `the copy ${NAME}, unless it is whole` });
  });

  it('is removed where it was not made to its end, and only if it is this run’s', async () => {
    const session = world({ CloneVM_Task: () => 'NoDiskSpace' });
    const { held, name } = make(session);
    await expect(name).rejects.toMatchObject({ message: expect.stringContaining('Copying ws') as string });
    expect(held.released).toBe(false);
    await held.undo?.();
    expect(session.asked.at(-1)).toBe('Destroy_Task vm-2');
    const other = world({ CloneVM_Task: () => 'NoDiskSpace' }, 'another');
    const second = make(other);
    await expect(second.name).rejects.toThrow();
    await second.held.undo?.();
    expect(other.asked.some((call) => call.startsWith('Destroy_Task'))).toBe(false);
    expect(HELD_SAFETY_COPY.kind).toBe('repair-copy');
  });

  it('is removed only when the server is not at it any more', async () => {
    const task = (name: string): PlayedObject => ({
      type: 'Task',
      properties: {
        'info.state': 'running',
        'info.entity': SOURCE.moref,
        'info.name': name,
        'info.queueTime': PLAYED_NOW.toISOString(),
      },
    });
    const session = world(
      {
        CloneVM_Task: () => new Error('cut off'),
        CancelTask: ({ target, objects }): undefined => void objects.delete(target) as undefined,
      },
      '0badcafe',
      { clone: task('CloneVM_Task'), other: task('ReconfigVM_Task') },
    );
    const { held, name } = make(session);
    await expect(name).rejects.toThrow('cut off');
    await held.undo?.();
    expect(session.asked.slice(-2)).toEqual(['CancelTask clone', 'Destroy_Task vm-2']);
  });

  it('is refused where no folder takes it', async () => {
    const session = world();
    const { name } = make(session, null as unknown as VmFacts['folder']);
    await expect(name).rejects.toMatchObject({ code: 'vsphere-not-found' });
    expect(session.asked).toEqual([]);
  });
});
