/** The text of an XML document out of its bytes, in the encoding that it declares (XML 1.0, section 4.3.3 and appendix F). */

import { FormatError } from '../errors.ts';

const DECLARED = /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([^"'>]*)\2/;
/** A declaration is shorter. */
const DECLARATION_BYTES = 256;
/** How UTF-16 begins: with its mark, or with a `<` of two bytes. */
const UTF16 = ['fffe', 'feff', '3c00', '003c'];

/**
 * UTF-8, and what else of the Encoding Standard has ASCII as single bytes. The text declares UTF-8 then: so it is handed on.
 * @throws FormatError for UTF-16, an encoding that is not known, and bytes that are none of it, at which a parser ends
 */
export function decodeXml(bytes: Buffer, source: string): string {
  if (UTF16.includes(bytes.toString('hex', 0, 2))) throw new FormatError(source, 0, 'XML in UTF-8', 'UTF-16');
  const declared = DECLARED.exec(bytes.toString('latin1', 0, DECLARATION_BYTES))?.[3] ?? 'utf-8';
  // What a .NET program makes as a text declares UTF-16 however it is saved.
  const encoding = /^(?:utf-?16|ucs-?2)/i.test(declared) ? 'utf-8' : declared;
  return decode(bytes, encoding, source).replace(DECLARED, '$1$2UTF-8$2');
}

function decode(bytes: Buffer, encoding: string, source: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Of the encoding, and of the bytes.
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    const found = error instanceof RangeError ? 'one that is not known' : 'bytes that are none of it';
    throw new FormatError(source, 0, `XML in the encoding that it declares (${encoding})`, found);
  }
}
