/** All reasons, part by part. */

import { DISK_REASONS } from './disk-reasons.ts';
import { IMAGE_REASONS } from './image-reasons.ts';
import { LIVE_REASONS } from './live-reasons.ts';
import type { Reason } from './reason.ts';
import { TEMPLATE_REASONS } from './template-reasons.ts';
import { UPDATE_REASONS } from './update-reasons.ts';

/** Why each test of a known fault fails against a4cddc1. */
export const REASONS: readonly Reason[] = [
  ...TEMPLATE_REASONS,
  ...LIVE_REASONS,
  ...DISK_REASONS,
  ...IMAGE_REASONS,
  ...UPDATE_REASONS,
];
