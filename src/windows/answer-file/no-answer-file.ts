/** What is said where no answer file is given, or one without a password. */

import type { Finding } from '../../report/report.ts';

/**
 * Without a password the Desktop Experience asks for one before Setup has ended, and SetupComplete.cmd, with which the first boot begins, runs after that only
 * (Microsoft Learn, "Add a custom script to Windows Setup": after Windows is installed, before the logon screen).
 */
export const WAITS_AT_CONSOLE =
  'the first start may wait at the console for a password of the Administrator, and no step of the first boot begins before somebody gives it';

export function noAnswerFile(): Finding {
  return {
    code: 'unattend-missing',
    severity: 'warning',
    seen: `No answer file was given: ${WAITS_AT_CONSOLE}; bake-template would wait until its time limit.`,
    remedy:
      'Give administrator-password, or an answer file with a password with the input unattend, where nobody sits at the console.',
  };
}
