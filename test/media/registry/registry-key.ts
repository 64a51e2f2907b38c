/** Registry keys in memory, from a compact notation: nested objects are keys, everything else is a value. */

export type Value = { readonly name: string } & (
  | { readonly type: 'sz' | 'expand-sz'; readonly text: string }
  | { readonly type: 'multi-sz'; readonly texts: readonly string[] }
  | { readonly type: 'dword'; readonly number: number }
  | { readonly type: 'binary'; readonly bytes: Buffer }
);

export interface Key {
  readonly name: string;
  readonly values: Value[];
  readonly subkeys: Map<string, Key>;
}

/** REG_EXPAND_SZ in the notation. */
export class ExpandString {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A string is REG_SZ, a number REG_DWORD, an array of strings REG_MULTI_SZ, a Buffer REG_BINARY. The name `@` is the
 * default value. A backslash in the name of a key stands for keys in each other.
 */
export interface KeyNotation {
  readonly [name: string]: string | number | readonly string[] | Buffer | ExpandString | KeyNotation;
}

const TYPES = { sz: 1, 'expand-sz': 2, binary: 3, dword: 4, 'multi-sz': 7 } as const;

export function registryKey(name: string, notation: KeyNotation): Key {
  const key: Key = { name, values: [], subkeys: new Map() };
  fill(key, notation);
  return key;
}

function fill(key: Key, notation: KeyNotation): void {
  for (const [name, item] of Object.entries(notation)) {
    const valueName = name === '@' ? '' : name;
    if (typeof item === 'string') key.values.push({ name: valueName, type: 'sz', text: item });
    else if (typeof item === 'number') key.values.push({ name: valueName, type: 'dword', number: item });
    else if (Buffer.isBuffer(item)) key.values.push({ name: valueName, type: 'binary', bytes: item });
    else if (item instanceof ExpandString) key.values.push({ name: valueName, type: 'expand-sz', text: item.text });
    else if (isTexts(item)) key.values.push({ name: valueName, type: 'multi-sz', texts: item });
    else fill(descend(key, name), item);
  }
}

function isTexts(item: readonly string[] | KeyNotation): item is readonly string[] {
  return Array.isArray(item);
}

function descend(key: Key, path: string): Key {
  let current = key;
  for (const name of path.split('\\')) {
    const upper = name.toUpperCase();
    let next = current.subkeys.get(upper);
    if (!next) {
      next = { name, values: [], subkeys: new Map() };
      current.subkeys.set(upper, next);
    }
    current = next;
  }
  return current;
}

export function valueType(value: Value): number {
  return TYPES[value.type];
}

/** The stored bytes: strings are UTF-16LE with their terminators. */
export function valueBytes(value: Value): Buffer {
  switch (value.type) {
    case 'sz':
    case 'expand-sz':
      return Buffer.from(`${value.text}\0`, 'utf16le');
    case 'multi-sz':
      return Buffer.from(`${value.texts.map((text) => `${text}\0`).join('')}\0`, 'utf16le');
    case 'dword': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value.number >>> 0);
      return bytes;
    }
    case 'binary':
      return value.bytes;
  }
}
