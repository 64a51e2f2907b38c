import { expect, it } from 'vitest';
import { clearCandidates } from '../../../src/upload/candidates.ts';
import { formatReleaseMark, RELEASE_KEY } from '../../../src/vsphere/vm/release-mark.ts';
import { type FakeVm, NOW, vmSession } from '../vsphere/vm-session.ts';

const OVA = '0'.repeat(64);

/** @param seconds from now on that it is somebody's */
function candidate(name: string, run: string, seconds: number, of = 'ws'): FakeVm {
  const expires = new Date(NOW.getTime() + seconds * 1000);
  return { name, extraConfig: { [RELEASE_KEY]: formatReleaseMark({ name: of, run, ova: OVA, expires }) } };
}

async function clear(vms: Record<string, FakeVm>, gone?: string) {
  const session = vmSession(vms);
  const here = Object.entries(vms).map(([value, { name }]) => ({
    moref: { type: 'VirtualMachine', value },
    name,
    path: `/DC/vm/${name}`,
    codedPath: `/DC/vm/${name}`,
    properties: new Map(),
  }));
  if (gone !== undefined) session.vms.delete(gone);
  await clearCandidates(session, here, { name: 'ws', run: '2' });
  return { left: [...session.vms.keys()], warnings: session.warnings };
}

it('removes that of an earlier attempt, however long it would be kept, and what has expired', async () => {
  const { left, warnings } = await clear({
    own: candidate('ws.candidate-2', '2', 999),
    expired: candidate('ws.candidate-1', '1', 0),
    fresh: candidate('ws.candidate-3', '3', 1),
  });
  expect([left, warnings]).toEqual([['fresh'], []]);
});

it('leaves alone what somebody has cloned of one, with its mark', async () => {
  const { left, warnings } = await clear({
    clone: candidate('ws.candidate-keep', '1', -9),
    own: candidate('ws.candidate-mine', '2', 999),
  });
  expect(left).toEqual(['clone', 'own']);
  expect(warnings).toHaveLength(2);
});

it('leaves alone what only is called like one', async () => {
  const { left, warnings } = await clear({
    unmarked: { name: 'ws.candidate-2' },
    another: candidate('ws.candidate-9', '2', -9, 'ws2'),
    published: candidate('ws', '2', -9),
    previous: candidate('ws.previous-2', '2', -9),
  });
  expect(left).toEqual(['unmarked', 'another', 'published', 'previous']);
  expect(warnings).toEqual([
    '/DC/vm/ws.candidate-2 is called like a candidate, but does not say of what: it is left alone. Remove it by hand when nobody needs it.',
    '/DC/vm/ws.candidate-9 is called like a candidate, but does not say of what: it is left alone. Remove it by hand when nobody needs it.',
  ]);
});
