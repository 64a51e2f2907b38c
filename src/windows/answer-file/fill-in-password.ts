/**
 * Puts the Administrator's password into an answer file that names its variable. As XML: put in as text, the way envsubst does it, a password with `&` or `<` makes
 * a file that is none, or is another password (mttaggart/seclab issue 24, microsoft/azure_arc issue 2396).
 */

import { UserError } from '../../errors.ts';
import { escapeXml } from '../../xml/escape-xml.ts';
import { decodeAnswerFile } from './decode-answer-file.ts';

/** The variable, in the environment as in answer files. */
export const PASSWORD_VARIABLE = 'ADMINISTRATOR_PASSWORD';
/** As the whole text of an element: a comment may speak of it. */
const PLACE = new RegExp(`(>\\s*)\\$${PASSWORD_VARIABLE}(?=\\s*<)`, 'g');

export interface AnswerPassword {
  readonly text: string;
  /** Somebody gave it for this file, so that it has to go in; else it is the variable's, which others may use. */
  readonly isAsked: boolean;
}

/**
 * @param password undefined: the file stays as it is, and the check of its passwords tells the variable that nobody filled in
 * @returns in the encoding of `bytes`
 * @throws UserError input-invalid where the file has no place for a password that was asked for, or XML cannot hold it; what decodeAnswerFile throws
 */
export function fillInPassword(bytes: Buffer, password: AnswerPassword | undefined, path: string): Buffer {
  if (password === undefined) return bytes;
  const text = decodeAnswerFile(bytes, path);
  const filled = text.replaceAll(PLACE, (_, before: string) => `${before}${asXml(password.text)}`);
  if (filled === text) {
    if (!password.isAsked) return bytes;
    throw new UserError(
      'input-invalid',
      `Input administrator-password: the answer file ${path} has no place for it`,
      `Write $${PASSWORD_VARIABLE} as the Value of UserAccounts/AdministratorPassword, or leave the input out.`,
    );
  }
  const isUtf16 = bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff;
  return isUtf16 ? Buffer.from(`\ufeff${filled}`, 'utf16le') : Buffer.from(filled);
}

function asXml(password: string): string {
  const escaped = escapeXml(password);
  if (!escaped.includes('\ufffd') || password.includes('\ufffd')) return escaped;
  throw new UserError(
    'input-invalid',
    'The password of the Administrator has a control character, which no XML can hold',
    'Choose another, or look whether the secret was pasted with something that nobody sees.',
  );
}
