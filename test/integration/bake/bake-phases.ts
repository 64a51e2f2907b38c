/** The calls at which bake-template is ended; bake-template.itg.test.ts holds the table to the calls of a real run. */

import type { Phase } from '../vsphere/phases.ts';

export const BAKE_PHASES: readonly Phase[] = [
  { method: 'Login' },
  // Its mark; its cards off; the answer to the guest; its cards as they were; how it ended.
  ...[0, 1, 2, 3, 4].map((skip) => ({ method: 'ReconfigVM_Task', skip })),
  { method: 'PowerOnVM_Task' },
  { method: 'CreatePropertyCollector' },
  { method: 'CreateFilter' },
  { method: 'WaitForUpdatesEx' },
  // The script comes in two programs; the third is the script, and the fourth removes it.
  { method: 'StartProgramInGuest' },
  { method: 'StartProgramInGuest', skip: 2 },
  { method: 'DestroyPropertyCollector' },
  { method: 'Logout' },
];
