import { describe, expect, it } from 'vitest';
import { gatherBeginning, gatherImage } from '../../../src/check/gather-image.ts';
import { DATA_DISK_RULES, IMAGE_RULES } from '../../../src/check/image-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { readGpt } from '../../../src/disk/gpt/gpt.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { FormatError } from '../../../src/errors.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { blankEntry, changeEntries } from '../disk/gpt/change-entries.ts';
import { memoryDisk, resizedDisk } from '../disk/memory-disk.ts';
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

  it('look at the EFI system partition that is started, not at an empty one in front', async () => {
    const order = ['secondEsp', 'esp', 'msr', 'windows'] as const;
    expect(await findingsOf({ order })).toEqual([]);
    const without = await findingsOf({
      order,
      files: { 'EFI/Boot/bootx64.efi': null, 'EFI/Microsoft/Boot/BCD': null },
    });
    expect(without.map(({ code }) => code)).toEqual(['esp-fallback-loader-missing', 'bcd-missing']);
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
    [
      'a fallback loader that is no program',
      { files: { 'EFI/Boot/bootx64.efi': Buffer.alloc(5000, 'x') } },
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
    ['a file system that is damaged', writeAt(GUIDS.windows, 48, '\xff\xff\xff\xff'), ['windows-unmountable']],
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
    const grown = await resizedDisk(small, small.size + 80 * 2 ** 20);
    const [finding, ...others] = applyRules(IMAGE_RULES, await gatherImage(grown));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'gpt-backup-not-at-end', severity: 'warning' });
    expect(finding?.seen).toContain('80 MiB');
  });

  it('see that the end of an image is missing, by its table or by its file', async () => {
    const whole = await sampleDisk({});
    const cut = await resizedDisk(whole, whole.size - 2 ** 19);
    expect(applyRules(IMAGE_RULES, await gatherImage(cut))).toMatchObject([
      {
        code: 'image-cut-off',
        severity: 'error',
        seen: expect.stringContaining('its table speaks of a disk that is 512 KiB larger'),
      },
    ]);
    const end = whole.size - 2 ** 20;
    const file = {
      ...whole,
      read: (offset: number, length: number) =>
        offset + length <= end
          ? whole.read(offset, length)
          : Promise.reject(new FormatError('a.vhdx', offset, `${length} bytes`, `the end at ${end}`)),
    };
    const [finding, ...others] = applyRules(IMAGE_RULES, await gatherImage(file));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'image-cut-off' });
    // Who has the beginning alone cannot miss the end.
    expect(await gatherBeginning(file)).not.toHaveProperty('cutOff');
    expect(finding?.seen).toContain(`found the end at ${end}`);
  });

  it('see that a block in the middle of an image is missing, which its table cannot tell', async () => {
    const whole = await sampleDisk({});
    const cutOff = async () => new FormatError('a.vhdx', 4096, '512 bytes', 'the end at 4000');
    expect(applyRules(IMAGE_RULES, await gatherImage({ ...whole, cutOff }))).toMatchObject([
      {
        code: 'image-cut-off',
        seen: expect.stringMatching(/^The end of sample.raw is missing: a.vhdx: at offset 4096/),
      },
    ]);
    const damaged = () => Promise.reject(new FormatError('a.vhdx', 0, 'a table', 'none'));
    expect(await gatherImage({ ...whole, cutOff: damaged })).toMatchObject({
      cutOff: expect.stringContaining('a table'),
    });
    expect(await gatherImage({ ...whole, cutOff: async () => undefined })).not.toHaveProperty('cutOff');
    expect(await gatherBeginning({ ...whole, cutOff })).not.toHaveProperty('cutOff');
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

describe('gatherImage', () => {
  it('says of a sound disk what is on it, and nothing of damage', async () => {
    const { layout, ...rest } = await gatherImage(await sampleDisk({}));
    expect(layout).toMatchObject({ table: 'gpt', sectorSize: 512, diskSize: 256 * 2 ** 20 });
    expect(rest).toEqual({
      path: 'sample.raw',
      hybrid: false,
      sectorSize: 512,
      volumes: [{ index: 3, fileSystem: 'ntfs', state: 'clean' }],
      diskGuid: GUIDS.disk,
      esp: { index: 1, fallbackLoader: true },
      bcd: { missing: false, danglingLoader: [], danglingRecovery: [] },
    });
  });

  it('keeps what is wrong with a table apart from what is wrong with a disk', async () => {
    const tiny = await gatherImage(memoryDisk(511));
    expect(tiny.layout).toEqual({ table: 'none', diskSize: 511, sectorSize: 512, partitions: [] });
    expect(tiny).toMatchObject({ volumes: [], sectorSize: 512, hybrid: false });
    expect(tiny).not.toHaveProperty('primaryDamage');
    expect(tiny.tableProblem).toBeInstanceOf(FormatError);

    const torn = await sampleDisk({});
    await zeroBoth(torn);
    const evidence = await gatherImage(torn);
    expect(evidence.primaryDamage).toBe(evidence.tableProblem?.message);
    expect(evidence).not.toHaveProperty('esp');
  });

  it('says that the copies of a GPT differ, and which of them is damaged', async () => {
    const differing = await sampleDisk({});
    const other = await sampleDisk({ attributes: { msr: 2n } });
    const tail = 33 * 512;
    await differing.write(differing.size - tail, await other.read(other.size - tail, tail));
    const evidence = await gatherImage(differing);
    expect(evidence.backupDamage).toBe('it says something else than the primary');
    expect(evidence).not.toHaveProperty('primaryDamage');

    const first = await sampleDisk({});
    await first.write(512, Buffer.alloc(512));
    const damaged = await gatherImage(first);
    expect(damaged.primaryDamage).toContain('at offset 512');
    expect(damaged).not.toHaveProperty('backupDamage');

    const last = await sampleDisk({});
    await last.write(last.size - 512, Buffer.alloc(512));
    expect((await gatherImage(last)).backupDamage).toContain(`at offset ${last.size - 512}`);
  });

  it('tells partitions that overlap, or lie where none may', async () => {
    const disk = await sampleDisk({});
    const { lastUsableLba } = await readGpt(disk);
    const [, , windows] = (await readGpt(disk)).partitions;
    const first = windows?.firstLba ?? 0;
    expect(await gatherImage(disk)).not.toHaveProperty('misplaced');
    await changeEntries(disk, (entries) => entries.writeBigUInt64LE(BigInt(first), 128 + 40), { firstUsableLba: 2049 });
    expect((await gatherImage(disk)).misplaced).toEqual([
      `Partition 1 (blocks 2048 to 83967) lies outside of the blocks 2049 to ${lastUsableLba} that partitions may use`,
      `Partition 3 overlaps partition 2: it begins at block ${first}, and that one ends at ${first}`,
    ]);
    // One that lies in another ends before it, and what follows overlaps the outer one.
    await changeEntries(disk, (entries) => entries.writeBigUInt64LE(BigInt(first + 1), 40), { firstUsableLba: 34 });
    expect((await gatherImage(disk)).misplaced).toEqual([
      expect.stringMatching(/^Partition 2 overlaps partition 1:/),
      expect.stringMatching(/^Partition 3 overlaps partition 1:/),
    ]);
    expect(applyRules(DATA_DISK_RULES, await gatherImage(disk))).toMatchObject(
      Array(2).fill({ code: 'gpt-partition-misplaced', severity: 'error' }),
    );
  });

  it('tells partitions of one GUID, of every kind of disk', async () => {
    const disk = await sampleDisk({});
    await changeEntries(disk, (entries) => void entries.copy(entries, 128 + 16, 2 * 128 + 16, 2 * 128 + 32));
    const evidence = await gatherImage(disk);
    for (const rules of [IMAGE_RULES, DATA_DISK_RULES])
      expect(applyRules(rules, evidence).filter(({ code }) => code === 'guid-not-unique')).toMatchObject([
        {
          severity: 'error',
          seen: `Partitions 2 and 3 have the same GUID (${GUIDS.windows}): Windows takes the disk offline`,
        },
      ]);
  });

  it('tells a blank entry in front of that of Windows, and none behind it', async () => {
    const front = await sampleDisk({ order: ['secondRecovery', 'esp', 'msr', 'windows', 'data'] });
    await blankEntry(front, 5);
    await blankEntry(front, 1);
    const found = applyRules(IMAGE_RULES, await gatherImage(front));
    expect(found).toMatchObject([{ code: 'gpt-entry-blank', severity: 'error' }]);
    expect(found[0]?.seen).toMatch(/^Entry 1 .* in front of that of Windows \(partition 4\)/);
    const behind = await sampleDisk({ order: ['esp', 'msr', 'windows', 'secondRecovery', 'data'] });
    await blankEntry(behind, 4);
    expect(applyRules(IMAGE_RULES, await gatherImage(behind))).toEqual([]);
  });

  it('tells a volume of Windows that Windows does not mount', async () => {
    const seen = async (at: number, bytes: Buffer): Promise<string[]> => {
      const disk = await sampleDisk({});
      const windows = (await readLayout(disk)).partitions[2];
      await disk.write((windows?.offset ?? 0) + at, bytes);
      return applyRules(IMAGE_RULES, await gatherImage(disk)).map(
        ({ code, severity, seen }) => `${severity} ${code} ${seen}`,
      );
    };
    expect(await seen(11, Buffer.from([0, 16]))).toEqual([
      expect.stringMatching(/^error windows-unmountable Windows \(partition 3\) .* sectors of 4096 bytes, and .* 512$/),
    ]);
    expect(await seen(40, Buffer.from([0, 0, 8]))).toEqual([
      expect.stringMatching(/^error windows-unmountable .* a volume of at most 67108864 bytes/),
    ]);
    expect(await seen(0, Buffer.alloc(512))).toEqual([
      'error windows-unmountable The boot store starts Windows from partition 3, which holds no file system, not NTFS',
    ]);
    expect(await seen(3, Buffer.from('ReFS\0\0\0\0'))).toEqual([expect.stringContaining('which holds refs, not NTFS')]);
  });

  it('counts the bytes behind a backup GPT that is not at the end', async () => {
    const small = await sampleDisk({ size: 122 * 2 ** 20 });
    const grown = await resizedDisk(small, small.size + 3 * 2 ** 20);
    expect((await gatherImage(grown)).backupShort).toBe(3 * 2 ** 20);
    expect(await gatherImage(small)).not.toHaveProperty('backupShort');
  });

  it('takes the larger of the sectors that image and table speak of', async () => {
    const disk = await sampleDisk({});
    expect((await gatherImage({ ...disk, sectorSize: 4096 })).sectorSize).toBe(4096);
  });

  it('takes the loader of a firmware without entries, as a file that holds something', async () => {
    const loaderOf = async (files: NonNullable<SampleDiskOptions['files']>): Promise<boolean | undefined> =>
      (await gatherImage(await sampleDisk({ files: { 'EFI/Boot/bootx64.efi': null, ...files } }))).esp?.fallbackLoader;
    expect(await loaderOf({})).toBe(false);
    expect(await loaderOf({ 'EFI/Boot/bootx64.efi': Buffer.from('MZ') })).toBe(true);
    expect(await loaderOf({ 'EFI/Boot/bootx64.efi': Buffer.alloc(0) })).toBe(false);
    expect(await loaderOf({ 'EFI/Boot/bootaa64.efi': Buffer.from('MZ') })).toBe(false);
    expect(await loaderOf({ 'EFI/Boot/bootx64.efi/notes.txt': Buffer.from('MZ') })).toBe(false);
  });

  it('says why the folders of an EFI system partition cannot be read', async () => {
    const disk = await sampleDisk({});
    const esp = (await readLayout(disk)).partitions[0];
    // The first file allocation table behind its two reserved entries: no folder has a cluster any more.
    await disk.write((esp?.offset ?? 0) + 32 * 512 + 8, Buffer.alloc(64 * 1024));
    const { esp: found, ...rest } = await gatherImage(disk);
    expect(found?.problem).toBeInstanceOf(FormatError);
    expect(found?.fallbackLoader).toBe(false);
    expect(rest).not.toHaveProperty('bcd');
  });

  it('names each partition that the store speaks of and the disk has not, once', async () => {
    const bcdOf = async (store: Buffer) =>
      (await gatherImage(await sampleDisk({ files: { 'EFI/Microsoft/Boot/BCD': store } }))).bcd;
    expect(await bcdOf(sampleStore(strange))).toEqual({
      missing: false,
      danglingLoader: [strange.windows],
      danglingRecovery: [GUIDS.recovery],
    });
    expect(await bcdOf(Buffer.from('?'))).toEqual({
      missing: false,
      danglingLoader: [],
      danglingRecovery: [],
      problem: expect.stringContaining('EFI/Microsoft/Boot/BCD'),
    });
    expect(await bcdOf(sampleStore({ ...WITHOUT_RECOVERY, locate: true }))).toMatchObject({ loaderLocated: true });
  });

  it('says the state of each volume of NTFS, or why it is not known', async () => {
    const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'data'], ntfs: { flags: 1 } });
    const at = (await readLayout(disk)).partitions[3]?.offset ?? 0;
    await disk.write(at + 48, Buffer.alloc(8, 0xff));
    expect((await gatherImage(disk)).volumes).toEqual([
      { index: 3, fileSystem: 'ntfs', state: 'dirty' },
      { index: 4, fileSystem: 'ntfs', problem: expect.stringContaining('sample.raw'), unmountable: true },
    ]);
    await disk.write(at + 3, Buffer.from('-FVE-FS-'));
    expect((await gatherImage(disk)).volumes[1]).toEqual({ index: 4, fileSystem: 'bitlocker' });
  });
});

describe('the beginning of a disk', () => {
  it('tells its table, and nothing of what it does not hold', async () => {
    const whole = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    const first = await whole.read(0, 64 * 1024);
    const disk = memoryDisk(whole.size);
    await disk.write(0, first);
    const evidence = await gatherBeginning(disk);
    expect(evidence).not.toHaveProperty('backupDamage');
    expect(evidence).toMatchObject({ volumes: [], hybrid: false, layout: { table: 'gpt' } });
    expect(applyRules(IMAGE_RULES, evidence).map(({ code }) => code)).toEqual(['recovery-partition-protected']);
  });
});
