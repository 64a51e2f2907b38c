/** Opens the disk, refuses what would not work as a VM, and packs the rest. */

import { dirname } from 'node:path';
import { checkLayout } from '../../src/check/check-layout.ts';
import { hasVmwareTools } from '../../src/check/vmware-tools.ts';
import type { Context } from '../../src/context.ts';
import { beginRanges } from '../../src/disk/begin-ranges.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { findFreeSpace, type VolumeFreeSpace } from '../../src/disk/free-space.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import { skipFreeSpace } from '../../src/disk/skip-free-space.ts';
import { type DeflatePool, startDeflatePool } from '../../src/disk/vmdk/deflate-pool.ts';
import { HELD_PATH, partialOf } from '../../src/files/held-path.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { openReuse } from '../../src/job/open-reuse.ts';
import { createCommandSigner, type RunCommandLine } from '../../src/ova/command-signer.ts';
import { type EarlierOva, earlierOva, neverReused } from '../../src/ova/earlier-ova.ts';
import { type ConvertSource, openImage } from '../../src/ova/open-image.ts';
import type { Signer } from '../../src/ova/signature.ts';
import { type OvaOptions, type OvaResult, writeOva } from '../../src/ova/write-ova.ts';
import { showProgress } from '../../src/progress.ts';
import type { Finding } from '../../src/report/report.ts';
import type { ReuseFacts } from '../../src/reuse/stage-cache.ts';
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
  /** Whether the OVA is that of an earlier run; undefined where that was not asked for. */
  readonly reuse: ReuseFacts | undefined;
  readonly findings: readonly Finding[];
}

export async function main(inputs: ConvertOvaInputs, context: Context): Promise<ConvertOvaResult> {
  const { disk, engine } = await openImage(inputs.disk, inputs.engine, context);
  // Threads and the program that tells of holes take a while to start, in which the disk is looked at. An OVA that is reused needs neither.
  const pool = inputs.reuse === undefined ? startDeflatePool(inputs.level) : undefined;
  const holes = beginRanges(disk);
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
    const { ova, reuse } = await pack(source, { toolsInstalled, ...(pool && { pool }) }, inputs, context);
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
      reuse,
      findings: [...findings, ...guestFindings(inputs), ...volumes.flatMap(freeSpaceFindings)],
    };
  } finally {
    await pool?.close();
    await holes;
    await disk.close();
  }
}

/** Takes the OVA that an earlier run has packed of the same, where that was asked for and there is one; else packs it. */
async function pack(
  source: Disk,
  { toolsInstalled, pool }: { readonly toolsInstalled: boolean; readonly pool?: DeflatePool },
  inputs: ConvertOvaInputs,
  context: Context,
): Promise<{ ova: OvaResult; reuse: ReuseFacts | undefined }> {
  const { log, signal } = context;
  const { vm, level, manifest, modified } = inputs;
  const signer = inputs.signer ?? commandSigner(inputs, context);
  const options = { vm, level, manifest, modified, toolsInstalled, ...(signer && { signer }) };
  const earlier = await findEarlier(source, options, inputs, context);
  const whole = context.hold(HELD_PATH, await partialOf(inputs.ova));
  const taken = await earlier?.take(inputs.ova);
  if (taken) log.info(`${taken.reuse.reused ? 'Reused, not packed' : 'Packed, not reused'}: ${taken.reuse.why}`);
  const onProgress = showProgress(log, 'of the disk packed');
  const ova =
    taken?.ova ?? (await writeOva(source, inputs.ova, { ...options, ...(pool && { pool }), signal, onProgress }));
  whole();
  if (taken && !taken.ova) await earlier?.keep(inputs.ova, ova);
  return { ova, reuse: taken?.reuse };
}

async function findEarlier(
  source: Disk,
  options: Omit<OvaOptions, 'signal'>,
  { reuse, skipFreeSpace: skips, signCommand }: ConvertOvaInputs,
  context: Context,
): Promise<EarlierOva | undefined> {
  const kept = await openReuse(reuse, context);
  if (kept === undefined) return undefined;
  if (signCommand) return neverReused('it is signed by a command, which may give another signature each time');
  return earlierOva(kept, source, { ...options, skipFreeSpace: skips }, context.signal);
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
