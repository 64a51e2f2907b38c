/** Damaged boot stores: a repair removes the recovery sequence, leaves the store alone or says what is wrong with it. */

import { expect, test } from 'vitest';
import { partitionDevices } from '../../../src/bcd/bcd-devices.ts';
import { removeRecovery } from '../../../src/bcd/bcd-recovery.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { endsOnPurpose, FUZZ_RUNS, whileMutated } from '../disk/mutated-images.ts';
import { GUIDS } from '../disk/sample-disk.ts';
import { sampleStore } from './sample-store.ts';

test(
  'BCD: header, bin and cells',
  async () => {
    const store = sampleStore(GUIDS);
    const regions = [
      [0, 112],
      [4096, store.length],
    ] as const;
    let results = 0;
    for (let seed = 1; seed <= FUZZ_RUNS; seed++) {
      await whileMutated(store, regions, seed, async () => {
        const remove = async (): Promise<void> => {
          removeRecovery(store, 'BCD', [GUIDS.recovery]);
          partitionDevices(new Hive(store, 'BCD'));
        };
        if (await endsOnPurpose(seed, remove)) results++;
      });
    }
    expect(results).toBeGreaterThan(0);
    expect(results).toBeLessThan(FUZZ_RUNS);
    expect(removeRecovery(store, 'BCD', [GUIDS.recovery]).removed.sequences).not.toEqual([]);
  },
  60_000 + FUZZ_RUNS * 20,
);
