/** The JSON report that every action writes; its schema is schema/report.schema.json. */

import type { SourceLocation } from '../errors.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One rule's result: what was seen and what to do about it. */
export interface Finding {
  /** Stable kebab-case code, documented in docs/troubleshooting.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What was seen, one sentence. */
  readonly seen: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  /** Where in a file of the user's it is to be put right; the annotation stands there. */
  readonly location?: SourceLocation;
}

export interface ReportError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface Report {
  readonly schema: 1;
  readonly action: string;
  readonly ok: boolean;
  /** Wall time of the action in milliseconds. */
  readonly durationMs: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** The action's own result, documented in its README. */
  readonly result: unknown;
  readonly error?: ReportError;
}
