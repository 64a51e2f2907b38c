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
  return `${severity}: ${sentence(seen)} ${remedy} [${code}]`;
}

/** For an annotation, which shows its severity itself. */
export function findingText({ code, seen, remedy }: Finding): string {
  return `${sentence(seen)}\n${remedy}\n[${code}]`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
