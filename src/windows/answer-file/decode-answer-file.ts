/**
 * The text of an answer file as Windows Setup reads it. What its declaration says and what its bytes are have to agree: a file that says UTF-8 and was saved as
 * UTF-16 never lets Windows finish (winutil pull request 1724); XML that a .NET program made as a text says UTF-16 and is saved as UTF-8.
 */

import { UserError } from '../../errors.ts';
import { decodeUtf8 } from '../../files/decode-utf8.ts';

const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
const ASCII = /^[\0-\x7f]*$/;

/** @returns without its byte-order mark @throws UserError input-invalid where the encoding is another than the file says, or none that can be read */
export function decodeAnswerFile(bytes: Buffer, path: string): string {
  const isUtf16 = bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff;
  const text = isUtf16 ? bytes.toString('utf16le', 2) : decodeUtf8(bytes);
  if (text === undefined) throw wrongEncoding(path, 'has bytes that are no UTF-8');
  const declared = DECLARED.exec(text)?.[1]?.toLowerCase() ?? (isUtf16 ? 'utf-16' : 'utf-8');
  // Of ASCII alone UTF-8 and all code pages are the same bytes.
  const agrees = isUtf16
    ? declared === 'utf-16' || declared === 'utf-16le'
    : declared === 'utf-8' || (ASCII.test(text) && !/^(?:utf-16|utf-32|ucs)/.test(declared));
  if (agrees) return text;
  throw wrongEncoding(path, `says encoding="${declared}" and is ${isUtf16 ? 'UTF-16' : 'UTF-8'}`);
}

function wrongEncoding(path: string, what: string): UserError {
  return new UserError(
    'input-invalid',
    `The answer file ${path} ${what}: Windows Setup would not read it, or read other letters`,
    'Save it as UTF-8 and begin it with <?xml version="1.0" encoding="utf-8"?>.',
  );
}
