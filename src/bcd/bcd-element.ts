/** Elements of a BCD object and how the registry stores each kind. */

import { binaryValue, type KeyTree, multiStringValue, type RegistryValue, stringValue } from '../registry/hive-tree.ts';
import { elementKey } from './bcd-ids.ts';

export type BcdElement = KeyTree;

export function deviceElement(id: number, device: Buffer): BcdElement {
  return element(id, binaryValue('Element', device));
}

export function textElement(id: number, text: string): BcdElement {
  return element(id, stringValue('Element', text));
}

/** @param guid with braces */
export function objectElement(id: number, guid: string): BcdElement {
  return element(id, stringValue('Element', guid));
}

export function objectListElement(id: number, guids: readonly string[]): BcdElement {
  return element(id, multiStringValue('Element', guids));
}

export function integerElement(id: number, number: bigint): BcdElement {
  const data = Buffer.alloc(8);
  data.writeBigUInt64LE(number);
  return element(id, binaryValue('Element', data));
}

export function booleanElement(id: number, on: boolean): BcdElement {
  return element(id, binaryValue('Element', Buffer.from([on ? 1 : 0])));
}

function element(id: number, value: RegistryValue): BcdElement {
  return { name: elementKey(id), values: [value], keys: [] };
}
