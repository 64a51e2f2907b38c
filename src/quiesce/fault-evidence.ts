/** A fault of the vSphere API as evidence: its type, the language-free keys of its messages, its texts. */

import type { VsphereFault } from '../vsphere/wire/fault.ts';
import { child, childrenNamed, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { VmFault } from './verify-target.ts';

export function evidenceOf(fault: VsphereFault): VmFault {
  const keys = keysOf(fault.detail);
  return {
    type: fault.type,
    ...(keys.length > 0 && { keys }),
    message: [...new Set([fault.message, ...fault.texts])].join('\n'),
  };
}

/** Keys of the fault's own messages, then of those of the faults that caused it. */
function keysOf(detail: XmlElement | undefined): string[] {
  if (detail === undefined) return [];
  const own = childrenNamed(detail, 'faultMessage').flatMap((message) => textAt(message, 'key') ?? []);
  return [...new Set([...own, ...keysOf(child(child(detail, 'faultCause'), 'fault'))])];
}
