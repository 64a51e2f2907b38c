/** What a disk must be before it is packaged: no Recovery partition, and a loader that firmware finds by itself. */

import type { Disk } from '../disk/disk.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import { type DiskLayout, type LayoutPartition, readLayout } from '../disk/layout.ts';
import { FormatError, UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { formatSize } from '../units.ts';

/** Where firmware looks on a disk it has no boot entry for (UEFI specification, section 3.5.1.1). */
const FALLBACK_LOADER = '/EFI/Boot/bootx64.efi';

export interface LayoutCheck {
  /** Absent when the disk has no GPT. */
  readonly layout?: DiskLayout;
  readonly findings: readonly Finding[];
}

export interface LayoutRules {
  readonly firmware: 'efi' | 'bios';
  readonly allowRecovery: boolean;
}

/**
 * @throws UserError recovery-partition; layout-wrong when an EFI VM could not start from the ESP; FormatError when a GPT is
 *   there but damaged
 */
export async function checkLayout(disk: Disk, rules: LayoutRules): Promise<LayoutCheck> {
  const layout = await readLayoutIfAny(disk);
  if (!layout) return { findings: rules.firmware === 'efi' ? [noEsp('The disk has no GPT')] : [] };
  const recovery = layout.partitions.filter(({ type }) => type === 'recovery');
  if (recovery.length > 0 && !rules.allowRecovery) throw recoveryRefused(disk, recovery);
  const findings = recovery.map(recoveryFinding);
  if (rules.firmware === 'efi') findings.push(...(await checkLoader(disk, layout)));
  return { layout, findings };
}

async function readLayoutIfAny(disk: Disk): Promise<DiskLayout | undefined> {
  // The protective MBR's one partition of type 0xee says that a GPT is meant to be there.
  const mbr = disk.size >= 512 ? await disk.read(0, 512) : Buffer.alloc(512);
  const protective = [450, 466, 482, 498].some((at) => mbr.readUInt8(at) === 0xee);
  try {
    return await readLayout(disk);
  } catch (error) {
    if (protective || !(error instanceof FormatError)) throw error;
    return undefined;
  }
}

function describe({ index, size, attributes, name }: LayoutPartition): string {
  return `partition ${index}${name === '' ? '' : ` ("${name}")`}, ${formatSize(size)}, attributes ${attributes}`;
}

function recoveryRefused(disk: Disk, recovery: readonly LayoutPartition[]): UserError {
  return new UserError(
    'recovery-partition',
    `${disk.path} has a Recovery partition: ${recovery.map(describe).join('; ')}. Quiesced snapshots of such a VM fail`,
    'Remove it with repair-template (input image), or set allow-recovery: true to package the disk all the same.',
  );
}

function recoveryFinding(partition: LayoutPartition): Finding {
  return {
    code: 'recovery-partition',
    severity: 'warning',
    seen: `The disk is packaged with a Recovery partition: ${describe(partition)}.`,
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
async function checkLoader(disk: Disk, layout: DiskLayout): Promise<Finding[]> {
  const esp = layout.partitions.find(({ type }) => type === 'esp');
  if (!esp) return [noEsp('The disk has no EFI System Partition')];
  const volume = await openFatVolume(disk, esp.offset, esp.size);
  const loader = await volume.find(FALLBACK_LOADER);
  if (loader && !loader.isDirectory && loader.size > 0) return [];
  throw new UserError(
    'layout-wrong',
    `${disk.path}: the EFI System Partition (partition ${esp.index}) has no ${FALLBACK_LOADER.replaceAll('/', '\\')}, so a new VM would not start`,
    'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi there under that name (bcdboot does it), or build the image with build-vhd.',
  );
}
