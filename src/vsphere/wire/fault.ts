/** Faults of the vSphere API, typed all the way up: who catches one sees its type, its texts and its properties. */

import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { type Moref, morefOf } from './moref.ts';

/** A method or a task ended with a fault. */
export class VsphereFault extends Error {
  override readonly name = 'VsphereFault';
  /** Name of its type, such as DuplicateName; `RuntimeFault` when the server names none. */
  readonly type: string;
  /** What the server says beside the message: texts of faultMessage and of the faults that caused it. */
  readonly texts: readonly string[];
  /** The fault's properties as they came. */
  readonly detail: XmlElement | undefined;
  /** The method that was called or the operation of the task. */
  readonly operation: string;
  /** Milliseconds that its task took, by the server's clock; undefined for a method or where the server does not say. */
  took: number | undefined;

  constructor(
    operation: string,
    type: string,
    message: string,
    { texts = [], detail }: { readonly texts?: readonly string[]; readonly detail?: XmlElement | undefined } = {},
  ) {
    super(message === '' ? (texts[0] ?? type) : message);
    this.operation = operation;
    this.type = type;
    this.texts = texts;
    this.detail = detail;
  }

  /**
   * Keys of its messages and of those of the faults that caused it, such as `msg.snapshot.error-QUIESCINGERROR`: the same in every
   * language of the server.
   */
  get keys(): readonly string[] {
    return [...new Set(messageKeys(this.detail))];
  }

  /** A managed object that the fault names, such as `object` of DuplicateName. */
  reference(name: string): Moref | undefined {
    return morefOf(child(this.detail, name));
  }
}

export interface MissingPrivileges {
  /** Undefined where the server does not say it. */
  readonly object: Moref | undefined;
  readonly privileges: readonly string[];
}

/**
 * What a NoPermission says that is missing. Since API 7.0.3.2 it lists objects and privileges; the one of each that older servers name is deprecated
 * in API 8.0 (vim25 NoPermission.missingPrivileges).
 */
export function missingPrivileges(fault: VsphereFault): readonly MissingPrivileges[] {
  const listed = childrenNamed(fault.detail, 'missingPrivileges').map((one) => ({
    object: morefOf(child(one, 'entity')),
    privileges: childrenNamed(one, 'privilegeIds').map(({ text }) => text),
  }));
  if (listed.some(({ privileges }) => privileges.length > 0)) return listed;
  const privilege = textAt(fault.detail, 'privilegeId');
  return privilege === undefined ? [] : [{ object: fault.reference('object'), privileges: [privilege] }];
}

/** From `soapenv:Fault`: the text stands in faultstring, the type and the properties in detail. */
export function readSoapFault(operation: string, fault: XmlElement): VsphereFault {
  const detail = child(fault, 'detail')?.children[0];
  // The element is called <DuplicateNameFault xsi:type="DuplicateName">; old servers leave the attribute out.
  const type = detail?.type?.name ?? detail?.name.replace(/Fault$/, '') ?? 'RuntimeFault';
  return new VsphereFault(operation, type, textAt(fault, 'faultstring')?.trim() ?? '', {
    texts: faultTexts(detail),
    detail,
  });
}

/** From LocalizedMethodFault, the form in which tasks, leases and import specs carry a fault. */
export function readLocalizedFault(operation: string, localized: XmlElement): VsphereFault {
  const detail = child(localized, 'fault');
  const message = textAt(localized, 'localizedMessage')?.trim() ?? '';
  return new VsphereFault(operation, detail?.type?.name ?? 'MethodFault', message, {
    texts: faultTexts(detail),
    detail,
  });
}

function faultTexts(detail: XmlElement | undefined): string[] {
  const own = childrenNamed(detail, 'faultMessage').map(
    (message) => textAt(message, 'message') ?? textAt(message, 'key'),
  );
  const cause = child(detail, 'faultCause');
  const causes = cause === undefined ? [] : [textAt(cause, 'localizedMessage'), ...faultTexts(child(cause, 'fault'))];
  const texts = [...own, ...causes].flatMap((text) => (text?.trim() ? [text.trim()] : []));
  return [...new Set(texts)];
}

function messageKeys(detail: XmlElement | undefined): string[] {
  if (detail === undefined) return [];
  const own = childrenNamed(detail, 'faultMessage').flatMap((message) => textAt(message, 'key')?.trim() || []);
  return [...own, ...messageKeys(child(child(detail, 'faultCause'), 'fault'))];
}
