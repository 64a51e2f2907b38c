import { describe, expect, it } from 'vitest';
import { gatherImage } from '../../../src/check/gather-image.ts';
import { DATA_DISK_RULES, IMAGE_RULES } from '../../../src/check/image-rules.ts';
import { applyRules, bySeverity, forLevel } from '../../../src/check/rule.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { memoryDisk } from '../../../src/disk/memory-disk.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { GUIDS, PROTECTED, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';
import { mbrOf } from '../disk/sample-mbr.ts';

async function findingsOf(options: SampleDiskOptions, damage: (disk: WritableDisk) => Promise<void> = async () => {}) {
  const disk = await sampleDisk(options);
  await damage(disk);
  return applyRules(IMAGE_RULES, await gatherImage(disk));
}

const zero = (offset: (size: number) => number, length: number) => (disk: WritableDisk) =>
  disk.write(offset(disk.size), Buffer.alloc(length));
const zeroBoth = async (disk: WritableDisk): Promise<void> => {
  await disk.write(512, Buffer.alloc(512));
  await disk.write(disk.size - 512, Buffer.alloc(512));
};
const writeAt = (guid: string, at: number, text: string) => async (disk: WritableDisk) => {
  const partition = (await readLayout(disk)).partitions.find((one) => one.guid === guid);
  await disk.write((partition?.offset ?? 0) + at, Buffer.from(text, 'latin1'));
};
const { recovery: _recovery, ...WITHOUT_RECOVERY } = GUIDS;
const strange = { ...GUIDS, windows: '99999999-0000-4000-8000-000000000009' };

describe('the offline rules', () => {
  it('have nothing to say about the layout that build-vhd makes', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  it('describe a protected Recovery partition and how to be rid of it', async () => {
    const [finding] = await findingsOf({ order: ['recovery', 'esp', 'msr', 'windows'] });
    expect(finding).toMatchObject({ code: 'recovery-partition-protected', severity: 'error', predicts: 'failed' });
    expect(finding?.seen).toBe(
      'Partition 1 is a protected Recovery partition (offset 1 MiB, size 20 MiB, attributes 0x8000000000000001)',
    );
    expect(finding?.remedy).toContain('repair-template');
  });

  it.each<[string, SampleDiskOptions, readonly string[]]>([
    [
      'an unprotected Recovery partition',
      { order: ['esp', 'msr', 'windows', 'secondRecovery'] },
      ['recovery-partition'],
    ],
    ['a hibernated Windows', { ntfs: { hibernated: true } }, ['windows-hibernated']],
    ['a dirty volume', { ntfs: { flags: 1 } }, ['ntfs-dirty']],
    ['a protected ESP', { attributes: { esp: PROTECTED } }, ['partition-protected']],
    ['a protected MSR', { attributes: { msr: 1n } }, ['partition-protected']],
    ['no ESP', { order: ['msr', 'windows'] }, ['esp-missing']],
    ['no MSR', { order: ['esp', 'windows'] }, ['msr-missing']],
    ['no Windows', { order: ['esp', 'msr'] }, ['windows-partition-missing', 'bcd-loader-dangling']],
    ['no fallback loader', { files: { 'EFI/Boot/bootx64.efi': null } }, ['esp-fallback-loader-missing']],
    [
      'an empty fallback loader',
      { files: { 'EFI/Boot/bootx64.efi': Buffer.alloc(0) } },
      ['esp-fallback-loader-missing'],
    ],
    ['no boot store', { files: { 'EFI/Microsoft/Boot/BCD': null } }, ['bcd-missing']],
    ['a boot store that is none', { files: { 'EFI/Microsoft/Boot/BCD': Buffer.from('?') } }, ['bcd-unreadable']],
    [
      'a loader that points nowhere',
      { files: { 'EFI/Microsoft/Boot/BCD': sampleStore(strange) } },
      ['bcd-loader-dangling', 'bcd-recovery-dangling'],
    ],
    [
      'a recovery sequence that points nowhere',
      { files: { 'EFI/Microsoft/Boot/BCD': sampleStore(GUIDS) } },
      ['bcd-recovery-dangling'],
    ],
    [
      'a loader that is looked for',
      { files: { 'EFI/Microsoft/Boot/BCD': sampleStore({ ...WITHOUT_RECOVERY, locate: true }) } },
      ['bcd-loader-located'],
    ],
  ])('see %s', async (_, options, codes) => {
    expect((await findingsOf(options)).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, (disk: WritableDisk) => Promise<void>, readonly string[]]>([
    ['a damaged primary GPT', zero(() => 512, 512), ['gpt-primary-damaged']],
    ['a damaged backup GPT', zero((size) => size - 512, 512), ['gpt-backup-damaged']],
    ['a GPT without a protective MBR in front of it', zero(() => 0, 512), ['disk-unpartitioned']],
    ['both copies of the GPT damaged', zeroBoth, ['gpt-primary-damaged']],
    ['a hybrid MBR', (disk) => disk.write(446 + 16 + 4, Buffer.from([0x07])), ['mbr-hybrid']],
    ['a volume encrypted by BitLocker', writeAt(GUIDS.windows, 3, '-FVE-FS-'), ['bitlocker-volume']],
    ['a file system that is damaged', writeAt(GUIDS.windows, 48, '\xff\xff\xff\xff'), ['ntfs-unreadable']],
    ['an unreadable ESP', zero(() => 2 ** 20, 512), ['esp-unreadable']],
  ])('see %s', async (_, damage, codes) => {
    expect((await findingsOf({}, damage)).map(({ code }) => code)).toEqual(codes);
  });

  it('see a disk without any table, and one with a master boot record', async () => {
    const wipe = async (disk: WritableDisk): Promise<void> => {
      await disk.write(0, Buffer.alloc(2 ** 20));
      await disk.write(disk.size - 2 ** 20, Buffer.alloc(2 ** 20));
    };
    expect((await findingsOf({}, wipe)).map(({ code }) => code)).toEqual(['disk-unpartitioned']);
    const withMbr = async (disk: WritableDisk): Promise<void> => {
      await wipe(disk);
      await disk.write(
        0,
        mbrOf([
          { type: 0x07, first: 2048, sectors: 4096 },
          { type: 0x27, first: 8192, sectors: 64 },
        ]),
      );
    };
    const [finding, ...others] = await findingsOf({}, withMbr);
    expect(others).toEqual([]);
    expect(finding?.seen).toBe(
      'sample.raw is partitioned by a master boot record, not GPT: partition 1 of type 0x07 (fat32), partition 2 of type 0x27 (Windows recovery)',
    );
    const withLinux = async (disk: WritableDisk): Promise<void> => {
      await wipe(disk);
      await disk.write(0, mbrOf([{ type: 0x83, first: 2048, sectors: 4096 }]));
    };
    expect((await findingsOf({}, withLinux)).map(({ code }) => code)).toEqual([
      'disk-not-gpt',
      'windows-partition-missing',
    ]);
    const beyond = (disk: WritableDisk): Promise<void> =>
      disk.write(0, mbrOf([{ type: 0x07, first: 2048, sectors: disk.size / 512 }]));
    expect((await findingsOf({}, beyond)).map(({ code }) => code)).toEqual(['disk-unpartitioned']);
  });

  it('see a backup GPT that is not at the end, and how much lies behind it', async () => {
    const small = await sampleDisk({});
    const grown = memoryDisk(small.size + 80 * 2 ** 20);
    await grown.write(0, await small.read(0, small.size));
    const [finding, ...others] = applyRules(IMAGE_RULES, await gatherImage(grown));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'gpt-backup-not-at-end', severity: 'warning' });
    expect(finding?.seen).toContain('80 MiB');
  });

  it('see sectors of 4096 bytes that only the image speaks of', async () => {
    const disk = { ...(await sampleDisk({})), sectorSize: 4096 };
    expect(applyRules(IMAGE_RULES, await gatherImage(disk))).toMatchObject([
      { code: 'sector-size-4096', severity: 'error', seen: expect.stringContaining('4096-byte sectors') },
    ]);
  });

  it('call Windows the partition that the default loader starts, though another is larger', async () => {
    const { layout } = await gatherImage(await sampleDisk({ order: ['esp', 'msr', 'windows', 'data'] }));
    expect(layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows', 'basic-data']);
  });

  it('call Windows the partition with the folder Windows where no store says it, else the largest', async () => {
    const files = { 'EFI/Microsoft/Boot/BCD': null };
    const kinds = async (options: SampleDiskOptions): Promise<string[]> =>
      (
        await gatherImage(await sampleDisk({ order: ['esp', 'msr', 'windows', 'data'], files, ...options }))
      ).layout.partitions.map(({ type }) => type);
    expect(await kinds({})).toEqual(['esp', 'msr', 'windows', 'basic-data']);
    expect(await kinds({ ntfs: { renamed: ['Windows', 'Holiday'] } })).toEqual(['esp', 'msr', 'basic-data', 'windows']);
  });

  it('leave out for a data disk what only a system disk needs', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'data'] });
    expect(applyRules(DATA_DISK_RULES, await gatherImage(disk)).map(({ code }) => code)).toEqual([
      'recovery-partition-protected',
    ]);
  });
});

describe('forLevel and bySeverity', () => {
  it('call no error what only stands in the way of more than was asked for', () => {
    const findings = [
      { code: 'msr-missing', severity: 'warning', seen: '', remedy: '' },
      { code: 'disk-uuid-disabled', severity: 'error', seen: '', remedy: '', predicts: 'filesystem' },
    ] as const;
    expect(bySeverity(forLevel(findings, 'application')).map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(forLevel(findings, 'filesystem').map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});
