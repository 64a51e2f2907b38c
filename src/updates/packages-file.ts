/** An explicit list of packages in place of the catalog: URL or path and SHA-256 each, as YAML or JSON. */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { urlFileName } from '../download/url-file-name.ts';
import { UserError } from '../errors.ts';
import { decodeUtf8 } from '../files/decode-utf8.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import type { PackageKind } from './update.ts';
import { kbOf } from './update-title.ts';

export interface ListedPackage {
  /** https address, or a file: URL for a path. */
  readonly url: string;
  readonly name: string;
  readonly sha256: string;
  /** `KB5005112`, where written or told by the name. */
  readonly kb?: string;
  readonly kind?: PackageKind;
}

const KINDS: readonly PackageKind[] = ['servicing-stack', 'checkpoint', 'cumulative', 'dotnet'];
const KEYS = ['url', 'path', 'sha256', 'kb', 'kind'];

/**
 * @returns at least one package; paths are relative to the list's folder
 * @throws UserError file-missing, input-invalid with line and column
 */
export async function readPackagesFile(path: string): Promise<ListedPackage[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the packages file', path, input: 'packages-file' });
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new UserError('input-invalid', `${path} is not UTF-8`, 'Save it as UTF-8.');
  return parsePackagesFile(text, path);
}

export function parsePackagesFile(text: string, path: string): ListedPackage[] {
  const lines = new LineCounter();
  // All scalars are text: a hash of digits alone is no number.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
  const refuse = (offset: number, message: string): UserError => {
    const { line, col } = lines.linePos(offset);
    return new UserError(
      'input-invalid',
      `${path}:${line}:${col}: ${message}`,
      'Write a list "packages:" of entries with url or path, sha256, and if need be kind and kb.',
    );
  };
  const [syntax] = [...document.errors, ...document.warnings];
  if (syntax) throw refuse(syntax.pos[0], `not valid YAML: ${syntax.message}`);
  const root = document.contents;
  const list = isMap(root) ? root.get('packages') : root;
  if (!isSeq(list) || list.items.length === 0) throw refuse(0, 'no list of packages');
  const unknown = isMap(root) ? root.items.find(({ key }) => String(key) !== 'packages')?.key : undefined;
  if (unknown !== undefined) {
    throw refuse((unknown as Node).range?.[0] ?? 0, `unknown key "${String(unknown)}" (known: packages)`);
  }
  const hashes = new Set<string>();
  return list.items.map((item) => {
    const offset = (item as Node).range?.[0] ?? 0;
    if (!isMap(item)) throw refuse(offset, 'an entry that is no mapping');
    const entry = readEntry(item.toJSON() as Record<string, unknown>, dirname(resolve(path)), (message) =>
      refuse(offset, message),
    );
    if (hashes.has(entry.sha256)) throw refuse(offset, `the file ${entry.sha256} is there twice`);
    hashes.add(entry.sha256);
    return entry;
  });
}

function readEntry(
  entry: Readonly<Record<string, unknown>>,
  folder: string,
  refuse: (message: string) => UserError,
): ListedPackage {
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw refuse(`unknown key "${unknown}" (known: ${KEYS.join(', ')})`);
  const sha256 = String(entry.sha256 ?? '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw refuse('sha256 is not 64 hexadecimal digits');
  const url = location(entry, folder, refuse);
  const name = urlFileName(new URL(url));
  if (!/^\w[\w.+() -]{0,200}$/.test(name) || !/\.(?:msu|cab)$/i.test(name))
    throw refuse(`"${name}" is not the name of an .msu or .cab file`);
  const kind = entry.kind === undefined ? undefined : KINDS.find((candidate) => candidate === entry.kind);
  if (entry.kind !== undefined && kind === undefined)
    throw refuse(`kind "${String(entry.kind)}" is none of ${KINDS.join(', ')}`);
  const kb =
    entry.kb === undefined ? kbOf(name.replaceAll('_', '-')) : kbOf(`KB${String(entry.kb).replace(/^KB/i, '')}`);
  if (entry.kb !== undefined && kb === undefined) throw refuse(`kb "${String(entry.kb)}" is not a KB number`);
  return { url, name, sha256, ...(kb !== undefined && { kb }), ...(kind !== undefined && { kind }) };
}

function location(
  entry: Readonly<Record<string, unknown>>,
  folder: string,
  refuse: (message: string) => UserError,
): string {
  const { url, path } = entry;
  if (typeof path === 'string' && url === undefined) return pathToFileURL(resolve(folder, path)).href;
  if (typeof url === 'string' && path === undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
    return url;
  throw refuse('an entry needs either url (a web address) or path');
}
