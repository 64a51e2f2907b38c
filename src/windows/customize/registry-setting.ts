/** Values that are written into the registry of the image before Windows has ever run, each with its type. */

import { UserError } from '../../errors.ts';
import { isSameName } from '../../files/case-blind.ts';
import {
  binaryValue,
  dwordValue,
  expandStringValue,
  multiStringValue,
  type RegistryValue,
  stringValue,
} from '../../registry/hive-tree.ts';
import { SETUP_KEY, SETUP_VALUE } from '../answer-file/search-order.ts';

const REGISTRY_TYPES = ['string', 'expand-string', 'multi-string', 'dword', 'qword', 'binary'] as const;
type RegistryType = (typeof REGISTRY_TYPES)[number];
const REG_QWORD = 11;
/** Characters: Microsoft Learn, "Registry element size limits". */
const LONGEST_KEY = 255;
const LONGEST_NAME = 16_383;
/** Bytes; what is larger lies in several cells, and is meant to be a file (the same page: 2048 bytes and more). */
const LARGEST_VALUE = 16_344;
/** YAML and JSON read 1.10 as 1.1, 007 as 7, and 9007199254740993 as the number before it. */
const LOST_DIGITS = 'was read as a number, which may have lost digits: put it in quotes';
const NUL_FAULT = 'has a NUL character, at which Windows ends a text';

/** As it is written: in the template, or as JSON in the input. */
export interface WrittenSetting {
  /** `HKLM\SOFTWARE\Corp` */
  readonly key: string;
  /** Left out: the default value of the key. */
  readonly name?: string;
  readonly type: RegistryType;
  /** A text; a list of texts for multi-string; a number, or its digits, for dword and qword; hexadecimal digits for binary. A number that is none exactly is refused. */
  readonly value: string | number | readonly string[];
}

export interface RegistrySetting {
  readonly hive: 'SOFTWARE' | 'SYSTEM';
  /** Below the hive; `CurrentControlSet` stands for the one that Windows starts with. */
  readonly key: string;
  readonly value: RegistryValue;
}

/** Lets Remote Desktop listen, in whatever control set Windows starts with. */
export const REMOTE_DESKTOP: RegistrySetting = {
  hive: 'SYSTEM',
  key: 'CurrentControlSet\\Control\\Terminal Server',
  value: dwordValue('fDenyTSConnections', 0),
};

/**
 * @throws UserError input-invalid where the values that are wished turn Remote Desktop off, which the input remote-desktop turns on
 */
export function refuseContradiction(remoteDesktop: boolean, settings: readonly RegistrySetting[]): void {
  if (!remoteDesktop) return;
  const of = ({ hive, key, value }: RegistrySetting): string => `${hive}\\${key}\\${value.name}`;
  const last = settings.findLast((setting) => isSameName(of(setting), of(REMOTE_DESKTOP)));
  if (last === undefined || last.value.data.equals(REMOTE_DESKTOP.value.data)) return;
  throw invalid(`HKLM\\${of(last)} turns Remote Desktop off, and remote-desktop is true`);
}

