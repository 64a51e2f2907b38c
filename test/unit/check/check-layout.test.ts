import { describe, expect, it } from 'vitest';
import { checkLayout } from '../../../src/check/check-layout.ts';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import type { Disk, WritableDisk } from '../../../src/disk/disk.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, RECOVERY_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { encodeProtectiveMbr } from '../../../src/disk/mbr.ts';
import { FormatError } from '../../../src/errors.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { blankEntry, changeEntries } from '../disk/gpt/change-entries.ts';
import { type FatFiles, makeFat32 } from '../disk/make-fat.ts';
import { memoryDisk, resizedDisk } from '../disk/memory-disk.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { mbrOf } from '../disk/sample-mbr.ts';
import { sampleNtfs } from '../disk/sample-ntfs.ts';

const MIB = 2 ** 20;
const LOADER: FatFiles = { 'EFI/Boot/bootx64.efi': portableExecutable('boot', 512, SUBSYSTEM.efiApplication) };
const EFI = { firmware: 'efi', recovery: 'none' } as const;
const guid = (digit: number): string => `${digit}0000000-0000-4000-8000-000000000000`;

function makeDisk(options: { esp?: FatFiles; recovery?: boolean }): Disk {
  const diskSize = 128 * MIB;
  const esp = options.esp && makeFat32(options.esp);
  const partitions = placePartitions(diskSize, [
    ...(options.recovery
      ? [
          {
            typeGuid: RECOVERY_TYPE,
            guid: guid(1),
            name: 'Recovery tools',
            attributes: 0x8000000000000001n,
            size: 16 * MIB,
          },
        ]
      : []),
    ...(esp ? [{ typeGuid: ESP_TYPE, guid: guid(2), name: 'ESP', size: 64 * MIB }] : []),
    { typeGuid: BASIC_DATA_TYPE, guid: guid(3), name: 'Windows', size: 'rest' as const },
  ]);
  const offset = partitions.find(({ typeGuid }) => typeGuid === ESP_TYPE)?.offset ?? 0;
  const pieces = (esp?.pieces ?? []).map((piece) => ({ ...piece, offset: offset + piece.offset }));
  return composedDisk(diskSize, [...buildGpt({ diskSize, diskGuid: guid(4), partitions }), ...pieces]);
}

it('passes a disk that starts by the fallback loader', async () => {
  const { layout, findings } = await checkLayout(makeDisk({ esp: LOADER }), EFI);
  expect(layout?.partitions.map(({ type }) => type)).toEqual(['esp', 'basic-data']);
  expect(findings).toEqual([]);
});

it('refuses a Recovery partition and names number, size, attributes and the cure', async () => {
  await expect(checkLayout(makeDisk({ esp: LOADER, recovery: true }), EFI)).rejects.toMatchObject({
    code: 'recovery-partition',
    message: expect.stringMatching(/partition 1 \("Recovery tools"\), 16 MiB, attributes 0x8000000000000001/),
    hint: expect.stringContaining('repair-template'),
  });
});

it('packages it with a warning when somebody insists', async () => {
  const { findings } = await checkLayout(makeDisk({ esp: LOADER, recovery: true }), { ...EFI, recovery: 'any' });
  expect(findings).toMatchObject([{ code: 'recovery-partition', severity: 'warning' }]);
});

it('refuses an EFI System Partition without the fallback loader', async () => {
  const esp = { 'EFI/Microsoft/Boot/bootmgfw.efi': Buffer.from('MZ') };
  await expect(checkLayout(makeDisk({ esp }), EFI)).rejects.toMatchObject({
    code: 'layout-wrong',
    message: expect.stringContaining('\\EFI\\Boot\\bootx64.efi'),
  });
  expect((await checkLayout(makeDisk({ esp }), { ...EFI, firmware: 'bios' })).findings).toEqual([]);
});

it('refuses a fallback loader that firmware does not start', async () => {
  for (const [loader, fault] of [
    [Buffer.from('MZ'), 'is no EFI program'],
    [LOADER['EFI/Boot/bootx64.efi']?.subarray(0, 1100), 'is cut short'],
  ] as const) {
    const disk = makeDisk({ esp: { 'EFI/Boot/bootx64.efi': loader ?? Buffer.alloc(0) } });
    const message = expect.stringContaining(`a \\EFI\\Boot\\bootx64.efi that ${fault}`);
    await expect(checkLayout(disk, EFI)).rejects.toMatchObject({ code: 'layout-wrong', message });
  }
});

it('warns about EFI firmware without anything to start', async () => {
  for (const disk of [makeDisk({}), memoryDisk(MIB)]) {
    expect((await checkLayout(disk, EFI)).findings).toMatchObject([{ code: 'no-efi-system-partition' }]);
  }
  expect(await checkLayout(memoryDisk(MIB), { ...EFI, firmware: 'bios' })).toEqual({ findings: [] });
});

