import { expect, it } from 'vitest';
import { assertUnchanged } from '../../../src/publish/assert-unchanged.ts';
import { formatBakeMark } from '../../../src/vsphere/vm/bake-mark.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import { playedVsphere, ref, xml } from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const PROOF = { verdict: 'application', writers: [], at: '2026-11-28T12:00:00.000Z', changeVersion: '7' } as const;

function check(
  { version = '7', event = '', extra = {} }: { version?: string; event?: string; extra?: Record<string, string> },
  proof: Parameters<typeof assertUnchanged>[3] = PROOF,
): Promise<void> {
  const session = playedVsphere(
    { 'vm-1': { type: 'VirtualMachine', properties: version === '' ? {} : { 'config.changeVersion': version } } },
    { answers: { QueryEvents: () => xml(event) } },
  );
  const facts = { moref: VM, extraConfig: new Map(Object.entries(extra)) } as unknown as VmFacts;
  return assertUnchanged(session, '/DC/vm/c', facts, proof);
}
const STARTED = '<returnval xsi:type="VmPoweredOnEvent"><createdTime>2026-11-28T12:00:01Z</createdTime></returnval>';

it('takes a candidate that is as it was proven', async () => {
  await check({});
  await check({ extra: { 'stillframe.first-boot': 'baked' } });
});

it('does not compare settings of a VM that was started itself, nor of one whose publication was interrupted', async () => {
  const { changeVersion: _, ...itself } = PROOF;
  await check({ version: '8' }, itself);
  await check({ version: '8', extra: { 'stillframe.published': '2026-11-28' } });
});

it('refuses one that was started between its bake and the proof on a copy of it', async () => {
  const at = (ended: string) => ({ 'stillframe.bake': formatBakeMark({ started: ended, cards: [], ended }) });
  const between = STARTED.replace('12:00:01Z', '11:30:00Z');
  await expect(check({ event: between, extra: at('2026-11-28T11:00:00.000Z') })).rejects.toMatchObject({
    code: 'not-proven',
    message:
      '/DC/vm/c was started after it was baked (2026-11-28T11:00:00.000Z), so that its clones would not be of what was baked',
  });
  await check({ event: between, extra: at('2026-11-28T11:45:00.000Z') });
  await check({ event: between, extra: { 'stillframe.bake': 'nonsense' } });
  const { changeVersion: _, ...itself } = PROOF;
  await check({ event: between, extra: at('2026-11-28T11:00:00.000Z') }, itself);
});

it.each([
  ['was started after its proof', { event: STARTED }],
  ['was started after its proof', { event: STARTED, extra: { 'stillframe.published': '2026-11-28' } }],
  ['were changed after its proof of 2026-11-28T12:00:00.000Z (change 7, now 8)', { version: '8' }],
  ['(change 7, now unknown)', { version: '' }],
  ['The first boot of /DC/vm/c failed', { extra: { 'stillframe.first-boot': 'failed' } }],
])('refuses what %s', async (message, scene) => {
  await expect(check(scene)).rejects.toMatchObject({
    code: 'not-proven',
    message: expect.stringContaining(message) as string,
  });
});
