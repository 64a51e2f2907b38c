/** What is said of evaluation media, which build like all others and end by themselves. */

import type { Finding } from '../../report/report.ts';
import type { WindowsImage } from './editions.ts';

/** Their EditionID ends in Eval (`ServerStandardEval`), that of the desktop and of Server Core. */
export function isEvaluation({ editionId }: Pick<WindowsImage, 'editionId'>): boolean {
  return /eval/i.test(editionId);
}

/**
 * 180 days, and how it ends: Microsoft Q&A 5834757 (the event of the Windows License Monitoring Service). Conversion by /Set-Edition in a Windows that runs: Microsoft
 * Learn, "Upgrade and conversion options for Windows Server". That the time of clones runs from the start of the template unless that is generalized:
 * ruzickap/packer-templates issue 3.
 */
export function evaluationFindings(image: WindowsImage): readonly Finding[] {
  if (!isEvaluation(image)) return [];
  return [
    {
      code: 'evaluation-media',
      severity: 'warning',
      seen: `Image ${image.index} "${image.name}" is an evaluation (${image.editionId}): what is made of it may run for 180 days from its first start, which a bake is, and Windows then shuts down by itself every hour.`,
      remedy:
        'Give the ISO of a volume or retail edition; or let a script of the first boot convert it: dism /Online /Set-Edition with a key of your own, which restarts Windows.',
    },
  ];
}
