import { describe, expect, it } from 'vitest';
import {
  awaitItem,
  copyItem,
  deleteItem,
  describeItem,
  findLibrary,
  listItems,
} from '../../../../src/vsphere/library/library-items.ts';
import { RestRefused } from '../../../../src/vsphere/wire/rest.ts';
import { type PlayedItem, type PlayedRest, playedRest } from './played-rest.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const ITEM: PlayedItem = { library_id: 'l-1', name: 'ws', description: 'd', size: 7, cached: true, content: 'x' };

function withItem(rest: PlayedRest = playedRest(), item: Partial<PlayedItem> = {}): PlayedRest {
  rest.items.set('i-9', { ...ITEM, ...item });
  return rest;
}

describe('findLibrary', () => {
  it('finds a local one by its name', async () => {
    const rest = playedRest();
    expect(await findLibrary(rest, 'golden')).toEqual(LIBRARY);
    expect(rest.bodies[0]).toMatchObject({ parameter: 'spec', body: { name: 'golden' }, repeatable: true });
  });

  it('names the nearest, and all there are', async () => {
    const rest = playedRest();
    rest.libraries.set('l-2', { name: 'apps', type: 'LOCAL' });
    await expect(findLibrary(rest, 'goldn')).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'There is no content library goldn; did you mean golden?',
      hint: 'Set the input library to one of: apps, golden',
    });
    rest.libraries.clear();
    await expect(findLibrary(rest, 'x')).rejects.toMatchObject({
      message: 'There is no content library x',
      hint: 'Make a local content library first.',
    });
  });

  it('refuses two of one name, and a subscribed one', async () => {
    const rest = playedRest();
    rest.libraries.set('l-2', { name: 'golden', type: 'LOCAL' });
    await expect(findLibrary(rest, 'golden')).rejects.toMatchObject({ code: 'vsphere-ambiguous' });
    rest.libraries.delete('l-1');
    rest.libraries.set('l-2', { name: 'golden', type: 'SUBSCRIBED' });
    await expect(findLibrary(rest, 'golden')).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: 'The content library golden is subscribed: its items come from elsewhere',
    });
  });
});

describe('items', () => {
  it('are listed, all or those of a name, without what is gone meanwhile', async () => {
    const rest = withItem();
    const expected = { id: 'i-9', name: 'ws', description: 'd', type: '', size: 7, contentVersion: '', cached: true };
    expect(await listItems(rest, LIBRARY)).toEqual([expected]);
    expect(await listItems(rest, LIBRARY, 'ws')).toEqual([expected]);
    expect(await listItems(rest, LIBRARY, 'other')).toEqual([]);
    const vanishing = playedRest(({ action }) => (action === 'find' ? ['i-9'] : undefined));
    expect(await listItems(vanishing, LIBRARY)).toEqual([]);
    const bare = playedRest(({ action }) => (action === 'find' ? ['i-9'] : {}));
    expect(await listItems(bare, LIBRARY)).toEqual([
      { id: 'i-9', name: '', description: '', type: '', size: 0, contentVersion: '', cached: false },
    ]);
    const refused = new RestRefused('it', { type: 'unauthorized', text: '' }, 403);
    const hidden = playedRest(({ action }) => (action === 'find' ? ['i-9'] : refused));
    await expect(listItems(hidden, LIBRARY)).rejects.toBe(refused);
  });

  it('are copied once, with name and description', async () => {
    const rest = withItem();
    const id = await copyItem(rest, 'i-9', { library: LIBRARY, name: 'ws-1', description: 'half' });
    expect(rest.items.get(id)).toEqual({ ...ITEM, name: 'ws-1', description: 'half' });
    expect(rest.bodies[0]).toMatchObject({ parameter: 'destination_create_spec', repeatable: false });
  });

  it.each<[Partial<PlayedItem>, boolean]>([
    [{}, true],
    [{ size: 8 }, true],
    [{ size: 6 }, false],
    [{ cached: false }, false],
  ])('are whole when all files of that size are there: %j', async (item, whole) => {
    const { signal } = new AbortController();
    expect(await awaitItem(withItem(playedRest(), item), signal, 'i-9', { size: 7, timeout: 0 })).toBe(whole);
    expect(await awaitItem(playedRest(), signal, 'i-9', { size: 7, timeout: 0 })).toBe(false);
  });

  it('are described and deleted, where being gone is as good', async () => {
    const rest = withItem();
    await describeItem(rest, 'i-9', 'new');
    expect(rest.items.get('i-9')?.description).toBe('new');
    expect(rest.bodies[0]).toMatchObject({ method: 'PATCH', parameter: 'update_spec' });
    await deleteItem(rest, 'i-9');
    expect(rest.items.size).toBe(0);
    await deleteItem(rest, 'i-9');
    const held = withItem(playedRest(({ method }) => (method === 'DELETE' ? new Error('in use') : undefined)));
    await expect(deleteItem(held, 'i-9')).rejects.toThrow('in use');
  });
});
