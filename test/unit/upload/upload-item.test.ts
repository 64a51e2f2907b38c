import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HoldKind } from '../../../src/context.ts';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { HELD_ITEM_UPLOAD } from '../../../src/upload/held-item-upload.ts';
import { lookForItem, uploadItem } from '../../../src/upload/upload-item.ts';
import { describeWorkingItem } from '../../../src/upload/working-item.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { PLAYED_NOW, playedVsphere } from '../vsphere/played-vsphere.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const ITEM = 'content/library/item';

it('has the item that was just being made when the run was cancelled there to be put away, and sends nothing into it', async () => {
  const run = new AbortController();
  const rest = playedRest(async ({ resource, action, method }) => {
    if (resource !== ITEM || action !== undefined || method !== 'POST') return;
    run.abort(new Error('cancelled'));
    await setTimeout(20);
  }, run.signal);
  const held: [unknown, unknown][] = [];
  let settled = false;
  const hold = (kind: HoldKind<never>, ticket: unknown): (() => void) => {
    held.push([kind, ticket]);
    return () => {
      settled = true;
    };
  };
  const uploading = uploadItem(
    playedVsphere({}, { signal: run.signal }),
    rest,
    {} as OvaPackage,
    {
      library: LIBRARY,
      name: 'ws',
      me: { run: 'r1', host: 'here', kernel: '', pid: 7, started: '' },
      release: { run: '1', ova: 'ab'.repeat(32), published: new Date('2026-11-28T12:00:00Z') },
      onProgress: () => () => {},
      current: undefined,
    },
    { hold: hold as never },
  );
  await expect(uploading).rejects.toThrow('cancelled');
  expect(held).toEqual([
    [
      HELD_ITEM_UPLOAD,
      { ticket: { server: 's', tls: {}, style: 'api', token: 't' }, library: LIBRARY, name: 'ws', run: 'r1' },
    ],
  ]);
  expect(settled).toBe(false);
  expect(rest.asked).toEqual([`POST ${ITEM}`]);
  expect([...rest.items.values()].map(({ name }) => name)).toEqual(['ws']);
});

describe('lookForItem', () => {
  const me = { run: 'me', host: 'here', kernel: '', pid: 7, started: '' };
  const other = { ...me, run: 'r9', host: 'elsewhere' };
  const release = `x\nstillframe.release run=r1 ova=${'a'.repeat(64)} published=2026-11-28T12:00:00.000Z`;
  const look = async (description?: string) => {
    const rest = playedRest(({ resource }) => (resource.endsWith('update-session') ? [] : undefined));
    const item = { library_id: 'l-1', name: 'ws', size: 0, cached: false, content: '' };
    if (description !== undefined) rest.items.set('i-1', { ...item, description });
    const session = playedVsphere({});
    const found = lookForItem(session, rest, { library: LIBRARY, name: 'ws', me });
    await found.catch(() => undefined);
    return { found, rest, session };
  };

  it('finds none, or the one that a release made', async () => {
    expect(await (await look()).found).toBeUndefined();
    const { found, rest } = await look(release);
    expect(await found).toMatchObject({ id: 'i-1', name: 'ws' });
    expect(rest.items.size).toBe(1);
  });

  it('refuses one that somebody else made', async () => {
    const { found, rest } = await look('by hand');
    await expect(found).rejects.toMatchObject({ code: 'vsphere-exists' });
    expect(rest.items.size).toBe(1);
  });

  it('leaves one to the run that is at it', async () => {
    const { found, rest } = await look(describeWorkingItem(other, PLAYED_NOW));
    await expect(found).rejects.toMatchObject({
      code: 'vsphere-busy',
      message: expect.stringMatching(/^Another run is at it: the item ws of golden belongs to run r9 /) as string,
      hint: expect.stringContaining('ten minutes after it was last heard of') as string,
    });
    expect(rest.items.size).toBe(1);
  });

  it('removes what an ended run has left unfinished, and says so', async () => {
    const { found, rest, session } = await look(describeWorkingItem(other, new Date(PLAYED_NOW.getTime() - 660_000)));
    expect(await found).toBeUndefined();
    expect(rest.items.size).toBe(0);
    expect(session.said.info).toEqual(['Removing the item ws of golden, which an earlier run did not finish']);
  });
});
