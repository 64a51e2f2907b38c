import { beforeEach, expect, it } from 'vitest';
import type { HoldKind, UndoContext } from '../../../src/context.ts';
import type { Held } from '../../../src/job/held-record.ts';
import { undoHeld } from '../../../src/job/undo-held.ts';

const said: string[] = [];
const context = { log: { info: (line: string) => said.push(line) } } as unknown as UndoContext;
const undone: unknown[] = [];
beforeEach(() => {
  said.length = 0;
  undone.length = 0;
});
const kind = (name: string): HoldKind<{ id: string }> => ({
  kind: name,
  what: ({ id }) => `the ${name} ${id}`,
  undo: async (data, given) => {
    expect(given).toBe(context);
    if (data.id === 'stubborn') throw new Error('it stays');
    undone.push([name, data.id]);
  },
});
const KINDS = [kind('vm'), kind('file')] as unknown as HoldKind<never>[];
const held = (id: number, name: string, data: string): Held => ({ id, kind: name, data: { id: data } });

it('undoes the newest first, each by its kind, goes on after a failure and tells what is gone', async () => {
  const holds = [held(1, 'vm', 'a'), held(2, 'file', 'stubborn'), held(3, 'newer', 'x'), held(4, 'file', 'b')];
  const gone: number[] = [];
  expect(await undoHeld(holds, KINDS, context, ({ id }) => gone.push(id))).toEqual([
    'something of the kind "newer", which this version cannot undo',
    'the file stubborn: it stays',
  ]);
  expect(undone).toEqual([
    ['file', 'b'],
    ['vm', 'a'],
  ]);
  expect(gone).toEqual([4, 1]);
  expect(said).toEqual(['Removing the file b', 'Removing the file stubborn', 'Removing the vm a']);
  expect(holds.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

it('needs nobody to be told, and has nothing to do for nothing', async () => {
  expect(await undoHeld([held(1, 'vm', 'c')], KINDS, context)).toEqual([]);
  expect(await undoHeld([], KINDS, context)).toEqual([]);
});
