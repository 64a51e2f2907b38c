/** The reports of the steps of one release, read and checked one by one; whether they are of one release is for assert-one-release. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import reportSchema from '../../schema/report.schema.json' with { type: 'json' };
import { UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import type { Report } from '../report/report.ts';
import { RESULT_SCHEMAS } from './result-schemas.ts';
import type { Recorded, WrittenResults } from './written-results.ts';

export interface ReadReport<Part extends Recorded = Recorded> {
  readonly part: Part;
  /** What wrote it, for people. */
  readonly action: string;
  readonly path: string;
  /** Of the file. */
  readonly sha256: string;
  readonly ok: boolean;
  readonly durationMs: number;
  readonly findings: Report['findings'];
  readonly result: WrittenResults[Part];
}

/** One report of each part; those of a step that was left out are missing. */
export type ReadReports = { readonly [Part in Recorded]?: ReadReport<Part> };

/** A release without these is none. */
export type WholeReports = ReadReports & Required<Pick<ReadReports, 'build-vhd' | 'convert-ova'>>;

const HINT =
  'Give the outputs report of the steps of this release, one per line; where one action ran twice, each of its steps needs an input report of its own.';

/**
 * @param paths in any order
 * @throws UserError file-missing, input-invalid for a file that is no report, of an action that makes no release, or the second of one;
 *   reports-disagree for a step that failed (a failed proof is recorded as one), input-missing where build-vhd or convert-ova is not among them
 */
export async function readReports(paths: readonly string[]): Promise<WholeReports> {
  const reports: { [Part in Recorded]?: ReadReport } = {};
  for (const path of paths) {
    const report = await readReport(path);
    const other = reports[report.part];
    if (other) {
      throw new UserError('input-invalid', `${other.path} and ${path} are both reports of ${report.action}`, HINT);
    }
    reports[report.part] = report;
  }
  for (const action of ['build-vhd', 'convert-ova'] as const) {
    if (reports[action] === undefined) {
      throw new UserError(
        'input-missing',
        `Input reports has none of ${action}, without which there is no release`,
        HINT,
      );
    }
  }
  return reports as WholeReports;
}

async function readReport(path: string): Promise<ReadReport> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the report', path, input: 'reports' });
  });
  const { action, ok, durationMs, findings, result, error } = parseReport(bytes.toString('utf8'), path);
  const part = partOf(action, result);
  if (part === undefined) {
    throw new UserError('input-invalid', `${path} is a report of ${action}, which makes no part of a release`, HINT);
  }
  // A proof that failed has a result, and is what people want to read about.
  if (!ok && !(action === 'verify-quiesce' && result !== null)) {
    throw new UserError(
      'reports-disagree',
      `${path} is of a step that failed: ${error?.message ?? 'it does not say why'}`,
      'Nothing is recorded of what was not made: correct what that step says, and run it again.',
    );
  }
  const fault = schemaFault(RESULT_SCHEMAS[part], result);
  if (fault !== undefined) {
    throw new UserError(
      'input-invalid',
      `${path} is no report of ${action} that this version reads: result${fault}`,
      'Let all steps of a release be of the same version of Stillframe.',
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { part, action, path, sha256, ok, durationMs, findings, result: result as WrittenResults[Recorded] };
}

function parseReport(text: string, path: string): Report {
  let fault: string | undefined;
  try {
    const value: unknown = JSON.parse(text);
    fault = schemaFault(reportSchema, value);
    if (fault === undefined) return value as Report;
  } catch (error) {
    fault = ` ${error instanceof Error ? error.message : String(error)}`;
  }
  throw new UserError('input-invalid', `${path} is no report of an action of Stillframe:${fault}`, HINT);
}

/** A release may be baked twice: its image on Hyper-V, and its candidate on vSphere. */
function partOf(action: string, result: unknown): Recorded | undefined {
  if (action === 'bake-template' && (result as { host?: unknown } | null)?.host === 'hyper-v') return 'bake-image';
  return action !== 'bake-image' && Object.hasOwn(RESULT_SCHEMAS, action) ? (action as Recorded) : undefined;
}

let ajv: Ajv | undefined;

/** Compiles a schema when it is first asked for, and once. @returns where the value is not what the schema wants, and how; undefined where it is */
function schemaFault(schema: object, value: unknown): string | undefined {
  ajv ??= new Ajv();
  if (ajv.validate(schema, value)) return undefined;
  const [error] = ajv.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`;
}
