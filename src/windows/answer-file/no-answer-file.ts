/** What is said where no answer file is given. */

import type { Finding } from '../../report/report.ts';

export function noAnswerFile(): Finding {
  return {
    code: 'unattend-missing',
    severity: 'warning',
    seen: 'No answer file was given: the first start may wait at the console for a password of the Administrator.',
    remedy:
      'Give administrator-password, or an answer file with a password with the input unattend, where nobody sits at the console.',
  };
}
