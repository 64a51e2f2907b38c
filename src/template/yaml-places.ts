/** Where in the text of a YAML document a value or a key stands. */

import { isMap, isNode, isScalar, isSeq, type Node, type Document as YamlDocument } from 'yaml';

/** A path into the document: keys, and indices as text. */
export type KeyPath = readonly string[];

/** `publish[0].as`; empty for the document itself. */
export function formatPath(path: KeyPath): string {
  return path.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Offset of the value at a path; of its key when the value is empty, of the nearest value around it when there is none. */
export function valueOffset(document: YamlDocument, path: KeyPath): number {
  const node = nodeAt(document.contents, path);
  const isEmpty = node === undefined || (isScalar(node) && node.value === null);
  if (!isEmpty) return node.range?.[0] ?? 0;
  const key = path.at(-1);
  return key === undefined ? 0 : keyOffset(document, path.slice(0, -1), key);
}

/** Offset of a key in the mapping at a path. */
export function keyOffset(document: YamlDocument, path: KeyPath, key: string): number {
  const map = nodeAt(document.contents, path);
  const pair = isMap(map) ? map.items.find((item) => keyText(item.key) === key) : undefined;
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : valueOffset(document, path);
}

function nodeAt(root: Node | null, path: KeyPath): Node | undefined {
  let node: unknown = root;
  for (const key of path) {
    if (isMap(node)) node = node.items.find((item) => keyText(item.key) === key)?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
  }
  return isNode(node) ? node : undefined;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? (key.value ?? '') : key);
}
