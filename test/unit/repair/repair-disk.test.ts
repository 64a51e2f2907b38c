import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findRecovery } from '../../../src/bcd/bcd-recovery.ts';
import { readSystemLayout } from '../../../src/bcd/boot-store.ts';
import type { Disk, WritableDisk } from '../../../src/disk/disk.ts';
import { openFatVolume } from '../../../src/disk/fat/fat-volume.ts';
import { isBackupAtEnd, readGpt } from '../../../src/disk/gpt/gpt.ts';
import { removePartitions } from '../../../src/disk/gpt/gpt-edit.ts';
import { encodeGptHeader } from '../../../src/disk/gpt/gpt-header.ts';
import { type LayoutPartition, readLayout } from '../../../src/disk/layout.ts';
import { overlayDisk } from '../../../src/disk/overlay-disk.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { repairDisk } from '../../../src/repair/repair-disk.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { blankEntry } from '../disk/gpt/change-entries.ts';
import { resizedDisk } from '../disk/memory-disk.ts';
import { GUIDS, type SamplePartition, sampleDisk } from '../disk/sample-disk.ts';
import { mbrOf } from '../disk/sample-mbr.ts';
import { contextDouble, NO_TOOLS } from './context-double.ts';

const MIB = 2 ** 20;

const context = contextDouble();
const root = await mkdtemp(join(tmpdir(), 'stillframe-repair-disk-'));
afterAll(() => rm(root, { recursive: true, force: true }));

async function hash(disk: Disk, offset: number, size: number): Promise<string> {
  return createHash('sha256')
    .update(await disk.read(offset, size))
    .digest('hex');
}

