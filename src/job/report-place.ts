/** Where the report goes: settled and tried before work begins, so that nothing is made that cannot be reported. */

import { existsSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { Place } from './place.ts';

/**
 * A runner empties its temporary folder between jobs: what is there is the report of an earlier step of this one, which another step may be
 * about to read. Elsewhere the last report takes the place of the one before.
 */
export function defaultReportPath({ temp, env }: Pick<Place, 'temp' | 'env'>, action: string): string {
  const path = (number: number): string =>
    join(temp, 'stillframe', number === 1 ? `${action}.json` : `${action}-${number}.json`);
  let number = 1;
  if (env.GITHUB_RUN_ID) while (existsSync(path(number))) number++;
  return path(number);
}

/**
 * @param wanted the input `report`, empty when it is not set
 * @returns absolute path, at which a file can be written
 * @throws UserError input-invalid
 */
export async function settleReportPath(wanted: string, fallback: string): Promise<string> {
  const path = wanted.trim() === '' ? fallback : resolve(wanted.trim());
  const refuse = (why: string, cause?: unknown): UserError =>
    new UserError(
      'input-invalid',
      `Input report: no report can be written to ${path}: ${why}`,
      'Give the path of a file in a folder that this account may write to, or leave the input out.',
      { cause },
    );
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw refuse('it is a folder');
  const probe = `${path}.stillframe-probe`;
  try {
    await makeFolder(dirname(path));
    await (await open(probe, 'w')).close();
    await rm(probe);
  } catch (cause) {
    throw refuse((cause as Error).message, cause);
  }
  return path;
}
