/** Managed object references: how vSphere names everything. The value is opaque and may hold any characters. */

import type { XmlElement } from '../../xml/xml-element.ts';

export interface Moref {
  /** Such as VirtualMachine. */
  readonly type: string;
  /** Such as vm-42. */
  readonly value: string;
}

export function morefOf(element: XmlElement | undefined): Moref | undefined {
  if (element === undefined || element.text === '') return undefined;
  return { type: element.attributes.get('type') ?? '', value: element.text };
}

export function sameMoref(a: Moref | undefined, b: Moref | undefined): boolean {
  return a !== undefined && b !== undefined && a.type === b.type && a.value === b.value;
}
