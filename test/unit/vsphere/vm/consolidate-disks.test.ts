import { expect, it } from 'vitest';
import { consolidateDisks } from '../../../../src/vsphere/vm/consolidate-disks.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const needing = (needed: boolean) => ({
  type: 'VirtualMachine',
  properties: { 'runtime.consolidationNeeded': String(needed) },
});

function world(needed: boolean, answer: (objects: PlayedVsphere['objects']) => PlayedAnswer): PlayedVsphere {
  return playedVsphere(
    { 'vm-1': needing(needed) },
    { answers: { ConsolidateVMDisks_Task: ({ objects }) => answer(objects) } },
  );
}

it('does nothing where nothing is left', async () => {
  const session = world(false, () => undefined);
  await consolidateDisks(session, VM);
  expect([session.asked, session.said.info]).toEqual([[], []]);
});

it('merges what is left, and says so', async () => {
  const session = world(true, (objects) => void objects.set('vm-1', needing(false)));
  await consolidateDisks(session, VM);
  expect(session.asked).toEqual(['ConsolidateVMDisks_Task vm-1']);
  expect(session.said.info).toEqual([expect.stringContaining('consolidating those of vm-1') as string]);
});

it('fails where it stays, whatever the task says', async () => {
  await expect(
    consolidateDisks(
      world(true, () => undefined),
      VM,
    ),
  ).rejects.toMatchObject({
    code: 'vsphere-refused',
    message: expect.stringMatching(/^The disks of vm-1 need to be consolidated/) as string,
  });
  await expect(
    consolidateDisks(
      world(true, () => 'FileLocked'),
      VM,
    ),
  ).rejects.toMatchObject({ type: 'FileLocked' });
});
