/** Findings as people read them: a table for the job summary, lines for the log. */

import { markdownTable } from './markdown-table.ts';
import type { Finding, Severity } from './report.ts';

const MARKS: Readonly<Record<Severity, string>> = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' };

export function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  return markdownTable(
    ['', 'Code', 'Seen', 'What to do'],
    findings.map((finding) => [
      MARKS[finding.severity],
      finding.code,
      `${placeOf(finding)}${finding.seen}`,
      finding.remedy,
    ]),
  );
}

/** One line for the job log. */
export function findingLine(finding: Finding): string {
  const { severity, code, seen, remedy } = finding;
  return `${severity}: ${placeOf(finding)}${sentence(seen)} ${remedy} [${code}]`;
}

/** For an annotation, which shows its severity and its place itself. */
export function findingText({ code, seen, remedy }: Finding): string {
  return `${sentence(seen)}\n${remedy}\n[${code}]`;
}

function placeOf({ location }: Finding): string {
  return location === undefined ? '' : `${location.file}:${location.line}:${location.column}: `;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
