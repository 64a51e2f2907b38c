/** The registry values that AddReg sections ask for. Source: "INF AddReg Directive" (Microsoft Learn). */

import type { InfDocument } from './inf-document.ts';
import { parseInfNumber } from './inf-number.ts';
import type { InfEntry } from './inf-syntax.ts';

/** Data by registry type: text, list of texts, 32-bit number or bytes. */
type InfRegistryData =
  | { readonly type: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_BINARY' | 'REG_NONE'; readonly data: readonly number[] };

export type InfRegistryValue = InfRegistryData & {
  readonly root: 'HKCR' | 'HKCU' | 'HKLM' | 'HKU' | 'HKR';
  /** Path below the root without leading backslash; empty for the root itself. */
  readonly subkey: string;
  /** Empty for the default value. */
  readonly name: string;
};

const ROOTS = ['HKCR', 'HKCU', 'HKLM', 'HKU', 'HKR'] as const;

const BINARY = 0x1;
const DELETE = 0x4;
const KEY_ONLY = 0x10 | 0x2000;
const TYPE_MASK = 0xffff_0001;

/** Removals and bare keys are left out: a driver that is new to an image has nothing to remove. */
export function readAddReg(inf: InfDocument, sections: readonly string[]): readonly InfRegistryValue[] {
  return sections.flatMap((section) =>
    inf.entries(section).flatMap((entry) => {
      const value = readValue(inf, entry);
      return value ? [value] : [];
    }),
  );
}

/** `reg-root, [subkey], [value-name], [flags], [value][, value…]` */
function readValue(inf: InfDocument, entry: InfEntry): InfRegistryValue | undefined {
  const [rootText = '', subkey = '', name = '', flagsText = '', ...data] = entry.values;
  const root = ROOTS.find((candidate) => candidate === rootText.toUpperCase());
  const flags = readFlags(flagsText);
  if (!root || entry.key !== undefined || flags === undefined) {
    throw inf.wrongEntry(entry, 'HKR, subkey, name, flags, value', JSON.stringify(entry.values.join(', ')));
  }
  if ((flags & DELETE) !== 0 || (flags & KEY_ONLY) !== 0) return undefined;
  return { root, subkey: subkey.replace(/^\\+/, ''), name, ...readData(inf, entry, flags, data) };
}

/**
 * Flags that are a `%strkey%` which no Strings section defines are no number to SetupGetIntField: SetupAPI goes on with 0, a string.
 * @returns undefined for any other text that is no number
 */
function readFlags(text: string): number | undefined {
  return text === '' || /^%[^%]+%$/.test(text) ? 0 : parseInfNumber(text);
}

function readData(inf: InfDocument, entry: InfEntry, flags: number, data: readonly string[]): InfRegistryData {
  switch ((flags & TYPE_MASK) >>> 0) {
    case 0x0000_0000:
      return { type: 'REG_SZ', data: data[0] ?? '' };
    case 0x0001_0000:
      return { type: 'REG_MULTI_SZ', data };
    case 0x0002_0000:
      return { type: 'REG_EXPAND_SZ', data: data[0] ?? '' };
    case 0x0001_0001:
      return { type: 'REG_DWORD', data: readDword(inf, entry, data) };
    case 0x0002_0001:
      return { type: 'REG_NONE', data: readBytes(inf, entry, data) };
    case BINARY:
      return { type: 'REG_BINARY', data: readBytes(inf, entry, data) };
    default:
      throw inf.wrongEntry(entry, 'a registry type that an INF file can name', `flags 0x${flags.toString(16)}`);
  }
}

/** A number, or its four bytes from the lowest on. */
function readDword(inf: InfDocument, entry: InfEntry, data: readonly string[]): number {
  if (data.length === 4) {
    const [a = 0, b = 0, c = 0, d = 0] = readBytes(inf, entry, data);
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }
  const text = data[0] ?? '0';
  const number = parseInfNumber(text.replace(/^-/, ''));
  if (number === undefined) throw inf.wrongEntry(entry, 'a 32-bit number', JSON.stringify(text));
  return text.startsWith('-') ? -number >>> 0 : number;
}

/** Bytes are hexadecimal, with or without 0x. */
function readBytes(inf: InfDocument, entry: InfEntry, data: readonly string[]): readonly number[] {
  return data.map((text) => {
    if (!/^(?:0x)?[0-9a-f]{1,2}$/i.test(text)) throw inf.wrongEntry(entry, 'a byte', JSON.stringify(text));
    return Number.parseInt(text.replace(/^0x/i, ''), 16);
  });
}
