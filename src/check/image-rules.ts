/** What an image must look like so that its VMs boot and their quiesced snapshots succeed. */

import type { ImageEvidence } from './image-evidence.ts';
import { PROTECTED_PARTITION_RULES } from './protected-partition-rules.ts';
import type { Rule } from './rule.ts';
import { START_RULES } from './start-rules.ts';
import { SYSTEM_TABLE_RULES, TABLE_RULES } from './table-rules.ts';
import { VOLUME_RULES } from './volume-rules.ts';

/** The rules for the disks of a machine that it does not start from. */
export const DATA_DISK_RULES: readonly Rule<ImageEvidence>[] = [
  ...PROTECTED_PARTITION_RULES,
  ...TABLE_RULES,
  ...VOLUME_RULES,
];

/** The rules for the disk that a machine starts from. */
export const IMAGE_RULES: readonly Rule<ImageEvidence>[] = [
  ...PROTECTED_PARTITION_RULES,
  ...SYSTEM_TABLE_RULES,
  ...TABLE_RULES,
  ...VOLUME_RULES,
  ...START_RULES,
];
