/** What programs print, as text: in the code page of the console on Windows, in UTF-8 nearly everywhere else. */

import { OEM_TABLES } from './oem-tables.ts';

/** `oem`: the code page of the console. UTF-16 is what a few programs of Windows print into a pipe. */
export type OutputEncoding = 'utf-8' | 'oem' | 'utf-16le';

export interface TextReader {
  /** The text of what came, but for a character that is not whole yet. */
  read(bytes: Uint8Array): string;
  /** What was left of it. */
  end(): string;
}

/** Code pages that `TextDecoder` reads under another name (WHATWG Encoding, section 4.2). */
const DECODER_LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
};
/** The page of the first PC, which Windows in English still uses. */
export const DEFAULT_OEM_PAGE = 437;

/** @param codePage of the console, for `oem`; one that nobody knows is read as the default */
export function createTextReader(encoding: OutputEncoding, codePage: number = DEFAULT_OEM_PAGE): TextReader {
  if (encoding !== 'oem') return decoderReader(encoding);
  const table = OEM_TABLES[codePage];
  if (table !== undefined) return tableReader(table);
  const label = DECODER_LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : undefined);
  return label === undefined ? createTextReader('oem') : decoderReader(label);
}

/** All of it at once. A byte order mark says more than the caller knows. */
export function decodeOutput(bytes: Buffer, encoding: OutputEncoding, codePage?: number): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
  const reader = createTextReader(marked ?? utf8 ?? encoding, codePage);
  return reader.read(bytes) + reader.end();
}

/** The value OEMCP in what `reg.exe query` prints; undefined when it is not there. */
export function parseOemCodePage(text: string): number | undefined {
  const digits = /^\s*OEMCP\s+REG_SZ\s+(\d{3,5})\s*$/m.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function decoderReader(label: string): TextReader {
  const decoder = new TextDecoder(label);
  return { read: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function tableReader(table: string): TextReader {
  const read = (bytes: Uint8Array): string => {
    let text = '';
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : table.charAt(byte - 0x80);
    return text;
  };
  return { read, end: () => '' };
}