it('refuses a disk of 4096-byte sectors, by its table or by what the image says', async () => {
  const diskSize = 128 * MIB;
  const partitions = placePartitions(
    diskSize,
    [{ typeGuid: BASIC_DATA_TYPE, guid: guid(3), name: '', size: 'rest' }],
    4096,
  );
  const native = composedDisk(diskSize, buildGpt({ diskSize, sectorSize: 4096, diskGuid: guid(4), partitions }));
  for (const disk of [native, { ...makeDisk({ esp: LOADER }), sectorSize: 4096 }]) {
    await expect(checkLayout(disk, EFI)).rejects.toMatchObject({
      code: 'disk-format-unsupported',
      message: expect.stringContaining('4096-byte sectors'),
    });
  }
});

it('shows the layout of a disk with a master boot record, which BIOS firmware starts', async () => {
  const disk = memoryDisk(4 * MIB);
  await disk.write(0, mbrOf([{ type: 0x07, first: 2048, sectors: 4096 }]));
  const bios = await checkLayout(disk, { ...EFI, firmware: 'bios' });
  expect(bios).toMatchObject({ findings: [], layout: { table: 'mbr', partitions: [{ mbrType: '0x07' }] } });
  expect((await checkLayout(disk, EFI)).findings).toMatchObject([{ code: 'no-efi-system-partition' }]);
});

it.each([
  ['hibernated', { ntfs: { hibernated: true } }, 'windows-hibernated'],
  ['dirty', { ntfs: { flags: 1 } }, 'ntfs-dirty'],
  ['protected', { attributes: { msr: 1n } }, 'partition-protected'],
] as const)('tells what is %s about the disk that it packages', async (_, options, code) => {
  const { findings } = await checkLayout(await sampleDisk(options), EFI);
  expect(findings).toMatchObject([{ code, severity: 'warning' }]);
});

it('does not take a disk with a destroyed GPT for one without', async () => {
  const disk = memoryDisk(MIB);
  await disk.write(0, encodeProtectiveMbr(MIB, 512));
  await expect(checkLayout(disk, EFI)).rejects.toBeInstanceOf(FormatError);
});

it('passes on what damages no start: BitLocker, a backup table that is damaged or not at the end, a hybrid MBR', async () => {
  const codes = async (change: (disk: WritableDisk) => Promise<unknown>): Promise<string[]> => {
    const disk = await sampleDisk();
    await change(disk);
    const { findings } = await checkLayout(disk, EFI);
    return findings.map(({ code, severity }) => `${code} ${severity}`);
  };
  const windows = (await readLayout(await sampleDisk())).partitions[2]?.offset ?? 0;
  expect(await codes((disk) => disk.write(windows + 3, Buffer.from('-FVE-FS-')))).toEqual(['bitlocker-volume warning']);
  expect(await codes((disk) => disk.write(disk.size - 512, Buffer.alloc(512)))).toEqual(['gpt-backup-damaged warning']);
  expect(await codes((disk) => disk.write(446 + 16 + 4, Buffer.from([7])))).toEqual(['mbr-hybrid warning']);
  expect(await codes((disk) => disk.write(512, Buffer.alloc(512)))).toEqual(['gpt-primary-damaged warning']);
  expect(await codes((disk) => disk.write(windows + 11, Buffer.from([0, 16])))).toEqual([
    'windows-unmountable warning',
  ]);
  const front = await sampleDisk({ order: ['secondRecovery', 'esp', 'msr', 'windows'] });
  await blankEntry(front, 1);
  expect((await checkLayout(front, EFI)).findings).toMatchObject([{ code: 'gpt-entry-blank', severity: 'warning' }]);
  const grown = await resizedDisk(await sampleDisk(), 300 * MIB);
  expect((await checkLayout(grown, EFI)).findings).toMatchObject([{ code: 'gpt-backup-not-at-end' }]);
});

it('refuses a disk whose partitions firmware passes over', async () => {
  const disk = await sampleDisk();
  await changeEntries(disk, (entries) => entries.writeBigUInt64LE(entries.readBigUInt64LE(128 + 32), 40));
  await expect(checkLayout(disk, EFI)).rejects.toMatchObject({
    code: 'disk-invalid',
    message: expect.stringMatching(/firmware finds not all partitions: Partition 2 overlaps partition 1/),
  });
});

it('refuses a disk whose end is missing', async () => {
  const whole = await sampleDisk();
  const cut = await resizedDisk(whole, whole.size - 2 ** 19);
  await expect(checkLayout(cut, EFI)).rejects.toMatchObject({
    code: 'disk-invalid',
    message: expect.stringContaining('512 KiB larger'),
    hint: expect.stringContaining('Copy the image again'),
  });
});

