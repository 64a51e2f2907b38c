import { describe, expect, it } from 'vitest';
import type { ImageEvidence } from '../../../src/check/image-evidence.ts';
import { DATA_DISK_RULES, IMAGE_RULES } from '../../../src/check/image-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE, RECOVERY_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import type { DiskLayout, LayoutPartition } from '../../../src/disk/layout.ts';
import { FormatError } from '../../../src/errors.ts';

const MIB = 2 ** 20;
const NONE = '0x0000000000000000';

function partition(index: number, more: Partial<LayoutPartition>): LayoutPartition {
  const bare = { index, type: 'other', typeGuid: '', guid: `guid-${index}`, name: '', attributes: NONE } as const;
  return { ...bare, offset: index * MIB, size: 16 * MIB, ...more };
}

const ESP = partition(1, { type: 'esp', typeGuid: ESP_TYPE });
const MSR = partition(2, { type: 'msr', typeGuid: MSR_TYPE });
const WINDOWS = partition(3, { type: 'windows', typeGuid: BASIC_DATA_TYPE, fileSystem: 'ntfs' });
const RECOVERY = partition(4, { type: 'recovery', typeGuid: RECOVERY_TYPE });
const DATA = partition(5, { type: 'basic-data', typeGuid: BASIC_DATA_TYPE });

function layoutOf(partitions: readonly LayoutPartition[], table: DiskLayout['table'] = 'gpt'): DiskLayout {
  return { table, diskSize: 256 * MIB, sectorSize: 512, partitions };
}

const SOUND_BCD = { missing: false, danglingLoader: [], danglingRecovery: [] };
const SOUND: ImageEvidence = {
  path: 'a.vhd',
  layout: layoutOf([ESP, MSR, WINDOWS]),
  hybrid: false,
  sectorSize: 512,
  volumes: [{ index: 3, fileSystem: 'ntfs', state: 'clean' }],
  esp: { index: 1, fallbackLoader: true },
  bcd: SOUND_BCD,
};

/** What each finding is and what it saw: `code severity [predicts] sentence`. */
function said(more: Partial<ImageEvidence>, rules = IMAGE_RULES): string[] {
  return applyRules(rules, { ...SOUND, ...more }).map(
    ({ code, severity, predicts, seen }) => `${code} ${severity}${predicts ? ` [${predicts}]` : ''} ${seen}`,
  );
}

