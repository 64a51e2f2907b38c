import { expect, it } from 'vitest';
import { HELD_ITEM_UPLOAD, removeUnfinished } from '../../../src/upload/held-item-upload.ts';
import { describeWorkingItem } from '../../../src/upload/working-item.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const owner = (run: string) => ({ run, host: 'h', kernel: '', pid: 7, started: '' });
const working = (run: string): string => describeWorkingItem(owner(run), new Date(0));

function library(description: string, updates: Readonly<Record<string, object>> = {}) {
  const rest = playedRest(({ resource, method, id }) => {
    if (!resource.endsWith('update-session')) return undefined;
    if (method !== 'GET') return null;
    return id === undefined ? Object.keys(updates) : updates[id];
  });
  rest.items.set('i-1', { library_id: 'l-1', name: 'ws', description, size: 0, cached: false, content: '' });
  rest.items.set('i-2', { library_id: 'l-1', name: 'other', description, size: 0, cached: false, content: '' });
  return rest;
}

it('removes the item of that name that is ours and not whole, with the session that is open for it', async () => {
  const rest = library(working('r1'), {
    u1: { state: 'ACTIVE', library_item_id: 'i-1' },
    u2: { state: 'ACTIVE', library_item_id: 'i-2' },
  });
  await removeUnfinished(rest, LIBRARY, 'ws', (run) => run === 'r1');
  expect([...rest.items.keys()]).toEqual(['i-2']);
  const changes = rest.bodies
    .filter(({ method }) => method !== 'GET')
    .map(({ method, action, id }) => [method, action, id]);
  expect(changes.filter(([, action]) => action !== 'find')).toEqual([
    ['POST', 'cancel', 'u1'],
    ['DELETE', undefined, 'u1'],
    ['DELETE', undefined, 'i-1'],
  ]);
});

it.each([
  ['of another run', working('r2')],
  ['that says a release', `x\nstillframe.release run=r1 ova=${'a'.repeat(64)} published=2026-11-28T12:00:00.000Z`],
  ['of somebody', 'by hand'],
])('leaves one %s', async (_what, description) => {
  const rest = library(description);
  await removeUnfinished(rest, LIBRARY, 'ws', (run) => run === 'r1');
  expect([...rest.items.keys()]).toEqual(['i-1', 'i-2']);
});

it('is held as an item that may be none, and says so', () => {
  const held = { ticket: playedRest().ticket(), library: LIBRARY, name: 'ws', run: 'r1' };
  expect(HELD_ITEM_UPLOAD.kind).toBe('upload-item');
  expect(HELD_ITEM_UPLOAD.what(held)).toBe('the item ws in golden, should it be one that is not whole');
});
