/** Findings as people read them: a table for the job summary, lines for the log. */

import { markdownTable } from './markdown-table.ts';
import type { Finding, Severity } from './report.ts';

const MARKS: Readonly<Record<Severity, string>> = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' };

export function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  return markdownTable(
    ['', 'Code', 'Seen', 'What to do'],
    findings.map(({ severity, code, seen, remedy }) => [MARKS[severity], code, seen, remedy]),
  );
}

/** One line for the job log. */
export function findingLine({ severity, code, seen, remedy }: Finding): string {
  return `${severity}: ${seen}. ${remedy} [${code}]`;
}