describe('the offline rules, each by its own evidence', () => {
  it('have nothing to say about a sound disk', () => {
    expect(said({})).toEqual([]);
  });

  it('tell a volume without room for a shadow copy, by its size', () => {
    const volume = (size: number, free: number) => ({
      volumes: [{ index: 4, fileSystem: 'ntfs' as const, state: 'clean' as const, size, free }],
    });
    expect(said(volume(499 * MIB, 26 * MIB))).toEqual([
      'volume-too-full warning [failed] The volume of partition 4 (499 MiB) has 26 MiB free, and a shadow copy of it needs 50 MiB',
    ]);
    expect(said(volume(500 * MIB - 1, 50 * MIB))).toEqual([]);
    expect(said(volume(500 * MIB, 320 * MIB - 1))).toEqual([
      expect.stringMatching(/^volume-too-full .* needs 320 MiB$/),
    ]);
    expect(said(volume(500 * MIB, 320 * MIB))).toEqual([]);
  });

  it('tell a deduplicated volume', () => {
    const volumes = [{ index: 5, fileSystem: 'ntfs' as const, state: 'clean' as const, dedup: true as const }];
    expect(said({ volumes })).toEqual([
      'dedup-volume warning The volume of partition 5 is deduplicated: its chunk store holds what files are made of',
    ]);
  });

  it('tell a protected Recovery partition from another one', () => {
    const protectedOne = { ...RECOVERY, attributes: '0x8000000000000001' };
    expect(said({ layout: layoutOf([ESP, MSR, WINDOWS, protectedOne]) })).toEqual([
      'recovery-partition-protected error [failed] Partition 4 is a protected Recovery partition ' +
        '(offset 4 MiB, size 16 MiB, attributes 0x8000000000000001)',
    ]);
    const hidden = { ...RECOVERY, attributes: '0x8000000000000000' };
    expect(said({ layout: layoutOf([ESP, MSR, WINDOWS, hidden]) })).toEqual([
      'recovery-partition warning Partition 4 is a Recovery partition (offset 4 MiB, size 16 MiB, attributes 0x8000000000000000)',
    ]);
  });

  it('mind a Recovery partition on a disk with a master boot record as little as the snapshot provider', () => {
    const windows = { ...DATA, mbrType: '0x07', fileSystem: 'ntfs' as const };
    const recovery = { ...RECOVERY, attributes: '0x8000000000000001', mbrType: '0x27' };
    const bare = { ...partition(6, {}), mbrType: '0x83' };
    expect(said({ layout: layoutOf([windows, recovery, bare], 'mbr') })).toEqual([
      'disk-not-gpt warning a.vhd is partitioned by a master boot record, not GPT: partition 5 of type 0x07 (ntfs), ' +
        'partition 4 of type 0x27 (Windows recovery), partition 6 of type 0x83',
    ]);
  });

  it('see a disk without a table, unless its GPT is only damaged', () => {
    const none = {
      layout: layoutOf([], 'none'),
      tableProblem: new FormatError('table', 0, 'one', 'none'),
      volumes: [],
    };
    expect(said(none)).toEqual([
      'disk-unpartitioned error a.vhd has no partition table that can be used: table: at offset 0: expected one, found none',
    ]);
    expect(said({ ...none, primaryDamage: 'its checksum is wrong' })).toEqual([
      'gpt-primary-damaged error The primary GPT is damaged: its checksum is wrong',
    ]);
  });

  it.each<[string, Partial<ImageEvidence>, readonly string[]]>([
    [
      'a hybrid MBR',
      { hybrid: true },
      ['mbr-hybrid warning a.vhd has a hybrid MBR: it lists partitions beside the protective entry of a GPT disk'],
    ],
    [
      'large sectors',
      { sectorSize: 4096 },
      ['sector-size-4096 error a.vhd is a disk of 4096-byte sectors; a VM in vSphere has 512-byte sectors'],
    ],
    [
      'a damaged primary GPT',
      { primaryDamage: 'torn' },
      ['gpt-primary-damaged error The primary GPT is damaged: torn'],
    ],
    ['a damaged backup GPT', { backupDamage: 'torn' }, ['gpt-backup-damaged warning The backup GPT is damaged: torn']],
    [
      'an image that broke off, whose backup GPT is not damaged but missing',
      { cutOff: 'its table speaks of a disk that is 1 MiB larger', backupDamage: 'torn' },
      ['image-cut-off error The end of a.vhd is missing: its table speaks of a disk that is 1 MiB larger'],
    ],
    [
      'a backup GPT before the end',
      { backupShort: 3 * MIB },
      ['gpt-backup-not-at-end warning The backup GPT is not at the end of the disk: 3 MiB behind it belong to nobody'],
    ],
    [
      'protected partitions of every kind',
      {
        layout: layoutOf([
          { ...ESP, attributes: '0x0000000000000003' },
          MSR,
          { ...WINDOWS, attributes: '0x0000000000000002' },
        ]),
      },
      [
        'partition-protected warning [failed] Partition 1 (esp) is marked as required by the platform ' +
          '(GPT attribute bit 0, attributes 0x0000000000000003)',
      ],
    ],
    [
      'BitLocker',
      {
        volumes: [
          { index: 3, fileSystem: 'bitlocker' },
          { index: 5, fileSystem: 'ntfs', state: 'clean' },
        ],
      },
      ['bitlocker-volume error Partition 3 is encrypted by BitLocker'],
    ],
    [
      'every state of an NTFS volume',
      {
        volumes: (['clean', 'hibernated', 'dirty', 'unfinished', 'no-information'] as const).map((state, at) => ({
          index: at + 1,
          fileSystem: 'ntfs',
          state,
        })),
      },
      [
        'windows-hibernated error Windows is hibernated on partition 2',
        'ntfs-dirty warning The NTFS volume of partition 3 is marked dirty',
        'ntfs-dirty warning The NTFS volume of partition 4 was not dismounted cleanly: its journal holds unfinished changes',
        'ntfs-unreadable warning The NTFS volume of partition 5 has no volume information',
      ],
    ],
    [
      'a volume that cannot be read',
      { volumes: [{ index: 3, fileSystem: 'ntfs', problem: 'record 3 is torn' }] },
      ['ntfs-unreadable warning The NTFS volume of partition 3 cannot be read: record 3 is torn'],
    ],
    [
      'what volume managers leave',
      {
        layout: layoutOf([
          ESP,
          MSR,
          WINDOWS,
          partition(4, { typeGuid: '5808C8AA-7E8F-42E0-85D2-E1E90434CFB3' }),
          partition(5, { typeGuid: 'af9b60a0-1431-4f62-bc68-3311714a69ad' }),
          partition(6, { typeGuid: 'e75caf8f-f680-4cee-afa3-b001e56efc2d' }),
        ]),
      },
      [
        'dynamic-disk error [filesystem] Partition 4 holds metadata of a dynamic disk',
        'dynamic-disk error [filesystem] Partition 5 holds data of a dynamic disk',
        'dynamic-disk error [filesystem] Partition 6 holds Storage Spaces',
      ],
    ],
    [
      'no place for Windows',
      { layout: layoutOf([ESP, MSR]) },
      ['windows-partition-missing error No partition can hold Windows (none is of type basic data)'],
    ],
    ['a data partition that can hold Windows', { layout: layoutOf([ESP, MSR, DATA]) }, []],
    [
      'no EFI system partition',
      {
        layout: layoutOf([
          { ...MSR, index: 1 },
          { ...WINDOWS, index: 2 },
        ]),
      },
      ['esp-missing error There is no EFI system partition, so EFI firmware cannot start this disk'],
    ],
    [
      'an EFI system partition that cannot be read, of which nothing more is said',
      { esp: { index: 1, fallbackLoader: false, problem: new FormatError('volume', 0, 'a FAT', 'none') } },
      ['esp-unreadable error The EFI system partition cannot be read: volume: at offset 0: expected a FAT, found none'],
    ],
    [
      'no fallback loader',
      { esp: { index: 1, fallbackLoader: false } },
      [
        'esp-fallback-loader-missing error The fallback loader \\EFI\\Boot\\bootx64.efi is missing: ' +
          'a VM made from an OVA has no firmware entry and would not start',
      ],
    ],
    [
      'no reserved partition',
      { layout: layoutOf([ESP, { ...WINDOWS, index: 2 }]) },
      ['msr-missing warning There is no Microsoft reserved partition'],
    ],
    [
      'no boot store',
      { bcd: { ...SOUND_BCD, missing: true } },
      ['bcd-missing error The boot store \\EFI\\Microsoft\\Boot\\BCD is missing'],
    ],
    [
      'a boot store that cannot be read',
      { bcd: { ...SOUND_BCD, problem: 'no hive' } },
      ['bcd-unreadable warning The boot store cannot be read: no hive'],
    ],
    [
      'a boot store that points nowhere',
      { bcd: { ...SOUND_BCD, danglingLoader: ['a', 'b'], danglingRecovery: ['c'] } },
      [
        'bcd-loader-dangling error The boot store starts Windows from partition a, which is not on this disk',
        'bcd-loader-dangling error The boot store starts Windows from partition b, which is not on this disk',
        "bcd-recovery-dangling warning The boot store's recovery sequence names partition c, which is not on this disk",
      ],
    ],
    [
      'a boot store that looks for Windows where no NTFS is',
      { layout: layoutOf([ESP, MSR, { ...DATA, index: 3 }]), volumes: [], bcd: { ...SOUND_BCD, loaderLocated: true } },
      [
        'windows-partition-missing error No partition holds NTFS, where the boot store looks for Windows (locate)',
        expect.stringMatching(/^bcd-loader-located/),
      ],
    ],
    [
      'the same where BitLocker encrypts it',
      {
        layout: layoutOf([ESP, MSR, { ...DATA, index: 3, fileSystem: 'bitlocker' }]),
        volumes: [{ index: 3, fileSystem: 'bitlocker' }],
        bcd: { ...SOUND_BCD, loaderLocated: true },
      },
      ['bitlocker-volume error Partition 3 is encrypted by BitLocker', expect.stringMatching(/^bcd-loader-located/)],
    ],
    [
      'a volume for data that nobody mounts, and one of Windows',
      {
        layout: layoutOf([ESP, MSR, WINDOWS, { ...DATA, index: 4, fileSystem: 'ntfs' }]),
        volumes: [
          { index: 3, fileSystem: 'ntfs', problem: 'it is too large', unmountable: true },
          { index: 4, fileSystem: 'ntfs', problem: 'it is too large', unmountable: true },
        ],
      },
      [
        'ntfs-unreadable warning The NTFS volume of partition 4 cannot be read: it is too large',
        'windows-unmountable error Windows (partition 3) is on a volume that it does not mount: it is too large',
      ],
    ],
    [
      'a boot store that looks for Windows',
      { bcd: { ...SOUND_BCD, loaderLocated: true } },
      [
        'bcd-loader-located info The boot store names no partition for Windows but looks for it (locate): ' +
          'the first volume with \\Windows\\system32\\winload.efi starts',
      ],
    ],
  ])('see %s', (_, evidence, expected) => {
    expect(said(evidence)).toEqual(expected);
  });

  it('ask nothing of a boot chain that was not looked at', () => {
    const { esp: _esp, bcd: _bcd, ...rest } = SOUND;
    expect(applyRules(IMAGE_RULES, rest)).toEqual([]);
  });

  it('tell a cure with every finding, the command line too', () => {
    for (const { code, remedy } of IMAGE_RULES) expect(remedy, code).toMatch(/^[A-Z].{30,}\.$/);
    const [first, second] = IMAGE_RULES;
    expect(first?.remedy).toContain('"gpt attributes=0x8000000000000000", "delete partition override"');
    expect(second?.remedy).toContain(first?.remedy);
  });
});

