import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type ItemPublication, lookAtItem, publishItem } from '../../../src/publish/publish-item.ts';
import { announceItemRelease, describeItemRelease } from '../../../src/vsphere/library/item-release.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import type { RestCall } from '../../../src/vsphere/wire/rest-style.ts';
import { type PlayedRest, playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere, ref } from '../vsphere/played-vsphere.ts';

const OVA = 'ab'.repeat(32);
const release = (run: string, day = 1) => ({ run, ova: OVA, published: new Date(`2026-11-0${day}T00:00:00Z`) });
const publication = (run: string, day: number, more: Partial<ItemPublication> = {}): ItemPublication => ({
  vm: ref('VirtualMachine', `vm-${run}`),
  disks: 0,
  library: 'golden',
  name: 'ws',
  notes: 'Notes',
  keep: 1,
  release: release(run, day),
  ...more,
});
const HOLD = { hold: () => () => {} };
const publish = (rest: PlayedRest, run: string, day: number, more: Partial<ItemPublication> = {}) =>
  publishItem(playedVsphere({}), rest, publication(run, day, more), HOLD);
const names = ({ items }: PlayedRest): string[] =>
  [...items.values()].map(({ name, content }) => `${name} ${content}`).sort((a, b) => (a < b ? -1 : 1));

describe('publishItem', () => {
  it('makes the item, then updates it in place, each older one aside as long as it is to be kept', async () => {
    const rest = playedRest();
    expect(await publish(rest, '1', 1)).toEqual({ item: 'i-1', replaced: [], removed: [] });
    expect(rest.items.get('i-1')?.description).toBe(describeItemRelease('Notes', release('1', 1)));
    expect(await publish(rest, '2', 2)).toEqual({
      item: 'i-1',
      replaced: [{ vm: 'i-2', name: 'ws-1' }],
      removed: [],
    });
    expect(names(rest)).toEqual(['ws vm-2', 'ws-1 vm-1']);
    expect(rest.items.get('i-1')?.description).toBe(describeItemRelease('Notes', release('2', 2)));
    expect(rest.items.get('i-2')?.description).toBe(describeItemRelease('Notes', release('1', 1)));
    expect((await publish(rest, '3', 3)).removed).toEqual([{ vm: 'i-2', name: 'ws-1' }]);
    expect(names(rest)).toEqual(['ws vm-3', 'ws-2 vm-2']);
    expect((await publish(rest, '4', 4, { keep: 0 })).replaced).toEqual([]);
    expect(names(rest)).toEqual(['ws vm-4']);
  });

  it('asks the server for an item that bears the mark of its release from its first moment, and says what it does', async () => {
    const rest = playedRest(({ resource, body }) => {
      if (resource === 'vcenter/ovf/library-item') asked.push(body);
      return undefined;
    });
    const asked: unknown[] = [];
    const session = playedVsphere({});
    await publishItem(session, rest, publication('1', 1), HOLD);
    await publishItem(session, rest, publication('2', 2), HOLD);
    await publishItem(session, rest, publication('3', 3), HOLD);
    expect(asked).toMatchObject([
      { create_spec: { name: 'ws', description: describeItemRelease('Notes', release('1', 1)) } },
      { create_spec: { name: 'ws', description: describeItemRelease('Notes', release('2', 2)) } },
      { create_spec: { name: 'ws', description: describeItemRelease('Notes', release('3', 3)) } },
    ]);
    expect(session.said.info).toEqual([
      'Making the item ws of the content library golden',
      'The item ws (i-1) of the library golden is published',
      'Copying the item ws aside, as ws-1',
      'Updating the item ws of the content library golden',
      'The item ws (i-1) of the library golden is published',
      'Copying the item ws aside, as ws-2',
      'Updating the item ws of the content library golden',
      'The item ws (i-1) of the library golden is published',
      'Removed the item ws-1: 1 older release is kept',
    ]);
  });

  it('copies aside before it touches the item', async () => {
    const rest = playedRest();
    await publish(rest, '1', 1);
    rest.asked.length = 0;
    await publish(rest, '2', 2);
    const changes = rest.asked.filter((call) => !/ find|^GET/.test(call));
    expect(changes).toEqual([
      'POST content/library/item copy i-1',
      'PATCH content/library/item i-2',
      'POST vcenter/ovf/library-item',
      'PATCH content/library/item i-1',
    ]);
  });

  it('repeated by the same run copies nothing aside', async () => {
    const rest = playedRest();
    await publish(rest, '1', 1);
    await publish(rest, '1', 1);
    expect(names(rest)).toEqual(['ws vm-1']);
  });

  it('goes on after an interrupted run: a whole copy stays, one that is not is made anew', async () => {
    const rest = playedRest();
    await publish(rest, '1', 1);
    const old = rest.items.get('i-1');
    if (!old) throw new Error('no item');
    // Killed after the content was replaced, before it was described.
    rest.items.set('whole', { ...old, name: 'ws-1' });
    rest.items.set('i-1', { ...old, content: 'vm-2' });
    expect((await publish(rest, '2', 2)).replaced).toEqual([{ vm: 'whole', name: 'ws-1' }]);
    expect(names(rest)).toEqual(['ws vm-2', 'ws-1 vm-1']);

    rest.items.set('half', {
      ...old,
      name: 'ws-2',
      content: 'half',
      description: 'A copy by Stillframe that is not whole yet.',
    });
    await publish(rest, '3', 3, { keep: 5 });
    expect(names(rest)).toEqual(['ws vm-3', 'ws-1 vm-1', 'ws-2 vm-2']);
  });

  it('replaces nothing that no release made', async () => {
    const rest = playedRest();
    await publish(rest, '1', 1);
    const old = rest.items.get('i-1');
    if (!old) throw new Error('no item');
    rest.items.set('foreign', { ...old, name: 'ws-1', description: 'mine' });
    await expect(publish(rest, '2', 2)).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: expect.stringContaining('an item ws-1 that no release made') as string,
    });
    rest.items.set('i-1', { ...old, description: 'by hand' });
    await expect(publish(rest, '2', 2)).rejects.toMatchObject({
      code: 'vsphere-exists',
      message: expect.stringContaining('has an item ws that no release made') as string,
    });
    expect(names(rest)).toEqual(['ws vm-1', 'ws-1 vm-1']);
  });

  it('removes the oldest by when they were published, in whatever order the server lists them', async () => {
    const rest = playedRest();
    await publish(rest, '4', 4);
    const now = rest.items.get('i-1');
    if (!now) throw new Error('no item');
    for (const day of [2, 3, 1]) {
      rest.items.set(`old-${day}`, {
        ...now,
        name: `ws-${day}`,
        description: describeItemRelease('Notes', release(`${day}`, day)),
      });
    }
    expect((await publish(rest, '5', 5, { keep: 2 })).removed).toEqual([
      { vm: 'old-1', name: 'ws-1' },
      { vm: 'old-2', name: 'ws-2' },
    ]);
  });

  it('a cancel ends the removing of old ones, and is not told as one that could not be removed', async () => {
    const ended = new AbortController();
    const rest = playedRest(({ method }) => {
      if (method !== 'DELETE') return undefined;
      ended.abort(new Error('cancelled'));
      return new Error('gone');
    });
    await publish(rest, '1', 1);
    await publish(rest, '2', 2);
    const session = playedVsphere({}, { signal: ended.signal });
    await expect(publishItem(session, rest, publication('3', 3, { keep: 0 }), HOLD)).rejects.toThrow('cancelled');
    expect(session.said.warning).toEqual([]);
  });

  it('leaves alone what only looks like an older one, and tells what cannot be removed', async () => {
    const rest = playedRest(({ method }) => (method === 'DELETE' ? new Error('in use') : undefined));
    await publish(rest, '1', 1);
    const old = rest.items.get('i-1');
    if (!old) throw new Error('no item');
    rest.items.set('other', { ...old, name: 'ws-9' });
    rest.items.set('notes', { ...old, name: 'ws-1-notes', description: 'mine' });
    const session = playedVsphere({});
    await publishItem(session, rest, publication('2', 2), HOLD);
    const last = await publishItem(session, rest, publication('3', 3), HOLD);
    expect(last.removed).toEqual([]);
    expect(session.said.warning).toEqual(['The item ws-1 could not be removed: Error: in use']);
    expect(names(rest)).toEqual(['ws vm-3', 'ws-1 vm-1', 'ws-1-notes vm-1', 'ws-2 vm-2', 'ws-9 vm-1']);
  });
});

