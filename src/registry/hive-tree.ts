/** Keys and values of a registry hive in memory, with constructors for the types that Stillframe writes. */

/** Types of registry values (winnt.h). */
const REG_SZ = 1;
const REG_EXPAND_SZ = 2;
const REG_BINARY = 3;
export const REG_DWORD = 4;
const REG_MULTI_SZ = 7;

export interface RegistryValue {
  /** Empty for the key's default value. */
  readonly name: string;
  readonly type: number;
  readonly data: Buffer;
}

export interface KeyTree {
  readonly name: string;
  readonly values: readonly RegistryValue[];
  readonly keys: readonly KeyTree[];
}

export function stringValue(name: string, text: string): RegistryValue {
  return { name, type: REG_SZ, data: encodeText(text) };
}

export function expandStringValue(name: string, text: string): RegistryValue {
  return { name, type: REG_EXPAND_SZ, data: encodeText(text) };
}

export function multiStringValue(name: string, texts: readonly string[]): RegistryValue {
  const data = Buffer.concat([...texts.map(encodeText), Buffer.alloc(2)]);
  return { name, type: REG_MULTI_SZ, data };
}

export function dwordValue(name: string, number: number): RegistryValue {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(number);
  return { name, type: REG_DWORD, data };
}

export function binaryValue(name: string, data: Buffer): RegistryValue {
  return { name, type: REG_BINARY, data };
}

/** True for the types whose data is UTF-16 text. */
export function isText({ type }: RegistryValue): boolean {
  return type === REG_SZ || type === REG_EXPAND_SZ || type === REG_MULTI_SZ;
}

/** The text of a string value, without its terminators; the first one of a list. */
export function decodeText(value: RegistryValue): string {
  return value.data.toString('utf16le').split('\0')[0] ?? '';
}

export function decodeTexts(value: RegistryValue): readonly string[] {
  return value.data
    .toString('utf16le')
    .split('\0')
    .filter((text) => text !== '');
}

function encodeText(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}
