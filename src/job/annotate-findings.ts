/** Findings as annotations: once, in one place, the most severe first, within what GitHub shows of them. */

import { findingLine, findingText } from '../report/findings-table.ts';
import type { Finding } from '../report/report.ts';
import type { HostLog } from './host.ts';

/** GitHub shows this many annotations of each kind a step; a composite action has one budget for all of its steps. */
const SHOWN_OF_A_KIND = 10;

/** @param reserved annotations of the kind error that the step needs for something else */
export function annotateFindings(findings: readonly Finding[], log: HostLog, reserved = 0): void {
  for (const severity of ['error', 'warning'] as const) {
    const budget = SHOWN_OF_A_KIND - (severity === 'error' ? reserved : 0);
    const found = findings.filter((finding) => finding.severity === severity);
    const shown = found.slice(0, budget);
    const left = found.length - shown.length;
    shown.forEach((finding, index) => {
      const more =
        left > 0 && index === shown.length - 1 ? `\nand ${left} more, in the job summary and the report` : '';
      log.annotate(severity, `${findingText(finding)}${more}`, finding.location);
    });
    for (const finding of found.slice(budget)) log.info(findingLine(finding));
  }
  for (const finding of findings) if (finding.severity === 'info') log.info(findingLine(finding));
}