it('warns about a Recovery partition on a GPT disk alone, by its own words', async () => {
  const rules = { firmware: 'bios', recovery: 'none' } as const;
  const disk = memoryDisk(8 * MIB);
  await disk.write(0, mbrOf([{ type: 0x27, first: 2048, sectors: 4096 }]));
  expect((await checkLayout(disk, rules)).findings).toEqual([]);
  const { findings } = await checkLayout(makeDisk({ esp: LOADER, recovery: true }), { ...EFI, recovery: 'any' });
  expect(findings[0]?.seen).toBe(
    'The disk is packaged with a Recovery partition: partition 1 ("Recovery tools"), 16 MiB, attributes 0x8000000000000001.',
  );
});

it('names no name where a Recovery partition has none', async () => {
  const partitions = placePartitions(64 * MIB, [{ typeGuid: RECOVERY_TYPE, guid: guid(1), name: '', size: 16 * MIB }]);
  const disk = composedDisk(64 * MIB, buildGpt({ diskSize: 64 * MIB, diskGuid: guid(4), partitions }));
  await expect(checkLayout(disk, EFI)).rejects.toMatchObject({
    message: expect.stringContaining(' has a Recovery partition: partition 1, 16 MiB, attributes 0x0000000000000000. '),
  });
});

it('says which partition lacks the loader, and why one cannot be read', async () => {
  const disk = await sampleDisk({ order: ['msr', 'esp', 'windows'], files: { 'EFI/Boot/bootx64.efi': null } });
  await expect(checkLayout(disk, EFI)).rejects.toThrow('the EFI System Partition (partition 2) has no');
  const esp = (await readLayout(disk)).partitions[1]?.offset ?? 0;
  await disk.write(esp, Buffer.alloc(512));
  await expect(checkLayout(disk, EFI)).rejects.toBeInstanceOf(FormatError);
});

describe('the Recovery partition that a template asks for', () => {
  type Kind = 'esp' | 'windows' | 'recovery' | 'data';
  const TYPES = { esp: ESP_TYPE, windows: BASIC_DATA_TYPE, recovery: RECOVERY_TYPE, data: BASIC_DATA_TYPE } as const;

  /** Partitions in this order, Windows with the head of an NTFS volume; `data` is smaller and holds none. */
  function disk(...kinds: readonly Kind[]): Disk {
    const diskSize = 256 * MIB;
    const esp = makeFat32(LOADER);
    const size = { esp: 64 * MIB, windows: 48 * MIB, recovery: 16 * MIB, data: 8 * MIB } as const;
    const partitions = placePartitions(
      diskSize,
      kinds.map((kind, index) => ({ typeGuid: TYPES[kind], guid: guid(index + 1), name: kind, size: size[kind] })),
    );
    const head = sampleNtfs().subarray(0, 512);
    const pieces = partitions.flatMap(({ name, offset }) => {
      if (name === 'esp') return esp.pieces.map((piece) => ({ ...piece, offset: offset + piece.offset }));
      return name === 'windows' ? [{ offset, content: head }] : [];
    });
    return composedDisk(diskSize, [...buildGpt({ diskSize, diskGuid: guid(9), partitions }), ...pieces]);
  }

  it('is packaged behind Windows, with a warning that says who asked', async () => {
    const { findings } = await checkLayout(disk('esp', 'windows', 'recovery'), { ...EFI, recovery: 'last' });
    expect(findings).toMatchObject([
      {
        code: 'recovery-partition',
        severity: 'warning',
        seen: expect.stringContaining('with a Recovery partition, as the template asks for it: partition 3') as string,
      },
    ]);
    expect((await checkLayout(disk('esp', 'windows'), { ...EFI, recovery: 'last' })).findings).toEqual([]);
  });

  it.each<[string, Kind[]]>([
    ['before Windows', ['esp', 'recovery', 'windows']],
    ['twice, one of them before', ['recovery', 'esp', 'windows', 'recovery']],
    ['twice behind Windows', ['esp', 'windows', 'recovery', 'recovery']],
    ['with something behind it', ['esp', 'windows', 'recovery', 'data']],
    ['behind something else than Windows', ['esp', 'windows', 'data', 'recovery']],
  ])('is refused %s', async (_, kinds) => {
    await expect(checkLayout(disk(...kinds), { ...EFI, recovery: 'last' })).rejects.toMatchObject({
      code: 'recovery-partition',
      message: expect.stringMatching(/, and the template asks for one alone, behind Windows\. Quiesced/) as string,
    });
    const { findings } = await checkLayout(disk(...kinds), { ...EFI, recovery: 'any' });
    expect(findings.map(({ code }) => code)).toContain('recovery-partition');
  });

  it('is refused where nobody asks', async () => {
    await expect(checkLayout(disk('esp', 'windows', 'recovery'), EFI)).rejects.toMatchObject({
      message: expect.stringMatching(/attributes 0x0000000000000000\. Quiesced/) as string,
    });
  });
});
