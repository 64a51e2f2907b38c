/** The answer file that build-vhd is given, read and checked as far as no image is needed for it. */

import { readFile } from 'node:fs/promises';
import { explainPathError } from '../../files/explain-path-error.ts';
import type { Finding } from '../../report/report.ts';
import { checkSettings } from './check-settings.ts';
import { valueFaults } from './check-values.ts';
import { type AnswerFault, refuseFaults } from './fault.ts';
import { type AnswerPassword, fillInPassword } from './fill-in-password.ts';
import { type AnswerFile, parseAnswerFile } from './parse-answer-file.ts';
import { checkPasswords } from './passwords.ts';

export interface ReadAnswerFile {
  /** As they go into the image. */
  readonly bytes: Buffer;
  readonly file: AnswerFile;
  readonly findings: readonly Finding[];
}

/**
 * @param password goes where the file names its variable
 * @param warn told of what is doubtful when the file is refused, since nobody would see the findings then
 * @throws UserError file-missing; input-invalid that tells all faults
 */
export async function readAnswerFile(
  path: string,
  password: AnswerPassword | undefined,
  warn: (message: string) => void,
): Promise<ReadAnswerFile> {
  const written = await readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the answer file', path, input: 'unattend' });
  });
  const bytes = fillInPassword(written, password, path);
  const file = parseAnswerFile(bytes, path);
  const { faults, findings } = checkAnswerFile(file);
  if (faults.length > 0) for (const { seen, remedy } of findings) warn(`${seen} ${remedy}`);
  refuseFaults(path, faults);
  return { bytes, file, findings };
}

/** Everything that can be seen without an image. */
export function checkAnswerFile(file: AnswerFile): {
  readonly faults: readonly AnswerFault[];
  readonly findings: readonly Finding[];
} {
  const settings = checkSettings(file);
  const passwords = checkPasswords(file);
  return {
    faults: [...settings.faults, ...passwords.faults, ...valueFaults(file)],
    findings: [...settings.findings, ...passwords.findings],
  };
}
