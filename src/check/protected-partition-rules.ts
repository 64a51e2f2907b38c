/** What is true of partitions that are said to be needed by the platform, of Recovery ones above all. */

import { ATTRIBUTE_REQUIRED } from '../disk/gpt/partition-types.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { formatSize } from '../units.ts';
import type { ImageEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';

type Partition = DiskLayout['partitions'][number];

/** By hand: diskpart deletes what is no partition for data only when told to `override` (Microsoft, "delete partition"). */
export const REMOVE_IN_GUEST =
  'in the guest: "reagentc /disable", then in diskpart "select disk 0", "list partition", "select partition <number>", ' +
  '"gpt attributes=0x8000000000000000", "delete partition override".';
const REPAIR = `Run the action repair-template on this image; or, ${REMOVE_IN_GUEST}`;

export const PROTECTED_PARTITION_RULES: readonly Rule<ImageEvidence>[] = [
  {
    // VMware KB60395 as the field describes it; Windows Setup writes these attributes, the snapshot provider fails on them.
    code: 'recovery-partition-protected',
    severity: 'error',
    predicts: 'failed',
    source: 'VMware KB60395 as the field describes it',
    remedy: REPAIR,
    see: ({ layout }) => recoveryPartitions(layout).filter(isProtected).map(describe),
  },
  {
    // VMware's own guest tests pass with an unprotected one, so its presence alone proves nothing.
    code: 'recovery-partition',
    severity: 'warning',
    source: 'vsphere-gos-validation, whose tests pass with one that is not protected',
    remedy: `A VM has no use for it, and some builds fail to quiesce with it. ${REPAIR}`,
    see: ({ layout }) =>
      recoveryPartitions(layout)
        .filter((partition) => !isProtected(partition))
        .map(describe),
  },
  {
    // Windows freezes no volume whose partition the platform is said to need; seen with Recovery (KB60395), true of any.
    code: 'partition-protected',
    severity: 'warning',
    predicts: 'failed',
    source: 'Microsoft, PARTITION_INFORMATION_GPT; the attribute is what KB60395 is about',
    remedy:
      'Take the attribute away unless the platform needs it: in diskpart "select partition <number>", "gpt attributes=0x8000000000000000".',
    see: ({ layout }) =>
      layout.partitions
        .filter((partition) => partition.type !== 'recovery' && isProtected(partition))
        .map(
          ({ index, type, attributes }) =>
            `Partition ${index} (${type}) is marked as required by the platform (GPT attribute bit 0, attributes ${attributes})`,
        ),
  },
];

/** Of GPT disks: with a master boot record no attribute protects the partition, and the snapshot provider does not mind it. */
function recoveryPartitions({ table, partitions }: DiskLayout): Partition[] {
  return table === 'gpt' ? partitions.filter(({ type }) => type === 'recovery') : [];
}

/** Windows refuses to delete or freeze what the platform is said to need (GPT attribute bit 0). */
function isProtected(partition: Partition): boolean {
  return (BigInt(partition.attributes) & ATTRIBUTE_REQUIRED) !== 0n;
}

function describe(partition: Partition): string {
  const { index, offset, size, attributes } = partition;
  return (
    `Partition ${index} is a ${isProtected(partition) ? 'protected ' : ''}Recovery partition ` +
    `(offset ${formatSize(offset)}, size ${formatSize(size)}, attributes ${attributes})`
  );
}
