/** Elements of a BCD object and how the registry stores each kind. */

import { binaryValue, type KeyTree, multiStringValue, type RegistryValue, stringValue } from '../registry/hive-tree.ts';

/** An element's identifier; names as bcdedit prints them. The second hexadecimal digit is the kind: 1 device … 7 list of integers. */
export const ELEMENT = {
  applicationDevice: 0x11000001,
  applicationPath: 0x12000002,
  description: 0x12000004,
  preferredLocale: 0x12000005,
  inherit: 0x14000006,
  recoverySequence: 0x14000008,
  debuggerType: 0x15000011,
  recoveryEnabled: 0x16000009,
  badMemoryAccess: 0x1600000b,
  emsEnabled: 0x16000020,
  isolatedContext: 0x16000060,
  allowedInMemorySettings: 0x17000077,
  osDevice: 0x21000001,
  systemRoot: 0x22000002,
  resumeObject: 0x23000003,
  bootmgrDefault: 0x23000003,
  bootmgrResume: 0x23000006,
  displayOrder: 0x24000001,
  toolsDisplayOrder: 0x24000010,
  timeout: 0x25000004,
  resumeBootMenuPolicy: 0x25000008,
  nxPolicy: 0x25000020,
  bootMenuPolicy: 0x250000c2,
  hypervisorDebuggerType: 0x250000f3,
  hypervisorDebuggerPort: 0x250000f4,
  hypervisorDebuggerBaud: 0x250000f5,
} as const;

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

/** The key name of an element: eight lower-case hexadecimal digits. */
export function elementKey(id: number): string {
  return id.toString(16).padStart(8, '0');
}

function element(id: number, value: RegistryValue): BcdElement {
  return { name: elementKey(id), values: [value], keys: [] };
}
