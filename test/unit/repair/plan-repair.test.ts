import { expect, it } from 'vitest';
import { readSystemLayout } from '../../../src/bcd/boot-store.ts';
import { readGpt } from '../../../src/disk/gpt/gpt.ts';
import { planRepair, type RepairPlan } from '../../../src/repair/plan-repair.ts';
import { resizedDisk } from '../disk/memory-disk.ts';
import { type SamplePartition, sampleDisk } from '../disk/sample-disk.ts';

const MIB = 2 ** 20;

async function planOf(
  order: readonly SamplePartition[],
  { extend = true, size = 256 * MIB, grownBy = 0 } = {},
): Promise<RepairPlan> {
  const disk = await resizedDisk(await sampleDisk({ order, size }), size + grownBy);
  return planRepair(await readSystemLayout(disk), await readGpt(disk), extend);
}

const kinds = ({ remove }: RepairPlan): string[] => remove.map(({ name }) => name);

it('grows Windows over the Recovery partition behind it and what follows, to a whole MiB before the backup table', async () => {
  const plan = await planOf(['esp', 'msr', 'windows', 'recovery']);
  expect(kinds(plan)).toEqual(['Recovery']);
  expect(plan).toMatchObject({ moveBackup: false, freedElsewhere: 0, windows: { type: 'windows' } });
  // ESP and MSR take 57 MiB with the first one; the last MiB has the backup table in it.
  expect(plan.growTo).toBe((256 - 57 - 1) * MIB);
});

it('grows nothing unless it is asked to', async () => {
  const plan = await planOf(['esp', 'msr', 'windows', 'recovery'], { extend: false });
  expect(plan.growTo).toBeUndefined();
  expect(kinds(plan)).toEqual(['Recovery']);
});

it('grows up to the next partition that stays', async () => {
  const plan = await planOf(['esp', 'msr', 'windows', 'recovery', 'data', 'secondRecovery']);
  expect(kinds(plan)).toEqual(['Recovery', 'Recovery 2']);
  expect(plan.growTo).toBe((64 + 20) * MIB);
  expect(plan.freedElsewhere).toBe(8 * MIB);
});

it('knows that a Recovery partition in front of Windows frees nothing behind it', async () => {
  const plan = await planOf(['recovery', 'esp', 'msr', 'windows'], { size: 142 * MIB });
  expect(plan.growTo).toBeUndefined();
  expect(plan.freedElsewhere).toBe(20 * MIB);
});

it('reckons with the end of a disk that was enlarged', async () => {
  const grown = await planOf(['esp', 'msr', 'windows'], { size: 122 * MIB, grownBy: 80 * MIB });
  expect(grown).toMatchObject({ moveBackup: true, remove: [] });
  expect(grown.growTo).toBe((122 + 80 - 57 - 1) * MIB);
  expect(await planOf(['esp', 'msr', 'windows'], { size: 122 * MIB, grownBy: 80 * MIB, extend: false })).toMatchObject({
    moveBackup: false,
  });
});

it('grows by one MiB, and not by less', async () => {
  expect((await planOf(['esp', 'msr', 'windows'], { size: 123 * MIB })).growTo).toBe(65 * MIB);
  expect((await planOf(['esp', 'msr', 'windows'], { size: 122 * MIB })).growTo).toBeUndefined();
});

it('has no Windows to grow on a disk without one', async () => {
  const plan = await planOf(['esp', 'msr', 'recovery']);
  expect(plan.windows).toBeUndefined();
  expect(plan).toMatchObject({ freedElsewhere: 20 * MIB });
});
