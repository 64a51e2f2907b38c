/** The report of verify-quiesce that a candidate is published by: of this VM, of this OVA, and good enough. */

import { readFile } from 'node:fs/promises';
import { type Level, reaches, type Verdict } from '../check/verdict.ts';
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import type { Report } from '../report/report.ts';

/** What has to be true of the candidate. */
export interface Subject {
  /** Host, and port where it is not 443, of the server. */
  readonly host: string;
  /** Managed object id. */
  readonly moref: string;
  /** SHA-256 of its OVA. */
  readonly ova: string;
}

export interface Verification {
  readonly verdict: Verdict;
  /** VSS writers that took part. */
  readonly writers: readonly string[];
  /** When, as ISO 8601 by the server's clock. */
  readonly at: string;
  /** config.changeVersion then; undefined when the VM was started itself. */
  readonly changeVersion?: string;
}

/** As verify-quiesce writes it; anything may be missing from a file that somebody else wrote. */
interface WrittenResult {
  readonly verdict?: Verdict;
  readonly snapshot?: {
    readonly host?: string;
    readonly moref?: string;
    readonly ova?: string;
    readonly writers?: readonly string[];
    readonly proved?: { readonly at?: string; readonly changeVersion?: string };
  };
}

/**
 * @param path of the JSON report
 * @throws UserError not-proven with what is not so; input-invalid when the file is no report of verify-quiesce
 */
export async function readVerification(path: string, subject: Subject, level: Level): Promise<Verification> {
  const report = await readReport(path);
  const result = (report.result ?? {}) as WrittenResult;
  const { verdict, snapshot } = result;
  if (snapshot === undefined || verdict === undefined || verdict === 'unproven') {
    throw notProven(
      path,
      'it is of an offline check, and took no snapshot',
      'Give verify-quiesce the inputs server and vm.',
    );
  }
  const of = `it proves ${snapshot.moref ?? 'nothing'} on ${snapshot.host ?? 'no server'}`;
  if (snapshot.moref !== subject.moref || snapshot.host !== subject.host) {
    throw notProven(path, `${of}, not ${subject.moref} on ${subject.host}`, PROVE_IT);
  }
  if (snapshot.ova !== subject.ova) {
    throw notProven(
      path,
      `${of} when its OVA was ${snapshot.ova ?? 'not known'}, and now it is ${subject.ova}`,
      PROVE_IT,
    );
  }
  if (!reaches(verdict, level)) {
    throw notProven(
      path,
      `the verdict is ${verdict}, and ${level} is asked for`,
      'Look at the findings of verify-quiesce.',
    );
  }
  if (!report.ok) {
    throw notProven(path, `verify-quiesce failed: ${report.error?.message ?? 'it does not say why'}`, PROVE_IT);
  }
  const { at = '', changeVersion } = snapshot.proved ?? {};
  if (Number.isNaN(Date.parse(at))) throw notProven(path, 'it does not say what it proved, and when', PROVE_IT);
  return { verdict, writers: snapshot.writers ?? [], at, ...(changeVersion !== undefined && { changeVersion }) };
}

/** What to do about a proof that is not of this candidate as it is. */
export const PROVE_IT = 'Run verify-quiesce on this candidate, and hand on the output report of that step.';

async function readReport(path: string): Promise<Report> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw explainPathError(error, { what: 'the report', path, input: 'verification' });
  }
  try {
    const report = JSON.parse(text) as Partial<Report> | null;
    if (report?.action === 'verify-quiesce' && report.schema === 1) return report as Report;
  } catch {
    // Said below.
  }
  throw new UserError(
    'input-invalid',
    `${path} is no report of verify-quiesce`,
    'Set verification to the output report of the step that ran verify-quiesce.',
  );
}

function notProven(path: string, why: string, hint: string): UserError {
  return new UserError('not-proven', `The report ${path} does not allow this candidate to be published: ${why}`, hint);
}
