/** Everything that a disk image or an OVA says about itself, for people who look at one: the check's findings and the facts behind them. */

import { checkImage, type ImageCheck } from '../../check/check-image.ts';
import { gatherImage } from '../../check/gather-image.ts';
import type { ImageEvidence } from '../../check/image-evidence.ts';
import type { Level } from '../../check/verdict.ts';
import { hasVmwareTools } from '../../check/vmware-tools.ts';
import type { Disk } from '../../disk/disk.ts';
import { FormatError, orDamage, UserError } from '../../errors.ts';
import { openSystemDisk } from '../../ova/open-system-disk.ts';
import { type ImageWindows, readImageWindows } from '../../windows/verify/image-windows.ts';

export interface Inspection {
  /** As it was given. */
  readonly path: string;
  readonly check: ImageCheck;
  readonly esp: EspState;
  readonly bootStore: BootStoreState;
  /** Undefined where no volume has the registry of a Windows. */
  readonly windows: ImageWindows | { readonly unreadable: string } | undefined;
  readonly vmwareTools: boolean;
}

export type EspState = 'none' | 'fallback-loader' | 'no-fallback-loader' | 'unreadable';
export type BootStoreState =
  | 'none'
  | 'starts-windows'
  | 'locates-windows'
  | 'loader-dangling'
  | 'recovery-dangling'
  | 'unreadable';

/** @throws as checkImage */
export async function inspectImage(path: string, level: Level): Promise<Inspection> {
  const check = await checkImage(path, level);
  const disk = await openSystemDisk(path);
  try {
    const evidence = await gatherImage(disk);
    return {
      path,
      check,
      esp: espState(evidence),
      bootStore: bootStoreState(evidence),
      windows: await windowsOf(disk, evidence),
      vmwareTools: await hasVmwareTools(disk, evidence.layout),
    };
  } finally {
    await disk.close();
  }
}

function espState({ esp }: ImageEvidence): EspState {
  if (esp === undefined) return 'none';
  if (esp.problem !== undefined) return 'unreadable';
  return esp.fallbackLoader ? 'fallback-loader' : 'no-fallback-loader';
}

function bootStoreState({ bcd }: ImageEvidence): BootStoreState {
  if (bcd === undefined || bcd.missing) return 'none';
  if (bcd.problem !== undefined) return 'unreadable';
  if (bcd.danglingLoader.length > 0) return 'loader-dangling';
  if (bcd.danglingRecovery.length > 0) return 'recovery-dangling';
  return bcd.loaderLocated ? 'locates-windows' : 'starts-windows';
}

async function windowsOf(disk: Disk, { layout }: ImageEvidence): Promise<Inspection['windows']> {
  const partition = layout.partitions.find(({ type }) => type === 'windows');
  if (partition?.fileSystem !== 'ntfs') return undefined;
  try {
    const read = await orDamage(() => readImageWindows(disk, partition));
    return read instanceof FormatError ? { unreadable: read.message } : read;
  } catch (error) {
    // A data volume is taken for the one of Windows where nothing says better; it has no registry.
    if (error instanceof UserError && error.code === 'layout-wrong') return undefined;
    throw error;
  }
}
