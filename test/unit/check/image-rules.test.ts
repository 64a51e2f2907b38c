import { describe, expect, it } from 'vitest';
import { gatherImage } from '../../../src/check/gather-image.ts';
import { IMAGE_RULES } from '../../../src/check/image-rules.ts';
import { applyRules, bySeverity, forLevel } from '../../../src/check/rule.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { GUIDS, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';

async function findingsOf(options: SampleDiskOptions, damage: (disk: WritableDisk) => Promise<void> = async () => {}) {
  const disk = await sampleDisk(options);
  await damage(disk);
  return applyRules(IMAGE_RULES, await gatherImage(disk));
}

const zero = (offset: (size: number) => number, length: number) => (disk: WritableDisk) =>
  disk.write(offset(disk.size), Buffer.alloc(length));
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
  ])('see %s', async (_, options, codes) => {
    expect((await findingsOf(options)).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, (disk: WritableDisk) => Promise<void>, readonly string[]]>([
    ['a damaged primary GPT', zero(() => 512, 512), ['gpt-primary-damaged']],
    ['a damaged backup GPT', zero((size) => size - 512, 512), ['gpt-backup-damaged']],
    ['an empty disk', zero(() => 0, 2 ** 20), ['gpt-primary-damaged']],
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
      const mbr = Buffer.alloc(512);
      mbr.writeUInt8(7, 450);
      mbr.writeUInt16LE(0xaa55, 510);
      await disk.write(0, mbr);
    };
    expect((await findingsOf({}, withMbr)).map(({ code }) => code)).toEqual([
      'disk-not-gpt',
      'windows-partition-missing',
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
