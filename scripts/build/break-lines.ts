/**
 * Breaks long string literals of a bundle over several lines: Node prints the whole source line of an error that nobody caught,
 * and the WebAssembly that packages carry as base64 would fill a log with 70 kB of it.
 */

import { parseSource, walk } from '../mutate/syntax.ts';

/** Characters of a literal in one line. */
const PIECE = 1000;

/** The same program; only literals of more than two pieces change, and only where an expression may stand. */
export function breakLongLiterals(code: string): string {
  // A literal ends in its line, unless the line ends with a backslash: most pieces need not be read as code, which takes long.
  if (!code.split('\n').some((line) => line.length >= 2 * PIECE || line.endsWith('\\'))) return code;
  const long = [...walk(parseSource('bundle.mjs', code))].filter(({ node, field, parent }) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || node.end - node.start < 2 * PIECE) return false;
    return field !== 'key' || parent?.node.computed === true;
  });
  let broken = '';
  let at = 0;
  for (const { node } of long) {
    broken += code.slice(at, node.start) + breakLiteral(code.slice(node.start, node.end));
    at = node.end;
  }
  return broken + code.slice(at);
}

function breakLiteral(raw: string): string {
  const quote = raw[0] as string;
  const pieces: string[] = [];
  let piece = '';
  // An escape sequence stays whole; a raw character may be two units long.
  for (const [part] of raw.slice(1, -1).matchAll(/\\u\{[^}]*\}|\\u....|\\x..|\\[\s\S]|[\s\S]/gu)) {
    piece += part;
    if (piece.length >= PIECE) {
      pieces.push(piece);
      piece = '';
    }
  }
  if (piece !== '') pieces.push(piece);
  return `(${pieces.map((text) => quote + text + quote).join(' +\n')})`;
}
