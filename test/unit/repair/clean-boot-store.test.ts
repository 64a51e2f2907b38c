import { expect, it } from 'vitest';
import { findRecovery } from '../../../src/bcd/bcd-recovery.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { openFatVolume } from '../../../src/disk/fat/fat-volume.ts';
import { type DiskLayout, type LayoutPartition, readLayout } from '../../../src/disk/layout.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { cleanBootStores } from '../../../src/repair/clean-boot-store.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { GUIDS, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';

const FIRST = '/EFI/Microsoft/Boot/BCD';
const SECOND = '/EFI/Microsoft/Recovery/BCD';
const STORE = sampleStore({ disk: GUIDS.disk, esp: GUIDS.esp, windows: GUIDS.windows, recovery: GUIDS.recovery });
const HINT = 'In the guest run "reagentc /disable", then "reagentc /enable": WinRE then lives on C:.';

interface Case {
  readonly disk: WritableDisk;
  readonly layout: DiskLayout;
  readonly esp: LayoutPartition;
  readonly removed: readonly LayoutPartition[];
}

async function start(files: NonNullable<SampleDiskOptions['files']>): Promise<Case> {
  const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'], files });
  const layout = await readLayout(disk);
  const [esp] = layout.partitions;
  if (esp === undefined) throw new Error('no ESP');
  return { disk, layout, esp, removed: layout.partitions.filter(({ type }) => type === 'recovery') };
}

async function stillNamed({ disk, esp }: Case, path: string): Promise<number> {
  const volume = await openFatVolume(disk, esp.offset, esp.size);
  const file = await volume.find(path);
  if (file === undefined) throw new Error(`${path} is gone`);
  return findRecovery(new Hive(await volume.readFile(file, 2 ** 20), path), [GUIDS.recovery]).references.length;
}

const NOTHING = { changed: [], cleaned: [], findings: [] };
const left = (why: unknown) => ({
  code: 'repair-bcd-left',
  severity: 'warning',
  seen: why,
  remedy: HINT,
});

it('cleans both stores', async () => {
  const subject = await start({ [FIRST.slice(1)]: STORE, [SECOND.slice(1)]: STORE });
  expect(await stillNamed(subject, SECOND)).toBeGreaterThan(0);
  expect(await cleanBootStores(subject.disk, subject.layout, subject.removed)).toEqual({
    changed: [FIRST, SECOND],
    cleaned: [GUIDS.esp],
    findings: [],
  });
  expect([await stillNamed(subject, FIRST), await stillNamed(subject, SECOND)]).toEqual([0, 0]);
  expect(await cleanBootStores(subject.disk, subject.layout, subject.removed)).toEqual(NOTHING);
});

it('cleans the stores of every EFI system partition, and says of which', async () => {
  const order = ['secondEsp', 'esp', 'msr', 'windows', 'recovery'] as const;
  const disk = await sampleDisk({
    order,
    secondFiles: { [FIRST.slice(1)]: STORE, [SECOND.slice(1)]: Buffer.from('?') },
  });
  const layout = await readLayout(disk);
  const removed = layout.partitions.filter(({ type }) => type === 'recovery');
  const { changed, cleaned, findings } = await cleanBootStores(disk, layout, removed);
  expect(changed).toEqual([`${FIRST} (partition 1)`, `${FIRST} (partition 2)`]);
  expect(cleaned).toEqual([GUIDS.secondEsp, GUIDS.esp]);
  expect(findings.map(({ seen }) => seen)).toEqual([
    expect.stringContaining('\\EFI\\Microsoft\\Recovery\\BCD (partition 1) was left as it is: '),
  ]);
  for (const esp of layout.partitions.slice(0, 2))
    expect(await stillNamed({ disk, layout, esp, removed }, FIRST)).toBe(0);
});

it('has nothing to clean without an EFI system partition, a store, or a partition that goes', async () => {
  const { disk, layout, removed } = await start({ [FIRST.slice(1)]: null });
  const untouched = { ...disk, write: () => Promise.reject(new Error('written')) };
  expect(await cleanBootStores(untouched, layout, removed)).toEqual(NOTHING);
  expect(await cleanBootStores(untouched, { ...layout, partitions: removed }, removed)).toEqual(NOTHING);
  const withStore = await start({});
  const unread = { ...withStore.disk, read: () => Promise.reject(new Error('read')) };
  expect(await cleanBootStores(unread, withStore.layout, [])).toEqual(NOTHING);
});

it('goes on to the second store where the first cannot be read', async () => {
  const { disk, layout, removed } = await start({ [FIRST.slice(1)]: Buffer.from('?'), [SECOND.slice(1)]: STORE });
  expect(await cleanBootStores(disk, layout, removed)).toEqual({
    changed: [SECOND],
    cleaned: [],
    findings: [left(expect.stringMatching(/^The boot store \\EFI\\Microsoft\\Boot\\BCD was left as it is: .*BCD: at/))],
  });
});

it('says why an EFI system partition cannot be read, once', async () => {
  const { disk, layout, esp, removed } = await start({});
  await disk.write(esp.offset, Buffer.alloc(512));
  expect(await cleanBootStores(disk, layout, removed)).toEqual({
    changed: [],
    cleaned: [],
    findings: [left(expect.stringContaining('\\Boot\\BCD was left as it is: sample.raw: at offset'))],
  });
});

it('leaves a store that there is no room to write again', async () => {
  const subject = await start({ [FIRST.slice(1)]: STORE });
  const { disk, layout, esp, removed } = subject;
  const { geometry } = await openFatVolume(disk, esp.offset, esp.size);
  const entries = geometry.clusterCount + 2;
  for (const table of geometry.fatOffsets) {
    const bytes = await disk.read(esp.offset + table, entries * 4);
    for (let at = 8; at < bytes.length; at += 4) if (bytes.readUInt32LE(at) === 0) bytes.writeUInt32LE(0x0fffffff, at);
    await disk.write(esp.offset + table, bytes);
  }
  expect(await cleanBootStores(disk, layout, removed)).toEqual({
    changed: [],
    cleaned: [],
    findings: [left(expect.stringMatching(/: the EFI system partition has no room for a second copy/))],
  });
  expect(await stillNamed(subject, FIRST)).toBeGreaterThan(0);
});

it('names what speaks of the partition and is no part of a recovery sequence', async () => {
  // Windows itself is said to go: its loader is no object of WinRE.
  const { disk, layout } = await start({});
  const windows = layout.partitions.filter(({ guid }) => guid === GUIDS.windows);
  const { changed, findings } = await cleanBootStores(disk, layout, windows);
  expect(changed).toEqual([]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.seen).toMatch(
    /elements that are no part of a recovery sequence name the partition: \{1{8}-.*\} 11000001, \{1{8}-.*\} 21000001, \{2{8}-.*\} 11000001$/,
  );
});

it('lets other faults through', async () => {
  const { disk, layout, removed } = await start({});
  const gone = { ...disk, read: () => Promise.reject(new Error('unplugged')) };
  await expect(cleanBootStores(gone, layout, removed)).rejects.toThrow('unplugged');
  const full = { ...disk, write: () => Promise.reject(new Error('unplugged')) };
  await expect(cleanBootStores(full, layout, removed)).rejects.toThrow('unplugged');
});