describe('a copy aside whose answer is lost', () => {
  const lost = (taken: boolean) => new PassingError('vsphere-unreachable', 'gone', 'wait', { taken });
  const asksForCopy = ({ action }: RestCall): boolean => action === 'copy';

  it('is found by its name, and not asked for twice', async () => {
    const rest = playedRest((call, { items }) => {
      const item = items.get('i-1');
      if (!asksForCopy(call) || !item) return undefined;
      items.set('made', { ...item, ...(call.body as object) });
      return lost(true);
    });
    await publish(rest, '1', 1);
    expect((await publish(rest, '2', 2)).replaced).toEqual([{ vm: 'made', name: 'ws-1' }]);
    expect(rest.asked.filter((call) => call.includes('copy'))).toHaveLength(1);
    expect(names(rest)).toEqual(['ws vm-2', 'ws-1 vm-1']);
  });

  it('is there to be put away when the run is cancelled while it begins', async () => {
    const run = new AbortController();
    const rest = playedRest(async (call) => {
      if (!asksForCopy(call)) return;
      run.abort(new Error('cancelled'));
      await setTimeout(20);
    }, run.signal);
    await publish(rest, '1', 1);
    const cancelled = publishItem(playedVsphere({}, { signal: run.signal }), rest, publication('2', 2), HOLD);
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(names(rest)).toEqual(['ws vm-1', 'ws-1 vm-1']);
  });

  it('is asked for again where there is none, and only where nobody knows what came of it', async () => {
    let asked = 0;
    const rest = playedRest((call) => (asksForCopy(call) && ++asked === 1 ? lost(true) : undefined));
    await publish(rest, '1', 1);
    await publish(rest, '2', 2);
    expect([asked, names(rest)]).toEqual([2, ['ws vm-2', 'ws-1 vm-1']]);
    const refused = playedRest((call) => (asksForCopy(call) ? new Error('refused') : undefined));
    await publish(refused, '1', 1);
    await expect(publish(refused, '2', 2)).rejects.toThrow('refused');
    expect(refused.asked.filter((call) => call.includes('copy'))).toHaveLength(1);
  });
});

