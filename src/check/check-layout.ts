/** What a disk must be before it is packaged: no Recovery partition, 512-byte sectors, and a loader that firmware finds by itself. */

import { cutOffRefused } from '../disk/cut-off.ts';
import type { Disk } from '../disk/disk.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { formatSize } from '../units.ts';
import { gatherImage } from './gather-image.ts';
import type { ImageEvidence } from './image-evidence.ts';
import { IMAGE_RULES } from './image-rules.ts';
import { applyRules } from './rule.ts';

export interface LayoutCheck {
  /** Absent when the disk has no table. */
  readonly layout?: DiskLayout;
  readonly findings: readonly Finding[];
}

export interface LayoutRules {
  readonly firmware: 'efi' | 'bios';
  /** Which Recovery partitions it may have: `last` one behind Windows, as build-vhd makes it where the template asks for it. */
  readonly recovery: 'none' | 'last' | 'any';
}

/** What a package may have and its user should know; everything else is judged below, or by verify-quiesce. */
const PASSED_ON: readonly string[] = [
  'mbr-hybrid',
  'gpt-entry-blank',
  'gpt-primary-damaged',
  'gpt-backup-damaged',
  'gpt-backup-not-at-end',
  'partition-protected',
  'bitlocker-volume',
  'windows-hibernated',
  'ntfs-dirty',
  'windows-unmountable',
];

/**
 * @throws UserError recovery-partition; disk-invalid for an image that was cut off or has partitions out of place; disk-format-unsupported for 4096-byte sectors; layout-wrong when an EFI VM could not start
 *   from the ESP; FormatError when a GPT is there but damaged
 */
export async function checkLayout(disk: Disk, rules: LayoutRules): Promise<LayoutCheck> {
  const image = await gatherImage(disk);
  if (image.sectorSize !== 512) throw sectorsRefused(disk, image.sectorSize);
  if (image.cutOff !== undefined) throw cutOffRefused(disk.path, image.cutOff);
  if (image.misplaced !== undefined) throw misplacedRefused(disk, image.misplaced);
  const { layout } = image;
  if (layout.table === 'none') {
    if (image.primaryDamage !== undefined && image.tableProblem) throw image.tableProblem;
    return { findings: rules.firmware === 'efi' ? [noEsp('The disk has no partition table')] : [] };
  }
  const findings = applyRules(IMAGE_RULES, image)
    .filter(({ code }) => PASSED_ON.includes(code))
    .map(
      ({ code, seen, remedy, severity }): Finding => ({
        code,
        severity: severity === 'error' ? 'warning' : severity,
        seen,
        remedy,
      }),
    );
  if (layout.table === 'mbr') {
    if (rules.firmware === 'efi') findings.push(noEsp('The disk has a master boot record and no GPT'));
    return { layout, findings };
  }
  const recovery = layout.partitions.filter(({ type }) => type === 'recovery');
  if (recovery.length > 0 && !isAllowed(rules.recovery, layout)) throw recoveryRefused(disk, recovery, rules.recovery);
  findings.push(...recovery.map((partition) => recoveryFinding(partition, rules.recovery)));
  if (rules.firmware === 'efi') findings.push(...loaderFindings(disk, image));
  return { layout, findings };
}

function sectorsRefused(disk: Disk, sectorSize: number): UserError {
  return new UserError(
    'disk-format-unsupported',
    `${disk.path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere sees 512-byte sectors and would not find its partitions`,
    'Build the image again with 512-byte sectors (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).',
  );
}

function misplacedRefused(disk: Disk, sentences: readonly string[]): UserError {
  return new UserError(
    'disk-invalid',
    `${disk.path} has a partition table by which firmware finds not all partitions: ${sentences.join('; ')}`,
    'Find out with gdisk (v) which entry is wrong and correct it, or build the image again.',
  );
}

function describe({ index, size, attributes, name }: LayoutPartition): string {
  return `partition ${index}${name === '' ? '' : ` ("${name}")`}, ${formatSize(size)}, attributes ${attributes}`;
}

/** Windows and then the one Recovery partition, with nothing behind it. */
function isAllowed(allowed: LayoutRules['recovery'], { partitions }: DiskLayout): boolean {
  if (allowed !== 'last') return allowed === 'any';
  const types = partitions.map(({ type }) => type);
  return types.indexOf('recovery') === types.length - 1 && types.at(-2) === 'windows';
}

function recoveryRefused(
  disk: Disk,
  recovery: readonly LayoutPartition[],
  allowed: LayoutRules['recovery'],
): UserError {
  const asked = allowed === 'last' ? ', and the template asks for one alone, behind Windows' : '';
  return new UserError(
    'recovery-partition',
    `${disk.path} has a Recovery partition: ${recovery.map(describe).join('; ')}${asked}. Quiesced snapshots of such a VM fail`,
    'Remove it with repair-template (input image), or set allow-recovery: true to package the disk all the same.',
  );
}

function recoveryFinding(partition: LayoutPartition, allowed: LayoutRules['recovery']): Finding {
  const asked = allowed === 'last' ? ', as the template asks for it' : '';
  return {
    code: 'recovery-partition',
    severity: 'warning',
    seen: `The disk is packaged with a Recovery partition${asked}: ${describe(partition)}.`,
    remedy: 'Remove it with repair-template; quiesced snapshots of the VM are expected to fail.',
  };
}

function noEsp(what: string): Finding {
  return {
    code: 'no-efi-system-partition',
    severity: 'warning',
    seen: `${what}, so a VM with EFI firmware has nothing to start.`,
    remedy:
      'Set firmware: bios if the disk starts by its master boot record, or lay it out with an EFI System Partition.',
  };
}

/** An OVF carries no NVRAM: the VM's firmware knows no boot entry and takes the fallback loader. */
function loaderFindings(disk: Disk, { esp }: ImageEvidence): Finding[] {
  if (esp === undefined) return [noEsp('The disk has no EFI System Partition')];
  if (esp.problem) throw esp.problem;
  if (esp.fallbackLoader && esp.loaderFault === undefined) return [];
  throw new UserError(
    'layout-wrong',
    `${disk.path}: the EFI System Partition (partition ${esp.index}) has ${esp.loaderFault === undefined ? 'no \\EFI\\Boot\\bootx64.efi' : `a \\EFI\\Boot\\bootx64.efi that ${esp.loaderFault}`}, so a new VM would not start`,
    'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi there under that name (bcdboot does it), or build the image with build-vhd.',
  );
}
