/** A rule looks at evidence and says in one sentence what it saw; everything else about its finding is declared beside it. */

import type { FindingCode, Prediction, QuiesceFinding } from '../report/finding-codes.ts';
import type { Severity } from '../report/report.ts';
import type { Level } from './verdict.ts';

/** All of a finding but what was seen. docs/quiescing.md lists each (scripts/docs.ts). */
export interface DeclaredFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Left out where the finding says nothing about the snapshot. */
  readonly predicts?: Prediction;
  readonly remedy: string;
  /** Where it is known from: a specification, a vendor's document, reports by their number. */
  readonly source: string;
}

export interface Rule<Evidence> extends DeclaredFinding {
  /** What was seen, one sentence without its full stop; several when it holds several times; undefined when the rule is silent. */
  readonly see: (evidence: Evidence) => string | readonly string[] | undefined;
}

export function applyRules<Evidence>(rules: readonly Rule<Evidence>[], evidence: Evidence): QuiesceFinding[] {
  return rules.flatMap((rule) => {
    const seen = rule.see(evidence);
    const sentences = seen === undefined ? [] : typeof seen === 'string' ? [seen] : seen;
    return sentences.map((sentence) => found(rule, sentence));
  });
}

/** @param seen one sentence without its full stop */
export function found({ code, severity, remedy, predicts }: DeclaredFinding, seen: string): QuiesceFinding {
  return { code, severity, seen, remedy, ...(predicts && { predicts }) };
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first; among equals the order of the rules stands. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}

/** Where only frozen file systems are asked for, what stands in the way of more is no error. */
export function forLevel(findings: readonly QuiesceFinding[], level: Level): QuiesceFinding[] {
  if (level === 'application') return [...findings];
  return findings.map((finding) =>
    finding.predicts === 'filesystem' && finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding,
  );
}
