import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertPlanned } from '../../../../src/windows/attach/assert-planned.ts';
import type { SeenDisk } from '../../../../src/windows/attach/attached-disk.ts';
import type { ImagePlan } from '../../../../src/windows/plan/image-plan.ts';
import { fakeContext } from '../fake-context.ts';
import { recordedTools } from '../fake-tools.ts';
import { samplePlan, sampleRequest } from '../sample-plan.ts';

const PLAN = samplePlan();
const SEEN = seen(PLAN);

/** The disk as Windows sees it when it is the one of the plan. */
function seen({ diskGuid, disk, partitions }: ImagePlan): SeenDisk {
  return {
    guid: diskGuid,
    size: disk.size,
    partitions: partitions.map(({ guid, offset, size }, index) => ({
      ...{ number: index + 1, guid, offset, size, letter: undefined, volume: undefined },
    })),
    letters: [],
  };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-planned-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(...looks: readonly SeenDisk[]) {
  return checkAgainst(PLAN, looks);
}

async function checkAgainst(plan: ImagePlan, looks: readonly SeenDisk[]) {
  let asked = 0;
  const look = async (): Promise<SeenDisk> => looks[Math.min(asked++, looks.length - 1)] ?? SEEN;
  const disk = { number: 5, look, detach: async () => {} };
  const { signal } = fakeContext(folder, recordedTools());
  const numbers = await assertPlanned(disk, plan, signal, async () => {});
  return { numbers, asked };
}

describe('assertPlanned', () => {
  it('finds the partitions by what they are, whatever Windows numbers them', async () => {
    expect(await check(SEEN)).toEqual({ numbers: { esp: 1, windows: 3, recovery: undefined }, asked: 1 });
    const partitions = SEEN.partitions.map((partition) => ({ ...partition, number: 9 - partition.number }));
    expect((await check({ ...SEEN, partitions })).numbers).toEqual({ esp: 8, windows: 6, recovery: undefined });
  });

  it('finds a Recovery partition that was planned, and misses it', async () => {
    const plan = samplePlan({ disk: { ...sampleRequest().disk, recovery: 'last' } });
    const whole = seen(plan);
    expect((await checkAgainst(plan, [whole])).numbers).toEqual({ esp: 1, windows: 3, recovery: 4 });
    const without = { ...whole, partitions: whole.partitions.slice(0, 3) };
    await expect(checkAgainst(plan, [without])).rejects.toMatchObject({ code: 'layout-wrong' });
  });

  it('waits for partitions that come after their disk', async () => {
    const late = { ...SEEN, partitions: SEEN.partitions.slice(0, 2) };
    expect((await check({ ...SEEN, partitions: [] }, late, SEEN)).asked).toBe(3);
  });

  it.each<[string, SeenDisk]>([
    ['another disk', { ...SEEN, guid: '01234567-89ab-4def-8123-456789abcdef' }],
    ['a partition elsewhere', changed({ offset: 7 })],
    ['a partition of another size', changed({ size: 7 })],
    ['another partition', changed({ guid: 'x' })],
    [
      'a partition more',
      { ...SEEN, partitions: [...SEEN.partitions, ...changed({ number: 4, guid: 'x' }).partitions.slice(2)] },
    ],
    ['a disk whose partitions never come', { ...SEEN, partitions: [] }],
  ])('refuses %s before anything on it is touched', async (_, seen) => {
    await expect(check(seen)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringMatching(/^Disk 5, which Windows attached, is not the one that was made/) as string,
    });
  });
});

function changed(change: Partial<SeenDisk['partitions'][number]>): SeenDisk {
  return {
    ...SEEN,
    partitions: SEEN.partitions.map((partition, index) => (index === 2 ? { ...partition, ...change } : partition)),
  };
}
