/** The objects and elements of a boot configuration store as its hive holds them: Objects\{guid}\Elements\<id>, value Element. */

import { findValue, type Hive, type HiveKey } from '../registry/hive.ts';
import { elementKey } from './bcd-ids.ts';

export interface BcdObject {
  /** GUID with braces, lower case. */
  readonly guid: string;
  /** As written; the name to delete the key by. */
  readonly name: string;
  /** Undefined where the store does not say. */
  readonly type: number | undefined;
  /** By identifier, eight lower-case hexadecimal digits. */
  readonly elements: ReadonlyMap<string, Buffer>;
}

export function readBcdObjects(store: Hive): readonly BcdObject[] {
  return (store.key('Objects')?.subkeys() ?? []).map(readObject);
}

/** The text of an element of the kinds string and object; undefined when there is none. */
export function elementText(object: BcdObject | undefined, id: number): string | undefined {
  return object?.elements.get(elementKey(id))?.toString('utf16le').split('\0')[0];
}

/** The number of an element of the kind integer, whose leading bytes may be left out; undefined when there is none. */
export function elementInteger(object: BcdObject | undefined, id: number): bigint | undefined {
  const data = object?.elements.get(elementKey(id));
  if (data === undefined || data.length === 0 || data.length > 8) return undefined;
  return Buffer.concat([data, Buffer.alloc(8 - data.length)]).readBigUInt64LE(0);
}

function readObject(key: HiveKey): BcdObject {
  const type = findValue(key.subkey('Description'), 'Type')?.data;
  const elements = (key.subkey('Elements')?.subkeys() ?? []).flatMap((element) => {
    const value = findValue(element, 'Element') ?? element.values()[0];
    return value === undefined ? [] : [[element.name.toLowerCase(), value.data] as const];
  });
  return {
    guid: key.name.toLowerCase(),
    name: key.name,
    type: type?.length === 4 ? type.readUInt32LE(0) : undefined,
    elements: new Map(elements),
  };
}
