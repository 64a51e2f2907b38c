/** The calls at which upload-esxi is ended; upload-library.itg.test.ts holds the tables to the calls of real runs. */

import type { Moment } from './end-at-call.ts';

export type UploadPhase = Omit<Moment, 'do'>;

export const UPLOAD_PHASES: readonly UploadPhase[] = [
  { method: 'Login' },
  { method: 'CreateImportSpec' },
  { method: 'ImportVApp' },
  { method: 'HttpNfcLeaseSetManifestChecksumType' },
  { method: 'NFC' },
  { method: 'HttpNfcLeaseComplete' },
  { method: 'ReconfigVM_Task' },
  { method: 'Rename_Task' },
  { method: 'Logout' },
];

/** A space ends an address. */
const ITEM = '/api/content/library/item';

export const UPLOAD_BY_LIBRARY_PHASES: readonly UploadPhase[] = [
  { method: 'Login' },
  { method: 'REST', match: 'POST /api/session' },
  { method: 'CreateImportSpec' },
  { method: 'REST', match: `POST ${ITEM} ` },
  { method: 'REST', match: `POST ${ITEM}/update-session ` },
  // The address for a file.
  { method: 'REST', match: '/file ' },
  { method: 'Push', match: '.ovf' },
  { method: 'Push', match: '.vmdk' },
  { method: 'REST', match: 'action=complete' },
  { method: 'REST', match: 'action=deploy' },
  // Whose the VM is; what it is a release of.
  { method: 'ReconfigVM_Task' },
  { method: 'REST', match: `DELETE ${ITEM}/` },
  { method: 'ReconfigVM_Task', skip: 1 },
  { method: 'Rename_Task' },
  { method: 'REST', match: 'DELETE /api/session' },
  { method: 'Logout' },
];