it('ask of a data disk nothing that only a system disk needs', () => {
  const bare = { layout: layoutOf([]), volumes: [], esp: { index: 1, fallbackLoader: false } };
  const bcd = {
    missing: true,
    problem: 'no hive',
    danglingLoader: ['a'],
    danglingRecovery: ['b'],
    loaderLocated: true,
  };
  const unreadable = { index: 1, fallbackLoader: false, problem: new FormatError('volume', 0, 'a FAT', 'none') };
  expect(said({ ...bare, bcd })).toHaveLength(9);
  for (const more of [
    { ...bare, bcd },
    { esp: unreadable },
    { layout: layoutOf([], 'none'), volumes: [] },
    { layout: layoutOf([DATA], 'mbr') },
  ]) {
    expect(said(more, DATA_DISK_RULES)).toEqual([]);
  }
  expect(DATA_DISK_RULES.map(({ code }) => code)).toEqual([
    'recovery-partition-protected',
    'recovery-partition',
    'partition-protected',
    'mbr-hybrid',
    'sector-size-4096',
    'image-cut-off',
    'gpt-partition-misplaced',
    'guid-not-unique',
    'gpt-primary-damaged',
    'gpt-backup-damaged',
    'gpt-backup-not-at-end',
    'bitlocker-volume',
    'windows-hibernated',
    'ntfs-dirty',
    'ntfs-unreadable',
    'dynamic-disk',
    'volume-too-full',
    'dedup-volume',
  ]);
});
