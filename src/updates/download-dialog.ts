/**
 * The catalog's download dialog: a page with one script that fills `downloadInformation[i].files[k].<field>`.
 * Source: captured dialogs of 2016 and 2026. `digest` is the base64 SHA-1, `sha256` the base64 SHA-256 or empty for classic packages.
 */

import { parse } from 'node-html-parser';
import { urlFileName } from '../download/url-file-name.ts';
import { pageChanged, readSpecialPage } from './search-page.ts';
import type { CatalogFile } from './update.ts';

type DialogPage =
  /** Files by update id, in the dialog's order, which means nothing. */
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, readonly CatalogFile[]> }
  | { readonly kind: 'error'; readonly number: string }
  | { readonly kind: 'expired' }
  /** The script without a single file. */
  | { readonly kind: 'empty' };

const FIELD = /downloadInformation\[(\d{1,4})\]\.(?:files\[(\d{1,4})\]\.)?(\w{1,40})\s{0,20}=\s{0,20}'([^']{0,4000})'/g;

/** @throws UserError catalog-changed that names what was missing */
export function readDownloadDialog(html: string, finalUrl: URL): DialogPage {
  const special = readSpecialPage(parse(html), finalUrl);
  if (special) return special;
  if (!html.includes('downloadInformation')) throw pageChanged('download', 'the script variable downloadInformation');

  const ids = new Map<string, string>();
  const fields = new Map<string, Map<string, Map<string, string>>>();
  for (const [, update = '', file, field = '', value = ''] of html.matchAll(FIELD)) {
    if (file === undefined) {
      if (field === 'updateID') ids.set(update, value.toLowerCase());
      continue;
    }
    const files = getOrAdd(fields, update, () => new Map<string, Map<string, string>>());
    getOrAdd(files, file, () => new Map<string, string>()).set(field, value);
  }
  if (fields.size === 0) return { kind: 'empty' };
  const result = new Map<string, CatalogFile[]>();
  for (const [update, files] of fields) {
    const id = ids.get(update);
    if (id === undefined) throw pageChanged('download', `downloadInformation[${update}].updateID`);
    result.set(
      id,
      [...files.values()].map((file) => readFile(file, update)),
    );
  }
  return { kind: 'files', files: result };
}

function readFile(fields: ReadonlyMap<string, string>, update: string): CatalogFile {
  const url = fields.get('url');
  if (!url) throw pageChanged('download', `downloadInformation[${update}].files[].url`);
  if (!URL.canParse(url)) throw pageChanged('download', `a web address in files[].url (found "${url.slice(0, 80)}")`);
  const name = safeName(fields.get('fileName') || urlFileName(new URL(url)));
  const sha1 = hexOf(fields.get('digest'), 20) ?? /_([0-9a-f]{40})\.\w+$/i.exec(name)?.[1]?.toLowerCase();
  const sha256 = hexOf(fields.get('sha256'), 32);
  return { name, url, ...(sha1 !== undefined && { sha1 }), ...(sha256 !== undefined && { sha256 }) };
}

/** Base64 of exactly so many bytes as lower-case hexadecimal; empty fields are how the dialog says "not known". */
function hexOf(base64: string | undefined, length: number): string | undefined {
  if (!base64) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== length)
    throw pageChanged('download', `a base64 hash of ${length} bytes (found "${base64.slice(0, 60)}")`);
  return bytes.toString('hex');
}

/** The name becomes a file name here: one path segment, nothing else. */
function safeName(name: string): string {
  if (/^[\w][\w.+()-]{0,200}$/.test(name) && !name.endsWith('.')) return name;
  throw pageChanged('download', `a plain file name (found "${name.slice(0, 80)}")`);
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const made = make();
  map.set(key, made);
  return made;
}
