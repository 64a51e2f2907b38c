/** What is said of an ISO that brings more for Windows Setup than its image. */

import type { Finding } from '../../report/report.ts';
import type { WindowsMedia } from './windows-media.ts';

/** None where it brings nothing of the kind, as Microsoft's own media do. */
export function setupOnlyFindings({
  iso,
  setupMembers,
}: Pick<WindowsMedia, 'iso' | 'setupMembers'>): readonly Finding[] {
  if (setupMembers.length === 0) return [];
  return [
    {
      code: 'no-effect',
      severity: 'warning',
      seen: `The ISO ${iso} brings ${setupMembers.join(', ')} for Windows Setup. That does nothing here: the image is applied, not set up.`,
      remedy:
        'Give the answer file with unattend, files with files, drivers with drivers, scripts with first-boot-scripts.',
    },
  ];
}
