/**
 * Whether Windows reads a script as it was written. cmd.exe reads bytes in the code page of the machine and looks for labels by the size of blocks, which bare
 * line feeds upset (minikube pull request 2394, ZipRipper issue 15, rocq issue 8610); Windows PowerShell takes a file without a byte-order mark
 * for one of the ANSI code page, in which the last byte of a dash is a quotation mark (Microsoft Learn, "about_Character_Encoding"; OctopusDeploy issue 4613).
 */

import { decodeUtf8 } from '../../files/decode-utf8.ts';

export interface ScriptFault {
  /** One clause about the file. */
  readonly what: string;
  readonly hint: string;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const NOT_ASCII = /[^\0-\x7f]/;

/** @returns undefined for a script that does what it says, as far as its bytes tell; files of a code page cannot be told apart */
export function scriptFault(name: string, content: Uint8Array): ScriptFault | undefined {
  const bytes = Buffer.from(content);
  return /\.ps1$/i.test(name) ? powerShellFault(bytes) : batchFault(bytes);
}

function powerShellFault(bytes: Buffer): ScriptFault | undefined {
  if ([UTF8_MARK, ...UTF16_MARKS].some((mark) => startsWith(bytes, mark))) return undefined;
  const hint = 'Save it as UTF-8 with a byte-order mark ("UTF-8 with BOM").';
  if (bytes.includes(0)) return { what: 'is UTF-16 without a byte-order mark, or no text', hint };
  const line = firstLine(bytes, (text) => text.replaceAll(/<#[\s\S]*?#>/g, keepLineEnds), /^\s*#/);
  if (line === undefined) return undefined;
  return {
    what: `is UTF-8 without a byte-order mark, and Windows PowerShell would read the letters of line ${line} as others`,
    hint,
  };
}

function batchFault(bytes: Buffer): ScriptFault | undefined {
  if (bytes.includes(0) || UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
    return {
      what: 'is UTF-16, or no text, which cmd.exe does not read',
      hint: 'Save it as UTF-8 without a byte-order mark.',
    };
  }
  if (startsWith(bytes, UTF8_MARK)) {
    return {
      what: 'begins with a byte-order mark, which cmd.exe takes for a part of the first command',
      hint: 'Save it as UTF-8 without a byte-order mark.',
    };
  }
  const text = bytes.toString('latin1');
  if (/(?<!\r)\n/.test(text) && /^[ \t]*:[^:\s]/m.test(text)) {
    return {
      what: 'has bare line feeds and labels, which cmd.exe does not find then',
      hint: 'Save it with the line ends of Windows (in .gitattributes: *.cmd text eol=crlf).',
    };
  }
  const line = firstLine(
    bytes,
    (all) => all.replace(/^[ \t@]*chcp(?:\.com)?[ \t]+65001\b[\s\S]*/im, keepLineEnds),
    /^[ \t@]*(?:rem\b|::)/i,
  );
  if (line === undefined) return undefined;
  return {
    what: `is UTF-8, and cmd.exe would read the letters of line ${line} in the code page of the machine`,
    hint: 'Write "chcp 65001 >nul" before that line, or ASCII alone.',
  };
}

/** The first line, from 1, with a letter that is not ASCII, apart from comments; undefined also where the bytes are no UTF-8. */
function firstLine(bytes: Buffer, strip: (text: string) => string, comment: RegExp): number | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const index = strip(text)
    .split('\n')
    .findIndex((line) => NOT_ASCII.test(line) && !comment.test(line));
  return index < 0 ? undefined : index + 1;
}

function keepLineEnds(text: string): string {
  return text.replaceAll(/[^\n]/g, '');
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