describe('the description of an item whose content is replaced', () => {
  /** Published by run 1, by a server that counts contents. */
  async function published(meets: Parameters<typeof playedRest>[0] = () => undefined): Promise<PlayedRest> {
    const rest = playedRest(meets);
    await publish(rest, '1', 1);
    const made = rest.items.get('i-1');
    if (made) rest.items.set('i-1', { ...made, content_version: '1' });
    return rest;
  }
  const FIRST = describeItemRelease('Notes', release('1', 1));
  const now = (rest: PlayedRest): string | undefined => rest.items.get('i-1')?.description;
  const isUpdate = ({ resource, body }: RestCall): boolean =>
    resource === 'vcenter/ovf/library-item' && JSON.stringify(body).includes('library_item_id');

  it('is true while that is under way, and final afterwards', async () => {
    let during: string | undefined;
    const rest = await published((call, { items }) => {
      if (isUpdate(call)) during = items.get('i-1')?.description;
      return undefined;
    });
    await publish(rest, '2', 2);
    expect(during).toBe(announceItemRelease(FIRST, '1', release('2', 2)));
    expect(now(rest)).toBe(describeItemRelease('Notes', release('2', 2)));
    expect([...rest.items.values()].find(({ name }) => name === 'ws-1')?.description).toBe(FIRST);
  });

  it('is what it was where the server refuses', async () => {
    const rest = await published((call) => (isUpdate(call) ? new Error('no room') : undefined));
    await expect(publish(rest, '2', 2)).rejects.toThrow('no room');
    expect(now(rest)).toBe(FIRST);
  });

  it('stays as announced after a cancel, when nobody knows what comes of it', async () => {
    const run = new AbortController();
    const rest = await published((call) => {
      if (!isUpdate(call)) return undefined;
      run.abort(new Error('cancelled'));
      return run.signal.reason;
    });
    const session = playedVsphere({}, { signal: run.signal });
    await expect(publishItem(session, rest, publication('2', 2), HOLD)).rejects.toThrow('cancelled');
    expect(now(rest)).toBe(announceItemRelease(FIRST, '1', release('2', 2)));
    expect(session.said.warning).toEqual([
      expect.stringMatching(/^The server may still be at the content of the item ws/),
    ]);
  });

  it('is left to somebody else who was quicker', async () => {
    const rest = await published((call, { items }) => {
      const item = items.get('i-1');
      if (!isUpdate(call) || !item) return undefined;
      items.set('i-1', { ...item, content_version: '2', description: 'theirs' });
      return new Error('busy');
    });
    await expect(publish(rest, '2', 2)).rejects.toThrow('busy');
    expect(now(rest)).toBe('theirs');
  });

  it('is settled by the next run, whatever came of an interrupted one', async () => {
    for (const [version, aside] of [
      ['1', 'ws-1'],
      ['2', 'ws-2'],
    ]) {
      const rest = await published();
      const item = rest.items.get('i-1');
      const description = announceItemRelease(FIRST, '1', release('2', 2));
      if (item && version) rest.items.set('i-1', { ...item, description, content_version: version });
      expect((await publish(rest, '3', 3)).replaced).toEqual([{ vm: 'i-2', name: aside }]);
      expect(now(rest)).toBe(describeItemRelease('Notes', release('3', 3)));
      const copy = describeItemRelease('Notes', version === '1' ? release('1', 1) : release('2', 2));
      expect(rest.items.get('i-2')?.description).toBe(copy);
    }
  });

  it('says that it is published once it is, and holds the copy until it is whole', async () => {
    const rest = await published();
    const session = playedVsphere({});
    const held: unknown[] = [];
    await publishItem(session, rest, publication('2', 2), {
      hold: (kind, data) => {
        held.push([kind.kind, data]);
        return () => held.push(rest.items.get('i-2')?.description);
      },
    });
    const library = { id: 'l-1', name: 'golden' };
    expect(held).toEqual([['publication-item-copy', { ticket: rest.ticket(), library, name: 'ws-1' }], FIRST]);
    expect(session.said.info).toContain('The item ws (i-1) of the library golden is published');
  });
});

it('lookAtItem changes nothing', async () => {
  const rest = playedRest();
  expect(await lookAtItem(rest, { library: 'golden', name: 'ws' })).toEqual({
    library: { id: 'l-1', name: 'golden' },
    current: undefined,
  });
  expect(rest.asked.filter((call) => /PATCH|DELETE|copy|ovf/.test(call))).toEqual([]);
});
