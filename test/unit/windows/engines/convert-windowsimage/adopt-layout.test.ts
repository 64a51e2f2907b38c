import { describe, expect, it } from 'vitest';
import { composedDisk } from '../../../../../src/disk/composed-disk.ts';
import { buildGpt, type PlacedPartition } from '../../../../../src/disk/gpt/gpt-writer.ts';
import { RECOVERY_TYPE } from '../../../../../src/disk/gpt/partition-types.ts';
import { adoptLayout } from '../../../../../src/windows/engines/convert-windowsimage/adopt-layout.ts';
import { samplePlan } from '../../sample-plan.ts';

const MIB = 2 ** 20;
const PLAN = samplePlan();
/** As the module lays out: other sizes, other identifiers. */
const MODULE = samplePlan({ disk: { ...PLAN.disk, esp: 200 * MIB, msr: 128 * MIB } });

function disk(
  change: (partitions: readonly PlacedPartition[]) => readonly PlacedPartition[] = (same) => same,
  size = PLAN.disk.size,
) {
  const table = buildGpt({ diskSize: size, diskGuid: MODULE.diskGuid, partitions: change(MODULE.partitions) });
  return composedDisk(size, table, 'x.vhd');
}

describe('adoptLayout', () => {
  it('takes sizes and identifiers from the disk, and leaves the rest of the plan', async () => {
    const adopted = await adoptLayout(PLAN, disk());
    expect(adopted.diskGuid).toBe(MODULE.diskGuid);
    expect(adopted.partitions).toEqual(
      MODULE.partitions.map((partition) => ({ ...partition, attributes: partition.attributes ?? 0n })),
    );
    expect([adopted.esp, adopted.windows]).toEqual([adopted.partitions[0], adopted.partitions[2]]);
    expect(adopted.disk).toEqual(MODULE.disk);
    expect({ ...adopted, ...PLAN }).toEqual(PLAN);
  });

  it.each([
    [
      'a Recovery partition',
      disk((all) => all.map((one, index) => (index === 2 ? { ...one, typeGuid: RECOVERY_TYPE } : one))),
      'partitions of the types',
    ],
    ['no MSR', disk((all) => all.filter((_, index) => index !== 1)), 'partitions of the types'],
    [
      'a protected partition',
      disk((all) => all.map((one, index) => (index === 2 ? { ...one, attributes: 1n } : one))),
      'partition 3 is protected',
    ],
    ['another size', disk((all) => all, PLAN.disk.size + MIB), `planned were ${PLAN.disk.size}`],
  ])('refuses a disk with %s', async (_, made, message) => {
    await expect(adoptLayout(PLAN, made)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message) as string,
    });
  });
});