/** The JSON of the input. @throws UserError input-invalid */
export function parseRegistrySettings(text: string): readonly WrittenSetting[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw invalid(`not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (!Array.isArray(parsed)) throw invalid('no JSON array');
  return parsed.map((entry: unknown, index) => {
    const { key, name, type, value, ...more } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    const [unknown] = Object.keys(more);
    if (unknown !== undefined) throw invalid(`entry ${index + 1} has the field "${unknown}", which means nothing`);
    const isText = typeof value === 'string' || typeof value === 'number';
    const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
    const hasName = name === undefined || typeof name === 'string';
    const isKnown = REGISTRY_TYPES.find((known) => known === type);
    if (typeof key !== 'string' || !hasName || isKnown === undefined || (!isText && !isList)) {
      throw invalid(`entry ${index + 1} needs "key", "type" (${REGISTRY_TYPES.join(', ')}) and "value"`);
    }
    return { key, type: isKnown, value: value as WrittenSetting['value'], ...(typeof name === 'string' && { name }) };
  });
}

/** @throws UserError input-invalid that names the key and what is wrong with it */
export function readRegistrySettings(written: readonly WrittenSetting[]): readonly RegistrySetting[] {
  return written.map(({ key, name = '', type, value }) => {
    const match = /^(?:HKLM|HKEY_LOCAL_MACHINE)\\(SOFTWARE|SYSTEM)\\(.+)$/i.exec(key);
    const [, hive = '', path = ''] = match ?? [];
    const parts = path.split('\\');
    if (match === null || parts.some((part) => part.trim() === '')) {
      throw invalid(`"${key}" is no key below HKLM\\SOFTWARE or HKLM\\SYSTEM`);
    }
    const said = `${key}\\${name}`;
    if (parts.some((part) => part.length > LONGEST_KEY) || name.length > LONGEST_NAME) {
      throw invalid(`${said}: a key has at most ${LONGEST_KEY} characters, a name of a value ${LONGEST_NAME}`);
    }
    if (isSameName(`${hive}\\${path}`, `SYSTEM\\${SETUP_KEY}`) && isSameName(name, SETUP_VALUE)) {
      throw invalid(`${said} would have Windows take another answer file than that of this build (input unattend)`);
    }
    const lost = lossOf(type, value) ?? ([...parts, name].some(hasEnd) ? NUL_FAULT : undefined);
    const read = lost === undefined ? toValue(name, type, value) : undefined;
    if (read === undefined) {
      throw invalid(`${said}: ${JSON.stringify(value)} is no ${type}${lost === undefined ? '' : `: it ${lost}`}`);
    }
    if (read.data.length > LARGEST_VALUE) {
      throw invalid(`${said}: a value of ${read.data.length} bytes; ${LARGEST_VALUE} are the most`);
    }
    return { hive: hive.toUpperCase() === 'SYSTEM' ? 'SYSTEM' : 'SOFTWARE', key: path, value: read };
  });
}

/** What would be written as something else than it says; one clause. Microsoft Learn, "Registry value types": texts end with a NUL, lists with an empty text. */
function lossOf(type: RegistryType, value: WrittenSetting['value']): string | undefined {
  if (typeof value === 'number') {
    if (type === 'string' || type === 'expand-string' || type === 'binary') return LOST_DIGITS;
    return Number.isSafeInteger(value) || !Number.isInteger(value) ? undefined : LOST_DIGITS;
  }
  if (type !== 'string' && type !== 'expand-string' && type !== 'multi-string') return undefined;
  const texts = typeof value === 'string' ? [value] : value;
  if (texts.some(hasEnd)) return NUL_FAULT;
  return type === 'multi-string' && texts.includes('')
    ? 'has an empty text, at which Windows ends the list'
    : undefined;
}

function hasEnd(text: string): boolean {
  return text.includes('\0');
}

/** The key in the hive. @param controlSet e.g. `ControlSet001` */
export function keyInHive({ key }: RegistrySetting, controlSet: string): string {
  return key.replace(/^CurrentControlSet(?=\\|$)/i, controlSet);
}

function toValue(name: string, type: RegistryType, value: WrittenSetting['value']): RegistryValue | undefined {
  if (type === 'multi-string') return typeof value === 'object' ? multiStringValue(name, value) : undefined;
  if (typeof value === 'object') return undefined;
  switch (type) {
    case 'string':
      return stringValue(name, String(value));
    case 'expand-string':
      return expandStringValue(name, String(value));
    case 'dword': {
      const number = wholeNumber(value, 32);
      return number === undefined ? undefined : dwordValue(name, Number(number));
    }
    case 'qword': {
      const number = wholeNumber(value, 64);
      if (number === undefined) return undefined;
      const data = Buffer.alloc(8);
      data.writeBigUInt64LE(number);
      return { name, type: REG_QWORD, data };
    }
    case 'binary': {
      const digits = String(value).replaceAll(/[\s,]/g, '');
      return /^(?:[0-9a-f]{2})*$/i.test(digits) ? binaryValue(name, Buffer.from(digits, 'hex')) : undefined;
    }
  }
}

/** Decimal digits, or hexadecimal ones after 0x. */
function wholeNumber(value: string | number, bits: number): bigint | undefined {
  const text = String(value).trim();
  if (!/^(?:\d+|0x[0-9a-f]+)$/i.test(text)) return undefined;
  const number = BigInt(text);
  return number < 1n << BigInt(bits) ? number : undefined;
}

function invalid(what: string): UserError {
  return new UserError(
    'input-invalid',
    `Input registry: ${what}`,
    'Write [{"key": "HKLM\\\\SOFTWARE\\\\Corp", "name": "Site", "type": "string", "value": "A"}], or the same under customize.registry of the template.',
  );
}
