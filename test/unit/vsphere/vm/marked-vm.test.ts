import { expect, it } from 'vitest';
import { readReleaseMark, renewCandidate } from '../../../../src/vsphere/vm/marked-vm.ts';
import { CANDIDATE_LIFE, formatReleaseMark, RELEASE_KEY } from '../../../../src/vsphere/vm/release-mark.ts';
import { PLAYED_NOW, playedVsphere, ref, settings } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const HOUR = 3_600_000;
const until = (hours: number): Date => new Date(PLAYED_NOW.getTime() + CANDIDATE_LIFE - hours * HOUR);
const mark = (expires: Date) => ({ name: 'ws', run: '1', ova: '0'.repeat(64), expires });

it('keeps a candidate for a week from now', async () => {
  const session = playedVsphere({});
  await renewCandidate(session, VM, mark(until(13)));
  expect(session.asked).toHaveLength(1);
  expect(session.asked[0]).toContain(`<key>${RELEASE_KEY}</key>`);
  expect(session.asked[0]).toContain(formatReleaseMark(mark(until(0))));
});

it('changes nothing where that was done lately: what was proven of it stays proven', async () => {
  const session = playedVsphere({});
  await renewCandidate(session, VM, mark(until(11)));
  expect(session.asked).toEqual([]);
});

it('says until when it stays where its settings cannot be changed', async () => {
  const session = playedVsphere({}, { answers: { ReconfigVM_Task: () => 'NotSupported' } });
  await renewCandidate(session, VM, mark(until(100)));
  expect(session.said.warning[0]).toContain(`stays a candidate until ${until(100).toISOString()} only`);
});

it('reads the mark of a VM, and none where there is none', async () => {
  const written = settings({ [RELEASE_KEY]: formatReleaseMark(mark(until(0))) });
  const session = playedVsphere({
    'vm-1': { type: 'VirtualMachine', properties: { 'config.extraConfig': written } },
    'vm-2': { type: 'VirtualMachine', properties: { 'config.extraConfig': settings({ [RELEASE_KEY]: 'x' }) } },
    'vm-3': { type: 'VirtualMachine' },
  });
  expect(await readReleaseMark(session, VM)).toEqual(mark(until(0)));
  for (const id of ['vm-2', 'vm-3', 'gone']) {
    expect(await readReleaseMark(session, ref('VirtualMachine', id))).toBeUndefined();
  }
});
