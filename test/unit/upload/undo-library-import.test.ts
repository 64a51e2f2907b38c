import { describe, expect, it } from 'vitest';
import { clearLibraryLeftovers } from '../../../src/upload/library-leftovers.ts';
import { undoLibraryImport } from '../../../src/upload/undo-library-import.ts';
import { describeWorkingItem } from '../../../src/upload/working-item.ts';
import { formatOwner } from '../../../src/vsphere/vm/owner.ts';
import { type PlayedRest, playedRest } from '../vsphere/library/played-rest.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const NAME = 'ws.stillframe-new-r1';
const MADE = { library: LIBRARY, folder: ref('Folder', 'f'), name: NAME, run: 'r1' };
const owner = (run: string) => ({ run, host: 'elsewhere', kernel: '', pid: 7, started: '' });
const LONG_AGO = new Date(PLAYED_NOW.getTime() - 11 * 60_000);

function vm(run?: string): PlayedObject {
  const mark = run === undefined ? {} : { 'stillframe.owner': formatOwner(owner(run), LONG_AGO) };
  return {
    type: 'VirtualMachine',
    properties: { name: NAME, parent: ref('Folder', 'f'), 'config.extraConfig': settings(mark) },
  };
}

interface Scene {
  readonly vm?: PlayedObject;
  readonly description?: string;
  readonly name?: string;
  /** Of the removal of the VM. */
  readonly fault?: string;
}

function scene({ vm: machine, description = describeWorkingItem(owner('r1'), LONG_AGO), name = NAME, fault }: Scene): {
  session: PlayedVsphere;
  rest: PlayedRest;
  order: string[];
} {
  const order: string[] = [];
  const session = playedVsphere(machine ? { 'vm-1': machine } : {}, {
    answers: {
      Destroy_Task: ({ target, objects }) => {
        order.push(`destroy ${target}`);
        if (fault !== undefined) return fault;
        objects.delete(target);
        return undefined;
      },
    },
  });
  const updates: Record<string, unknown> = {
    mine: { state: 'ACTIVE', library_item_id: 'i-9' },
    other: { state: 'ACTIVE', library_item_id: 'i-8' },
  };
  const rest = playedRest(({ resource, method, id, action }) => {
    if (method !== 'GET') order.push([method, action, id].filter(Boolean).join(' '));
    if (!resource.endsWith('update-session')) return undefined;
    if (method !== 'GET') return null;
    return id === undefined ? Object.keys(updates) : updates[id];
  });
  rest.items.set('i-9', { library_id: 'l-1', name, description, size: 7, cached: true, content: 'x' });
  return { session, rest, order: order };
}
const changes = (order: readonly string[]): string[] => order.filter((one) => !one.includes('find'));

describe('undoLibraryImport', () => {
  it.each([[undefined], ['r1']])('removes the VM with the owner %s, then the session and the item', async (run) => {
    const { session, rest, order } = scene({ vm: vm(run) });
    expect(await undoLibraryImport(session, rest, MADE, 0)).toEqual([]);
    expect(changes(order)).toEqual(['destroy vm-1', 'POST cancel mine', 'DELETE mine', 'DELETE i-9']);
    expect(rest.items.size).toBe(0);
  });

  it('leaves the VM of another run alone, and the item of one', async () => {
    const foreign = scene({ vm: vm('r2') });
    expect(await undoLibraryImport(foreign.session, foreign.rest, MADE, 0)).toEqual([]);
    expect(changes(foreign.order)).not.toContain('destroy vm-1');
    for (const description of [describeWorkingItem(owner('r2'), LONG_AGO), 'by hand', '']) {
      const { session, rest, order } = scene({ description });
      expect(await undoLibraryImport(session, rest, MADE, 0)).toEqual([]);
      expect(changes(order)).toEqual([]);
    }
  });

  it('keeps the item as long as the VM stays, and says so', async () => {
    const { session, rest } = scene({ vm: vm(), fault: 'NoPermission' });
    const remains = await undoLibraryImport(session, rest, MADE, 0);
    expect(remains).toEqual([expect.stringContaining(`the VM ${NAME} (vm-1) (`)]);
    expect([...rest.items.keys()]).toEqual(['i-9']);
  });

  it('says that the item remains', async () => {
    const { session } = scene({});
    const rest = playedRest(() => new Error('no way'));
    expect(await undoLibraryImport(session, rest, MADE, 0)).toEqual([
      `the item ${NAME} of the content library golden (no way)`,
    ]);
  });
});

describe('clearLibraryLeftovers', () => {
  const claim = { library: LIBRARY, folder: ref('Folder', 'f'), name: 'ws', me: owner('me') };

  it('removes what a run left that was not heard of for long, with the VM that was being made', async () => {
    const { session, rest, order } = scene({ vm: vm() });
    expect(await clearLibraryLeftovers(session, rest, claim)).toBe(true);
    expect(changes(order)).toEqual(['destroy vm-1', 'POST cancel mine', 'DELETE mine', 'DELETE i-9']);
    expect(session.said.info).toEqual([
      `Removing the item ${NAME} and what was made of it, which an earlier run did not finish`,
    ]);
  });

  it.each<[string, Scene, 'info' | 'warning' | undefined, string]>([
    ['of a run at work', { description: describeWorkingItem(owner('r1'), PLAYED_NOW) }, 'info', 'is left to it'],
    ['that does not say whose it is', { description: 'by hand' }, 'warning', 'it is left alone'],
    [
      'that says another run',
      { description: describeWorkingItem(owner('r2'), LONG_AGO) },
      'warning',
      'it is left alone',
    ],
    ['of another name', { name: 'other.stillframe-new-r1' }, undefined, ''],
    ['of the name itself', { name: 'ws' }, undefined, ''],
  ])('leaves an item alone %s', async (_what, what, kind, said) => {
    const { session, rest, order } = scene({ vm: vm(), ...what });
    expect(await clearLibraryLeftovers(session, rest, claim)).toBe(false);
    expect(changes(order)).toEqual([]);
    const lines = [...session.said.info, ...session.said.warning];
    expect(lines).toHaveLength(kind === undefined ? 0 : 1);
    if (kind) expect(session.said[kind][0]).toContain(said);
  });
});
