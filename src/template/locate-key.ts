/** Where a key stands in a template file, for messages about values that came from it. */

import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { SourceLocation } from '../errors.ts';

/**
 * @param file as the location names it
 * @param key such as `disk.size`
 * @returns the place of the value; undefined when the file does not write it (its default holds)
 */
export function locateKey(file: string, yaml: string, key: string): SourceLocation | undefined {
  const lines = new LineCounter();
  let node: unknown = parseDocument(yaml, { lineCounter: lines, prettyErrors: false }).contents;
  for (const part of key.split('.')) {
    if (!isMap(node)) return undefined;
    node = node.items.find((pair) => isScalar(pair.key) && pair.key.value === part)?.value;
  }
  const offset = (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}
