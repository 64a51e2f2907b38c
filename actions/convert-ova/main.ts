/** Opens the disk, refuses what would not work as a VM, and packs the rest. */

import { dirname } from 'node:path';
import { checkLayout } from '../../src/check/check-layout.ts';
import { hasVmwareTools } from '../../src/check/vmware-tools.ts';
import type { Context } from '../../src/context.ts';
import { findFreeSpace, type VolumeFreeSpace } from '../../src/disk/free-space.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import { skipFreeSpace } from '../../src/disk/skip-free-space.ts';
import { HELD_PATH, partialOf } from '../../src/files/held-path.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { createCommandSigner, type RunCommandLine } from '../../src/ova/command-signer.ts';
import { type ConvertSource, openImage } from '../../src/ova/open-image.ts';
import type { Signer } from '../../src/ova/signature.ts';
import { type OvaResult, writeOva } from '../../src/ova/write-ova.ts';
import { showProgress } from '../../src/progress.ts';
import type { Finding } from '../../src/report/report.ts';
import { runUserCommand } from '../../src/runner/user-command.ts';
import { formatSize } from '../../src/units.ts';
import type { ConvertOvaInputs } from './inputs.ts';

export interface ConvertOvaResult {
  /** Absolute path of the image that was packed. */
  readonly source: string;
  /** Absolute path. */
  readonly ova: string;
  readonly sha256: string;
  /** Bytes of the OVA. */
  readonly size: number;
  /** Virtual size of the disk, bytes. */
  readonly capacity: number;
  readonly engine: ConvertSource['engine'];
  /** How the input stored the disk, e.g. `vhd-dynamic`. */
  readonly format: string;
  readonly level: number;
  readonly guestId: string;
  /** The disk inside the OVA; sizes in bytes, the digest by the manifest's algorithm. */
  readonly disk: OvaResult['disk'];
  /** VMware Tools are installed on the disk, and its descriptor says so. */
  readonly toolsInstalled: boolean;
  readonly layout?: DiskLayout;
  /** What was left out of each volume, or why nothing was; empty when skip-free-space is off. */
  readonly freeSpace: readonly VolumeFreeSpace[];
  /** Bytes in no partition, left out too. */
  readonly unallocated: number;
  readonly findings: readonly Finding[];
}

export async function main(inputs: ConvertOvaInputs, context: Context): Promise<ConvertOvaResult> {
  const { disk, engine } = await openImage(inputs.disk, inputs.engine, context);
  try {
    const { layout, findings } = await checkLayout(disk, {
      firmware: inputs.vm.firmware,
      recovery: inputs.recovery,
    });
    context.log.info(`${disk.path}: ${formatSize(disk.size)}, ${disk.format}`);
    const freeSpace = inputs.skipFreeSpace ? await findFreeSpace(disk) : undefined;
    const volumes = freeSpace?.volumes ?? [];
    const source = freeSpace ? skipFreeSpace(disk, freeSpace) : disk;
    const toolsInstalled = layout !== undefined && (await hasVmwareTools(disk, layout));
    await makeFolder(dirname(inputs.ova));
    const signer = inputs.signer ?? commandSigner(inputs, context);
    const whole = context.hold(HELD_PATH, await partialOf(inputs.ova));
    const ova = await writeOva(source, inputs.ova, {
      vm: inputs.vm,
      level: inputs.level,
      manifest: inputs.manifest,
      modified: inputs.modified,
      toolsInstalled,
      signal: context.signal,
      ...(signer && { signer }),
      onProgress: showProgress(context.log, 'of the disk packed'),
    });
    whole();
    context.log.info(`${inputs.ova}: ${formatSize(ova.size)}, SHA-256 ${ova.sha256}`);
    return {
      source: inputs.disk,
      ova: inputs.ova,
      sha256: ova.sha256,
      size: ova.size,
      capacity: ova.disk.capacity,
      engine,
      format: disk.format,
      level: inputs.level,
      guestId: inputs.vm.guest.id,
      disk: ova.disk,
      toolsInstalled,
      ...(layout && { layout }),
      freeSpace: volumes,
      unallocated: freeSpace?.unallocated ?? 0,
      findings: [...findings, ...guestFindings(inputs), ...volumes.flatMap(freeSpaceFindings)],
    };
  } finally {
    await disk.close();
  }
}

function commandSigner({ signCommand }: ConvertOvaInputs, { temp, signal }: Context): Signer | undefined {
  if (!signCommand) return undefined;
  const run: RunCommandLine = (line, input) => runUserCommand('sign-command', line, input, signal);
  return createCommandSigner({ ...signCommand, temp, run });
}

function freeSpaceFindings({ index, fileSystem, kept }: VolumeFreeSpace): Finding[] {
  if (kept === undefined) return [];
  return [
    {
      code: 'free-space-kept',
      severity: 'info',
      seen: `The free space of partition ${index} (${fileSystem}) is packed too: ${kept}.`,
      remedy: 'Shut Windows down cleanly (no hibernation, no fast start-up) before the disk is converted.',
    },
  ];
}

function guestFindings({ guestFallback, vm }: ConvertOvaInputs): Finding[] {
  if (!guestFallback) return [];
  return [
    {
      code: 'guest-id-fallback',
      severity: 'info',
      seen: `Hosts of hardware version ${vm.hardwareVersion} do not know ${vm.guest.title}; the OVF names ${vm.guest.id}.`,
      remedy: 'Raise hardware-version when all hosts are new enough.',
    },
  ];
}