async function bootStore(disk: Disk, on?: LayoutPartition): Promise<Hive> {
  const esp = on ?? (await readLayout(disk)).partitions.find(({ type }) => type === 'esp');
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
    const repair = await repairDisk(disk, { extend: false }, context);
    expect(repair).toMatchObject({ changed: true, findings: [], bootStores: ['/EFI/Microsoft/Boot/BCD'] });
    expect(repair.before.partitions).toEqual(partitions);
    // In the order in which they are made here, which is that of their numbers too.
    const stay = partitions.filter(({ type }) => type !== 'recovery');
    expect(repair.after.partitions).toEqual(stay.map((partition, at) => ({ ...partition, index: at + 1 })));
    expect(await Promise.all(others.map(({ offset, size }) => hash(disk, offset, size)))).toEqual(hashes);
    expect((await readGpt(disk)).copiesAgree).toBe(true);
    expect(findRecovery(await bootStore(disk), [GUIDS.recovery])).toEqual({
      references: [],
      objects: [],
      sequences: [],
    });
  });

  it('closes the gap in front of Windows that another tool has left, and not one behind', async () => {
    const disk = await sampleDisk({ order: ['secondRecovery', 'esp', 'msr', 'windows', 'data'] });
    await blankEntry(disk, 1);
    const before = await readSystemLayout(disk);
    expect(before.partitions.map(({ index }) => index)).toEqual([2, 3, 4, 5]);
    const repair = await repairDisk(disk, { extend: false }, context);
    expect(repair).toMatchObject({ changed: true, findings: [], bootStores: [] });
    expect(repair.after.partitions).toEqual(before.partitions.map((one) => ({ ...one, index: one.index - 1 })));
    expect((await readGpt(disk)).copiesAgree).toBe(true);
    await blankEntry(disk, 4);
    expect(await repairDisk(disk, { extend: false }, context)).toMatchObject({ changed: false });
  });

  it('cleans the store of Windows behind an empty EFI system partition, and finds it in order', async () => {
    const disk = await sampleDisk({ order: ['secondEsp', 'esp', 'msr', 'windows', 'recovery'] });
    const repair = await repairDisk(disk, { extend: false }, context);
    expect(repair).toMatchObject({ bootStores: ['/EFI/Microsoft/Boot/BCD (partition 2)'], findings: [] });
    const esp = repair.after.partitions.find(({ guid }) => guid === GUIDS.esp);
    expect(findRecovery(await bootStore(disk, esp), [GUIDS.recovery]).references).toEqual([]);
  });

  it('changes nothing on a healthy disk, nor the second time', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    await repairDisk(disk, { extend: false }, context);
    const writes: number[] = [];
    const counting = { ...disk, write: async (offset: number) => void writes.push(offset) };
    expect(await repairDisk(counting, { extend: false }, context)).toMatchObject({ changed: false, findings: [] });
    expect(writes).toEqual([]);
  });

  it('takes a Recovery partition out of the backup table, where only that still lists it', async () => {
    const order: readonly SamplePartition[] = ['esp', 'msr', 'windows', 'recovery'];
    const disk = await sampleDisk({ order });
    const old = await readGpt(disk);
    if (!old.backup.valid) throw new Error('no backup');
    const { header, entries } = old.backup;
    await repairDisk(disk, { extend: false }, context);
    const mended = await readGpt(disk);
    await disk.write(header.entriesLba * 512, entries);
    await disk.write(header.currentLba * 512, encodeGptHeader(header, 512));
    expect((await readGpt(disk)).onlyInBackup.map(({ guid }) => guid)).toEqual([GUIDS.recovery]);

    const dry = overlayDisk(disk);
    expect(await repairDisk(dry, { extend: false }, context)).toMatchObject({ changed: true });
    const said: string[] = [];
    const log = { ...context.log, info: (text: string) => void said.push(text) };
    const repair = await repairDisk(disk, { extend: false }, { ...context, log });
    expect(repair).toMatchObject({ changed: true, findings: [], bootStores: [] });
    expect(repair.after.partitions).toEqual(repair.before.partitions);
    expect(await readGpt(disk)).toEqual(mended);
    expect(said).toEqual(['Writing the backup GPT again, which lists a Recovery partition of its own']);
    expect(await repairDisk(disk, { extend: false }, context)).toMatchObject({ changed: false });
  });

  it('leaves copies that differ in anything else to their owner', async () => {
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'data'] });
    const { backup } = await readGpt(disk);
    if (!backup.valid) throw new Error('no backup');
    await removePartitions(disk, [4]);
    await disk.write(backup.header.entriesLba * 512, backup.entries);
    await disk.write(backup.header.currentLba * 512, encodeGptHeader(backup.header, 512));
    const watched = { ...disk, write: () => Promise.reject(new Error('written')) };
    expect(await repairDisk(watched, { extend: false }, context)).toMatchObject({ changed: false });
  });

  it('leaves a boot store it cannot read, and says so', async () => {
    const disk = await sampleDisk({
      order: ['recovery', 'esp', 'msr', 'windows'],
      files: { 'EFI/Microsoft/Boot/BCD': Buffer.from('no hive') },
    });
    const repair = await repairDisk(disk, { extend: false }, context);
    expect(repair.changed).toBe(true);
    expect(repair.findings.map(({ code }) => code)).toEqual(['repair-bcd-left']);
  });

  it('grows nothing without ntfsresize, and says so', async () => {
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'] });
    const repair = await repairDisk(disk, { extend: true }, context);
    expect(repair.findings.map(({ code }) => code)).toEqual(['repair-extend-left']);
    expect(repair.after.partitions).toEqual(repair.before.partitions.slice(0, 3));
  });

  it.each<[string, (disk: WritableDisk) => Promise<void>, string]>([
    ['a hybrid MBR', (disk) => disk.write(446 + 16 + 4, Buffer.from([7])), 'hybrid MBR'],
    [
      'a stale GPT on an MBR disk',
      (disk) => disk.write(0, mbrOf([{ type: 7, first: 2048, sectors: 4096 }])),
      'partitioned by a master boot record, not GPT',
    ],
  ])('refuses %s before the first byte is written', async (_, spoil, reason) => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    await spoil(disk);
    const watched = { ...disk, write: () => Promise.reject(new Error('written')) };
    for (const extend of [false, true]) {
      await expect(repairDisk(watched, { extend }, context)).rejects.toMatchObject({
        code: 'disk-invalid',
        message: expect.stringContaining(reason),
      });
    }
  });

  it('refuses a hibernated Windows before the first byte is written, but not where nothing is to do', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'], ntfs: { hibernated: true } });
    const watched = { ...disk, write: () => Promise.reject(new Error('written')) };
    await expect(repairDisk(watched, { extend: false }, context)).rejects.toMatchObject({
      code: 'disk-invalid',
      message: expect.stringContaining('hibernated on partition 4'),
    });
    const healthy = await sampleDisk({ ntfs: { hibernated: true } });
    expect(await repairDisk(healthy, { extend: false }, context)).toMatchObject({ changed: false });
  });

  it('moves the backup table of an enlarged disk when it extends, though ntfsresize is missing', async () => {
    const small = await sampleDisk({ size: 122 * MIB });
    const disk = await resizedDisk(small, 202 * MIB);
    expect(await repairDisk(disk, { extend: false }, context)).toMatchObject({ changed: false });
    const repair = await repairDisk(disk, { extend: true }, context);
    expect(repair.changed).toBe(true);
    expect(repair.findings.map(({ code }) => code)).toEqual(['repair-extend-left']);
    const gpt = await readGpt(disk);
    expect(isBackupAtEnd(gpt, disk.size) && gpt.copiesAgree).toBe(true);
  });

  it('says that nothing lies behind Windows where the Recovery partition stood in front of it', async () => {
    const full = { ...context, tools: { ...context.tools, has: async () => true } };
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'], size: 142 * MIB });
    const windows = (await readLayout(disk)).partitions.at(-1);
    // The volume fills its partition.
    const sectors = Buffer.alloc(8);
    sectors.writeBigUInt64LE(BigInt((windows?.size ?? 0) / 512 - 1));
    await disk.write((windows?.offset ?? 0) + 40, sectors);
    const repair = await repairDisk(disk, { extend: true }, full);
    expect(repair.findings).toMatchObject([{ code: 'repair-extend-not-adjacent', severity: 'info' }]);
    expect(repair.findings[0]?.seen).toBe(
      'Windows was not grown: nothing free lies behind its partition; 20 MiB were freed where they do not follow the Windows partition, which cannot grow over them',
    );
    const again = await repairDisk(disk, { extend: true }, full);
    expect(again).toMatchObject({ changed: false });
    expect(again.findings[0]?.seen).toBe('Windows was not grown: nothing free lies behind its partition');
  });

  it.each([
    ['BitLocker', '-FVE-FS-', 'it holds bitlocker, not NTFS'],
    ['nothing', '\0\0\0\0\0\0\0\0', 'no partition with Windows was found'],
  ])('does not extend over a partition with %s, and removes Recovery all the same', async (_, signature, why) => {
    const full = { ...context, tools: { ...context.tools, has: async () => true } };
    const store = signature === '-FVE-FS-' ? {} : { files: { 'EFI/Microsoft/Boot/BCD': null } };
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'], ...store });
    const windows = (await readLayout(disk)).partitions[2];
    await disk.write((windows?.offset ?? 0) + 3, Buffer.from(signature, 'latin1'));
    const repair = await repairDisk(disk, { extend: true }, full);
    expect(repair.findings).toMatchObject([{ code: 'repair-extend-left', seen: expect.stringContaining(why) }]);
    expect(repair.after.partitions.map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  describe('with ntfsresize', () => {
    /** It leaves the copy as it is; the volume then keeps its size, which nothing here minds. */
    const resizing = async (): Promise<ReturnType<typeof contextDouble>> =>
      contextDouble({
        temp: await mkdtemp(join(root, 'case-')),
        tools: { ...NO_TOOLS, has: async () => true, run: async () => ({ exitCode: 0, stdout: '', stderr: '' }) },
      });

    it('grows Windows over what it freed behind it', async () => {
      const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'], size: 143 * MIB });
      const repair = await repairDisk(disk, { extend: true }, await resizing());
      expect(repair).toMatchObject({ changed: true, findings: [] });
      expect(repair.after.partitions.map(({ index, size }) => [index, size / MIB])).toEqual([
        [1, 40],
        [2, 16],
        [3, 85],
      ]);
      expect((await readLayout(disk)).partitions[2]?.size).toBe(85 * MIB);
    });

    it('is changed by the growth alone, which a hybrid MBR and a hibernated Windows forbid', async () => {
      const disk = await sampleDisk({ size: 122 * MIB });
      expect(await repairDisk(disk, { extend: true }, await resizing())).toMatchObject({ changed: true, findings: [] });
      const asleep = await sampleDisk({ size: 122 * MIB, ntfs: { hibernated: true } });
      await expect(repairDisk(asleep, { extend: true }, await resizing())).rejects.toThrow('hibernated on partition 3');
      await disk.write(446 + 16 + 4, Buffer.from([7]));
      await expect(repairDisk(disk, { extend: true }, await resizing())).rejects.toThrow('has a hybrid MBR');
    });
  });

  it('refuses a hibernated Windows where it would only move the backup table', async () => {
    const small = await sampleDisk({ size: 122 * MIB, ntfs: { hibernated: true } });
    const disk = await resizedDisk(small, 123 * MIB);
    await expect(repairDisk(disk, { extend: true }, context)).rejects.toThrow('hibernated on partition 3');
  });

  it.each([
    ['primary', () => 512],
    ['backup', (size: number) => size - 512],
  ] as const)(
    'writes the %s GPT again where it alone is damaged, as a run leaves it that ended while it wrote',
    async (_, at) => {
      const disk = await sampleDisk();
      const whole = await disk.read(0, disk.size);
      await disk.write(at(disk.size), Buffer.alloc(512));
      const said = contextDouble();
      expect(await repairDisk(disk, { extend: false }, said)).toMatchObject({ changed: true, findings: [] });
      expect((await disk.read(0, disk.size)).equals(whole)).toBe(true);
      expect(said.said).toEqual(['Writing the damaged copy of the GPT again']);
      expect(await repairDisk(disk, { extend: false }, context)).toMatchObject({ changed: false });
    },
  );

  it('says what it removes', async () => {
    const said = contextDouble();
    await repairDisk(await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] }), { extend: false }, said);
    expect(said.said).toEqual(['Removing Recovery partition 1 (20 MiB)']);
  });

  it('cleans the store of what was removed from another disk', async () => {
    const elsewhere = (await readLayout(await sampleDisk({ order: ['recovery'] }))).partitions;
    const store = sampleStore({ disk: GUIDS.disk, esp: GUIDS.esp, windows: GUIDS.windows, recovery: GUIDS.recovery });
    const disk = await sampleDisk({ files: { 'EFI/Microsoft/Boot/BCD': store } });
    const repair = await repairDisk(disk, { extend: false, elsewhere }, context);
    expect(repair).toMatchObject({ changed: true, bootStores: ['/EFI/Microsoft/Boot/BCD'] });
    expect(findRecovery(await bootStore(disk), [GUIDS.recovery]).references).toEqual([]);
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
      const done = await repairDisk(crashing, { extend: false }, context).then(
        () => true,
        () => false,
      );
      const layout = await readLayout(disk);
      outcomes.add(layout.partitions.length);
      expect([3, 4]).toContain(layout.partitions.length);
      await bootStore(disk);
      const again = await repairDisk(disk, { extend: false }, context);
      expect(again.after.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
      const { primary, backup } = await readGpt(disk);
      expect([primary.valid, backup.valid]).toEqual([true, true]);
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
