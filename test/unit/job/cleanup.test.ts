import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HoldKind, UndoContext } from '../../../src/context.ts';
import { type Cleanup, createCleanup } from '../../../src/job/cleanup.ts';
import { createHeldRecord, type HeldRecord } from '../../../src/job/held-record.ts';
import { undoHeld } from '../../../src/job/undo-held.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';

let work = '';
let undone: string[];
let record: HeldRecord;
let cleanup: Cleanup;
const THING: HoldKind<{ name: string }> = {
  kind: 'thing',
  what: ({ name }) => `the thing ${name}`,
  undo: async ({ name }) => {
    if (name === 'stubborn') throw new Error('it stays');
    undone.push(name);
  },
};
const said: string[] = [];
const context = {
  log: { info: (text: string) => said.push(text), warning: () => {}, debug: () => {} },
  signal: new AbortController().signal,
} as unknown as UndoContext;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-cleanup-'));
  undone = [];
  said.length = 0;
  record = createHeldRecord(work, { action: 'x', owner: thisProcess() });
  cleanup = createCleanup(record, [THING as HoldKind<never>]);
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

it('undoes the newest first, each once, and not what was released', async () => {
  cleanup.hold(THING, { name: 'a' });
  const release = cleanup.hold(THING, { name: 'b' });
  cleanup.onCleanup('c', async () => {
    undone.push('c');
  });
  cleanup.hold(THING, { name: 'd' }, async () => {
    undone.push('d by what is open');
  });
  release();
  release();
  expect(record.content().holds.map(({ id }) => id)).toEqual([1, 3]);
  expect(await cleanup.run(context)).toEqual([]);
  expect(undone).toEqual(['d by what is open', 'c', 'a']);
  expect(said).toEqual(['Removing the thing d', 'Removing c', 'Removing the thing a']);
  expect(record.content().holds).toEqual([]);
  expect(await cleanup.run(context)).toEqual([]);
});

it('undoes each by its own kind, and by what is open only what was opened', async () => {
  const other: HoldKind<{ name: string }> = {
    ...THING,
    kind: 'other',
    undo: async ({ name }) => {
      undone.push(`other ${name}`);
    },
  };
  const kinds = [THING, other] as readonly HoldKind<never>[];
  const both = createCleanup(record, kinds);
  both.hold(THING, { name: 'a' }, async () => {
    undone.push('a by what is open');
  });
  both.hold(other, { name: 'b' }, async () => {
    undone.push('b by what is open');
  });
  both.hold(other, { name: 'c' });
  expect(await both.run(context)).toEqual([]);
  expect(undone).toEqual(['other c', 'b by what is open', 'a by what is open']);
});

it('goes on when something cannot be undone, says what remains, and keeps it in the record', async () => {
  cleanup.hold(THING, { name: 'a' });
  cleanup.hold(THING, { name: 'stubborn' });
  cleanup.onCleanup('the rest', () => Promise.reject(new Error('no')));
  expect(await cleanup.run(context)).toEqual(['the rest: no', 'the thing stubborn: it stays']);
  expect(undone).toEqual(['a']);
  expect(record.content().holds).toMatchObject([{ data: { name: 'stubborn' } }]);
});

it('holds nothing that a post step could not undo', () => {
  expect(() => cleanup.hold({ ...THING, kind: 'other' }, { name: 'a' })).toThrow(
    'does not declare that it holds other',
  );
  expect(record.content().holds).toEqual([]);
});

it('names a kind of another version', async () => {
  const remains = await undoHeld([{ id: 1, kind: 'newer', data: {} }], [THING as HoldKind<never>], context);
  expect(remains).toEqual(['something of the kind "newer", which this version cannot undo']);
});
