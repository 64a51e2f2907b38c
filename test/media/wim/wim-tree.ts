/** The file tree of one WIM image, as the builders of the sample media describe it. */

/** File attributes of [MS-FSCC] 2.6. */
export const ATTRIBUTE = {
  readOnly: 0x1,
  hidden: 0x2,
  system: 0x4,
  directory: 0x10,
  archive: 0x20,
  normal: 0x80,
  reparsePoint: 0x400,
  notContentIndexed: 0x2000,
} as const;

/** Reparse tag of a junction (mount point), [MS-FSCC] 2.1.2.1. */
const TAG_MOUNT_POINT = 0xa0000003;

/** Content stored once in the WIM, however many files hold it. */
export interface Blob {
  /** SHA-1, hex; undefined for empty content, which a WIM does not store. */
  readonly sha1: string | undefined;
  readonly size: number;
}

export interface Inode {
  attributes: number;
  /** Self-relative security descriptor. */
  security: Buffer | undefined;
  /** 100 ns since 1601, for created, accessed and written alike. */
  time: bigint;
  data: Blob | undefined;
  readonly streams: { readonly name: string; readonly data: Blob }[];
  reparseTag?: number;
  /** Directory entries that share this inode. */
  links: number;
}

export interface Entry {
  readonly name: string;
  readonly shortName: string;
  readonly inode: Inode;
  /** Only for directories. */
  readonly children: Map<string, Entry>;
}

export interface EntryOptions {
  readonly attributes?: number;
  readonly security?: Buffer;
  readonly shortName?: string;
  readonly time?: bigint;
}

/** Grows a tree by path: separators are `/`, missing parents are made with the defaults. */
export class WimTree {
  readonly root: Entry;
  readonly #time: bigint;
  readonly #security: Buffer;

  /**
   * @param time FILETIME of every entry that names no other
   * @param security descriptor of every entry that names no other
   */
  constructor(time: bigint, security: Buffer) {
    this.#time = time;
    this.#security = security;
    this.root = this.#entry('', { attributes: ATTRIBUTE.directory | ATTRIBUTE.hidden | ATTRIBUTE.system }, undefined);
  }

  directory(path: string, options: EntryOptions = {}): Entry {
    const attributes = (options.attributes ?? 0) | ATTRIBUTE.directory;
    const { parent, name } = this.#place(path);
    const present = parent.children.get(name);
    if (present) {
      present.inode.attributes |= attributes;
      if (options.security) present.inode.security = options.security;
      return present;
    }
    return this.#add(parent, this.#entry(name, { ...options, attributes }, undefined));
  }

  file(path: string, data: Blob, options: EntryOptions = {}): Entry {
    const { parent, name } = this.#place(path);
    return this.#add(parent, this.#entry(name, { attributes: ATTRIBUTE.archive, ...options }, data));
  }

  /** A second name for a file that is there: an NTFS hard link. */
  hardLink(target: Entry, path: string): void {
    const { parent, name } = this.#place(path);
    target.inode.links++;
    this.#add(parent, { name, shortName: '', inode: target.inode, children: new Map() });
  }

  stream(entry: Entry, name: string, data: Blob): void {
    entry.inode.streams.push({ name, data });
  }

  /** @param reparseData what follows the 8-byte header of a mount-point reparse buffer, stored as a blob */
  junction(path: string, reparseData: Blob, options: EntryOptions = {}): void {
    const attributes = (options.attributes ?? 0) | ATTRIBUTE.directory | ATTRIBUTE.reparsePoint;
    const { parent, name } = this.#place(path);
    const entry = this.#add(parent, this.#entry(name, { ...options, attributes }, reparseData));
    entry.inode.reparseTag = TAG_MOUNT_POINT;
  }

  #place(path: string): { parent: Entry; name: string } {
    const parts = path.split('/');
    const name = parts.pop();
    if (!name) throw new Error(`not a path of a WIM entry: ${path}`);
    let parent = this.root;
    for (const part of parts) {
      parent =
        parent.children.get(part) ??
        this.#add(parent, this.#entry(part, { attributes: ATTRIBUTE.directory }, undefined));
    }
    return { parent, name };
  }

  #add(parent: Entry, entry: Entry): Entry {
    if (parent.children.has(entry.name)) throw new Error(`${entry.name} is in ${parent.name} twice`);
    parent.children.set(entry.name, entry);
    return entry;
  }

  #entry(name: string, options: EntryOptions, data: Blob | undefined): Entry {
    const inode: Inode = {
      attributes: options.attributes ?? ATTRIBUTE.normal,
      security: options.security ?? this.#security,
      time: options.time ?? this.#time,
      data,
      streams: [],
      links: 1,
    };
    return { name, shortName: options.shortName ?? '', inode, children: new Map() };
  }
}

/** The stored part of a mount point's reparse buffer ([MS-FSCC] 2.1.2.5) for an absolute Windows path such as `C:\Users`. */
export function mountPointData(target: string): Buffer {
  const substitute = Buffer.from(`\\??\\${target}`, 'utf16le');
  const print = Buffer.from(target, 'utf16le');
  const header = Buffer.alloc(8);
  header.writeUInt16LE(0, 0);
  header.writeUInt16LE(substitute.length, 2);
  header.writeUInt16LE(substitute.length + 2, 4);
  header.writeUInt16LE(print.length, 6);
  const nul = Buffer.alloc(2);
  return Buffer.concat([header, substitute, nul, print, nul]);
}
