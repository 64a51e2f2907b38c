/** Every action, in the order of the flow. */

import { auditTemplates } from './audit-templates/action.ts';
import { bakeTemplate } from './bake-template/action.ts';
import { buildVhd } from './build-vhd/action.ts';
import { checkRelease } from './check-release/action.ts';
import { convertOva } from './convert-ova/action.ts';
import { extractDrivers } from './extract-drivers/action.ts';
import { fetchUpdates } from './fetch-updates/action.ts';
import { planReleaseAction } from './plan-release/action.ts';
import { publishTemplate } from './publish-template/action.ts';
import { recordRelease } from './record-release/action.ts';
import { repairTemplate } from './repair-template/action.ts';
import { uploadEsxi } from './upload-esxi/action.ts';
import { verifyQuiesce } from './verify-quiesce/action.ts';

export const ACTIONS = [
  planReleaseAction,
  checkRelease,
  fetchUpdates,
  extractDrivers,
  buildVhd,
  convertOva,
  uploadEsxi,
  bakeTemplate,
  verifyQuiesce,
  publishTemplate,
  recordRelease,
  repairTemplate,
  auditTemplates,
] as const;
