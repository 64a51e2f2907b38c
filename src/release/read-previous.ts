/** The record of the release before. */

import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import schema from '../../schema/release.schema.json' with { type: 'json' };
import { hasErrnoCode, UserError } from '../errors.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import type { ReleaseRecord } from './release-record.ts';

/**
 * @param given path that the user named; it has to be there
 * @param beside path that is about to be replaced; undefined comes back where nothing is there
 * @param name of the template: another's record is no release before, and must not be replaced by mistake
 * @throws UserError file-missing, input-invalid
 */
export async function readPrevious(
  given: string | undefined,
  beside: string,
  name: string,
): Promise<ReleaseRecord | undefined> {
  const there = await readRecord(beside);
  if (there && there.name !== name) {
    throw new UserError(
      'input-invalid',
      `${beside} is the record of ${there.name}, and would be replaced by one of ${name}`,
      'Give each template a directory of its own.',
    );
  }
  if (given === undefined) return there;
  const record = await readRecord(given);
  if (!record) throw explainPathError(missing(given), { what: 'the record', path: given, input: 'previous' });
  if (record.name === name) return record;
  throw new UserError(
    'input-invalid',
    `Input previous: ${given} is the record of ${record.name}, not of ${name}`,
    'Give the release.json of the release before of the same template.',
  );
}

let ajv: Ajv | undefined;

async function readRecord(path: string): Promise<ReleaseRecord | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (hasErrnoCode(error, 'ENOENT')) return undefined;
    throw explainPathError(error, { what: 'the record', path });
  }
  ajv ??= new Ajv();
  let fault: string;
  try {
    const value: unknown = JSON.parse(text);
    if (ajv.validate(schema, value)) return value as ReleaseRecord;
    const [error] = ajv.errors ?? [];
    fault = `${error?.instancePath || 'the top level'} ${error?.message ?? 'is not valid'}`;
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  throw new UserError(
    'input-invalid',
    `${path} is no record of a release that this version reads: ${fault}`,
    'Move it away, or name another directory; the first release of a folder is compared with none.',
  );
}

function missing(path: string): Error {
  return Object.assign(new Error('it is not there'), { code: 'ENOENT', path });
}
