import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { HoldKind } from '../../../src/context.ts';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { HELD_ITEM_UPLOAD } from '../../../src/upload/held-item-upload.ts';
import { uploadItem } from '../../../src/upload/upload-item.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';

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
