/** Repairs the disks of an OVA: each that its machine has, in memory; the archive is then written again with those that changed. */

import type { TarMember } from '../archives/tar/tar-index.ts';
import { hasVmwareTools } from '../check/vmware-tools.ts';
import type { Context } from '../context.ts';
import type { Disk } from '../disk/disk.ts';
import { assertNotInUse } from '../disk/disk-in-use.ts';
import { readGpt } from '../disk/gpt/gpt.ts';
import type { LayoutPartition } from '../disk/layout.ts';
import { type OverlayDisk, overlayDisk } from '../disk/overlay-disk.ts';
import { UserError, unlessDamaged } from '../errors.ts';
import { HELD_PATH } from '../files/held-path.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import { archiveSeconds } from '../ova/archive-date.ts';
import { disksOf, type OvaDisk, openOvaDisk } from '../ova/ova-disks.ts';
import { type OvaPackage, openOva } from '../ova/ova-package.ts';
import { verifyManifest } from '../ova/verify-manifest.ts';
import { copyImage } from './copy-image.ts';
import { discardRemoved } from './discard-removed.ts';
import { type Repair, repairDisk } from './repair-disk.ts';
import type { RepairOptions } from './repair-options.ts';
import { repairTarget } from './repair-target.ts';
import { type ReplacedDisk, rewriteOva } from './rewrite-ova.ts';

/** Level 1 of deflate, as convert-ova's default. */
const LEVEL = 1;

/**
 * Digests are checked first: a manifest that is written anew would vouch for whatever is in the archive.
 * @throws UserError ova-invalid, hash-mismatch, disk-in-use; as `repairDisk`
 */
export async function repairOva(options: RepairOptions, context: Context): Promise<Repair> {
  const { image, output = image, dryRun } = options;
  await assertNotInUse(image, output === image && !dryRun ? 'write' : 'read');
  const ova = await openOva(image);
  let closed = false;
  try {
    await verifyManifest(ova, context.signal);
    const { repair, changed } = await repairDisks(ova, options, context);
    if (dryRun) return repair;
    if (changed.size === 0) {
      if (output !== image) await copyImage(image, output, context, async () => {});
      return repair;
    }
    const target = await repairTarget(image, output);
    const settled = context.hold(HELD_PATH, target.held);
    await rewrite(ova, changed, target.path, options.sourceDate, context);
    await ova.close();
    closed = true;
    if (target.inPlace) await moveIntoPlace(target.path, image);
    settled();
    return repair;
  } finally {
    if (!closed) await ova.close();
  }
}

/** The data disks first: what is removed from them may be named by the boot store of the system disk. */
async function repairDisks(
  ova: OvaPackage,
  { extend }: RepairOptions,
  context: Context,
): Promise<{ repair: Repair; changed: Map<TarMember, ReplacedDisk> }> {
  const [system, ...others] = disksOf(ova);
  const changed = new Map<TarMember, ReplacedDisk>();
  const elsewhere: LayoutPartition[] = [];
  const done: { disk: string; repair: Repair }[] = [];
  const repairOne = async (
    disk: OvaDisk,
    overlay: OverlayDisk,
    options: Parameters<typeof repairDisk>[1],
  ): Promise<Repair> => {
    const repair = await repairDisk(overlay, options, context);
    if (!repair.changed) return repair;
    assertVmdk(overlay);
    discardRemoved(overlay, repair);
    changed.set(disk.member, { disk: overlay, toolsInstalled: await hasVmwareTools(overlay, repair.after) });
    return repair;
  };
  for (const other of others) {
    const overlay = overlayDisk(await openOvaDisk(ova, other));
    // A data disk may have another table or none; then there is nothing on it to repair.
    if ((await unlessDamaged(() => readGpt(overlay))) === undefined) continue;
    const repair = await repairOne(other, overlay, { extend: false });
    elsewhere.push(...removedBy(repair));
    done.push({ disk: other.member.name, repair });
  }
  const overlay = overlayDisk(await openOvaDisk(ova, system));
  const repair = await repairOne(system, overlay, { extend, elsewhere });
  const findings = [...done.flatMap((other) => other.repair.findings), ...repair.findings];
  return {
    repair: { ...repair, changed: changed.size > 0, findings, ...(done.length > 0 && { others: done }) },
    changed,
  };
}

function removedBy({ before, after }: Repair): LayoutPartition[] {
  return before.partitions.filter(({ guid }) => !after.partitions.some((now) => now.guid === guid));
}

function assertVmdk({ format, path }: Disk): void {
  if (format.startsWith('vmdk-')) return;
  throw new UserError(
    'disk-format-unsupported',
    `${path} is stored as ${format}, and the disk of an OVA is written as streamOptimized VMDK only`,
    'Unpack it, repair it by itself, and make the OVA again.',
  );
}

async function rewrite(
  ova: OvaPackage,
  changed: ReadonlyMap<TarMember, ReplacedDisk>,
  target: string,
  sourceDate: Date | undefined,
  { log, signal }: Context,
): Promise<void> {
  const modified = archiveSeconds(sourceDate);
  const { signatureDropped } = await rewriteOva(ova, changed, target, { level: LEVEL, modified, signal });
  if (signatureDropped) log.warning('The signature of the OVA was left out: sign the repaired package again.');
}
