import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findRecovery } from '../../../src/bcd/bcd-recovery.ts';
import type { Context } from '../../../src/context.ts';
import type { Disk, WritableDisk } from '../../../src/disk/disk.ts';
import { openFatVolume } from '../../../src/disk/fat/fat-volume.ts';
import { readGpt } from '../../../src/disk/gpt/gpt.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { overlayDisk } from '../../../src/disk/overlay-disk.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { repairDisk } from '../../../src/repair/repair-disk.ts';
import { GUIDS, type SamplePartition, sampleDisk } from '../disk/sample-disk.ts';

const silent = {
  info: () => {},
  warning: () => {},
  debug: () => {},
  group: (_: string, body: () => Promise<never>) => body(),
};
const context: Pick<Context, 'tools' | 'temp' | 'signal' | 'log'> = {
  log: silent,
  temp: '/nonexistent',
  signal: new AbortController().signal,
  tools: {
    has: async () => false,
    find: () => Promise.reject(new Error('no tools')),
    run: () => Promise.reject(new Error('no tools')),
  },
};

async function hash(disk: Disk, offset: number, size: number): Promise<string> {
  return createHash('sha256')
    .update(await disk.read(offset, size))
    .digest('hex');
}

async function bootStore(disk: Disk): Promise<Hive> {
  const esp = (await readLayout(disk)).partitions.find(({ type }) => type === 'esp');
  const volume = await openFatVolume(disk, esp?.offset ?? 0, esp?.size ?? 0);
  const file = await volume.find('/EFI/Microsoft/Boot/BCD');
  if (!file) throw new Error('the boot store is gone');
  return new Hive(await volume.readFile(file, 2 ** 20), 'BCD');
}

describe('repairDisk', () => {
  it.each<readonly SamplePartition[][]>([
    [['recovery', 'esp', 'msr', 'windows']],
    [['esp', 'msr', 'windows', 'recovery']],
    [['esp', 'recovery', 'msr', 'windows', 'secondRecovery']],
  ])('removes every Recovery partition of %j and touches no other', async (order) => {
    const disk = await sampleDisk({ order });
    const { partitions } = await readLayout(disk);
    const others = partitions.filter(({ type }) => type !== 'recovery' && type !== 'esp');
    const hashes = await Promise.all(others.map(({ offset, size }) => hash(disk, offset, size)));
    const repair = await repairDisk(disk, false, context);
    expect(repair).toMatchObject({ changed: true, findings: [], bootStores: ['/EFI/Microsoft/Boot/BCD'] });
    expect(repair.before.partitions).toEqual(partitions);
    expect(repair.after.partitions).toEqual(partitions.filter(({ type }) => type !== 'recovery'));
    expect(await Promise.all(others.map(({ offset, size }) => hash(disk, offset, size)))).toEqual(hashes);
    expect((await readGpt(disk)).copiesAgree).toBe(true);
    expect(findRecovery(await bootStore(disk), [GUIDS.recovery])).toEqual({
      references: [],
      objects: [],
      sequences: [],
    });
  });

  it('changes nothing on a healthy disk, nor the second time', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    await repairDisk(disk, false, context);
    const writes: number[] = [];
    const counting = { ...disk, write: async (offset: number) => void writes.push(offset) };
    expect(await repairDisk(counting, false, context)).toMatchObject({ changed: false, findings: [] });
    expect(writes).toEqual([]);
  });

  it('leaves a boot store it cannot read, and says so', async () => {
    const disk = await sampleDisk({
      order: ['recovery', 'esp', 'msr', 'windows'],
      files: { 'EFI/Microsoft/Boot/BCD': Buffer.from('no hive') },
    });
    const repair = await repairDisk(disk, false, context);
    expect(repair.changed).toBe(true);
    expect(repair.findings.map(({ code }) => code)).toEqual(['repair-bcd-left']);
  });

  it('grows nothing without ntfsresize, and says so', async () => {
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'] });
    const repair = await repairDisk(disk, true, context);
    expect(repair.findings.map(({ code }) => code)).toEqual(['repair-extend-left']);
    expect(repair.after.partitions).toEqual(repair.before.partitions.slice(0, 3));
  });

  it('leaves a disk that starts when it ends after any of its writes, and finishes the next time', async () => {
    const order: SamplePartition[] = ['recovery', 'esp', 'msr', 'windows'];
    const fresh = await sampleDisk({ order });
    const outcomes = new Set<number>();
    for (let survived = 0; survived < 500; survived++) {
      const disk = overlayDisk(fresh);
      let left = survived;
      const crashing: WritableDisk = {
        ...disk,
        write: async (offset, data) => {
          if (left-- <= 0) throw new Error('power cut');
          await disk.write(offset, data);
        },
      };
      const done = await repairDisk(crashing, false, context).then(
        () => true,
        () => false,
      );
      const layout = await readLayout(disk);
      outcomes.add(layout.partitions.length);
      expect([3, 4]).toContain(layout.partitions.length);
      await bootStore(disk);
      const again = await repairDisk(disk, false, context);
      expect(again.after.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
      expect(findRecovery(await bootStore(disk), [GUIDS.recovery]).references).toEqual([]);
      if (done) break;
    }
    expect([...outcomes].sort()).toEqual([3, 4]);
  });
});

describe('overlayDisk', () => {
  it('shows what was written, leaves the base alone and tells stored from discarded', async () => {
    const base = await sampleDisk();
    const before = await hash(base, 0, 2 ** 20);
    const overlay = overlayDisk(base);
    await overlay.write(65_530, Buffer.from('across two pages'));
    overlay.discard(2 ** 20, 2 ** 20);
    expect((await overlay.read(65_530, 16)).toString()).toBe('across two pages');
    expect((await overlay.read(2 ** 20, 2 ** 20)).every((byte) => byte === 0)).toBe(true);
    expect(await hash(base, 0, 2 ** 20)).toBe(before);
    let end = 0;
    let zeroAt2 = false;
    for await (const { kind, offset, length } of overlay.ranges()) {
      expect(offset).toBe(end);
      end = offset + length;
      zeroAt2 ||= kind === 'zero' && offset <= 1.5 * 2 ** 20 && end >= 1.5 * 2 ** 20;
    }
    expect(end).toBe(base.size);
    expect(zeroAt2).toBe(true);
  });
});
