/** The bytes of an INF file to text: UTF-16 with its byte order mark, UTF-8 with one, else the ANSI code page. */

import { FormatError } from '../../errors.ts';

/** Real INF files stay below 3 MiB; what is larger is something else. */
const MAX_INF_BYTES = 4 * 2 ** 20;
const CONTROL_Z = '\u001a';

export interface InfText {
  readonly text: string;
  /** Byte offset in the file of a position in `text`. */
  byteOffset(position: number): number;
}

/**
 * Decodes as Windows does ("General Syntax Rules for INF Files", Microsoft Learn: Unicode or ANSI): a byte order mark decides;
 * without one, text in which every second byte is zero is UTF-16, anything else ANSI (code page 1252).
 * The text ends at a Control-Z, the end-of-file mark of old editors.
 * @param name for messages
 * @throws FormatError when the file is empty, too large, or breaks off inside a UTF-16 character
 */
export function decodeInf(bytes: Uint8Array, name: string): InfText {
  if (bytes.length === 0) throw new FormatError(name, 0, 'the text of an INF file', 'an empty file');
  if (bytes.length > MAX_INF_BYTES) {
    throw new FormatError(
      name,
      MAX_INF_BYTES,
      `an INF file of at most ${MAX_INF_BYTES} bytes`,
      `${bytes.length} bytes`,
    );
  }
  const { encoding, mark } = detectEncoding(bytes);
  if (encoding.startsWith('utf-16') && bytes.length % 2 !== 0) {
    throw new FormatError(name, bytes.length - 1, 'two bytes for every UTF-16 character', 'a single byte at the end');
  }
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
  const end = decoded.indexOf(CONTROL_Z);
  const text = end < 0 ? decoded : decoded.slice(0, end);
  return {
    text,
    byteOffset: (position) => {
      if (encoding === 'utf-8') return mark + Buffer.byteLength(text.slice(0, position), 'utf8');
      return mark + position * (encoding === 'windows-1252' ? 1 : 2);
    },
  };
}

type Encoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'windows-1252';

function detectEncoding(bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  const sample = bytes.subarray(0, 256);
  const zeros = (parity: number): number => sample.filter((byte, index) => index % 2 === parity && byte === 0).length;
  // Half of the high bytes: text in Latin letters that somebody saved without the mark.
  const enough = Math.max(2, sample.length / 4);
  if (zeros(1) >= enough && zeros(0) === 0) return { encoding: 'utf-16le', mark: 0 };
  if (zeros(0) >= enough && zeros(1) === 0) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'windows-1252', mark: 0 };
}
