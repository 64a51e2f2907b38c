/**
 * The text descriptor of a VMDK: what kind of disk it is, which extents hold it, and the disk database.
 * Source: VMware "Virtual Disk Format 5.0", section "The Descriptor File".
 */

/** The content id of a parent that a disk does not have. */
export const NO_PARENT = 'ffffffff';

export interface VmdkExtent {
  readonly access: 'RW' | 'RDONLY' | 'NOACCESS';
  readonly sectors: number;
  /** SPARSE, FLAT, ZERO, VMFS, … */
  readonly type: string;
  /** File name beside the descriptor; absent for ZERO. */
  readonly file?: string;
  /** First sector in that file (FLAT only). */
  readonly offset?: number;
}

export interface VmdkDescriptor {
  /** Content id, 8 hexadecimal digits. */
  readonly cid: string;
  /** NO_PARENT for a disk without one. */
  readonly parentCid: string;
  /** streamOptimized, monolithicSparse, monolithicFlat, … */
  readonly createType: string;
  readonly extents: readonly VmdkExtent[];
  /** The `ddb.*` entries in their order, keys without the prefix. */
  readonly database: Readonly<Record<string, string>>;
}

/** The descriptor as text, lines ended by LF. */
export function encodeVmdkDescriptor(descriptor: VmdkDescriptor): string {
  const extents = descriptor.extents.map((extent) => {
    const file = extent.file === undefined ? '' : ` "${extent.file}"`;
    const offset = extent.offset === undefined ? '' : ` ${extent.offset}`;
    return `${extent.access} ${extent.sectors} ${extent.type}${file}${offset}`;
  });
  return [
    '# Disk DescriptorFile',
    'version=1',
    `CID=${descriptor.cid}`,
    `parentCID=${descriptor.parentCid}`,
    `createType="${descriptor.createType}"`,
    '',
    '# Extent description',
    ...extents,
    '',
    '# The Disk Data Base',
    '#DDB',
    '',
    ...Object.entries(descriptor.database).map(([key, value]) => `ddb.${key} = "${value}"`),
    '',
  ].join('\n');
}

/** Names of ICU, which VMware takes them from, for what the Encoding Standard calls otherwise. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'windows-932': 'shift_jis',
  'windows-936': 'gbk',
  'windows-950': 'big5',
};
const ASCII = /^[\0-\x7f]*$/;

/**
 * The text of a descriptor, in the encoding that it names: of the Windows on which Workstation has written it (dissect.hypervisor issue 90,
 * DiscUtils issue 214). Without one it is UTF-8, as ESXi writes it.
 * @returns undefined where the encoding is not known and what is written in it is more than ASCII, or is none of it
 */
export function decodeVmdkDescriptor(bytes: Buffer): string | undefined {
  const plain = bytes.toString('latin1');
  const named = vmdkEncoding(plain)?.toLowerCase();
  if (named === undefined || ASCII.test(plain)) return bytes.toString('utf8');
  try {
    return new TextDecoder(ENCODINGS[named] ?? named, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** As the descriptor names it. */
export function vmdkEncoding(text: string): string | undefined {
  return /^\s*encoding\s*=\s*"?([^"\r\n]*)/im.exec(text)?.[1]?.trim();
}

/**
 * Reads a descriptor, lenient as VMware's own reader is: unknown keys are skipped, keys are matched without case.
 * Returns undefined when a descriptor's essentials (createType, an extent) are missing; the caller knows the place.
 */
export function parseVmdkDescriptor(text: string): VmdkDescriptor | undefined {
  const fields = new Map<string, string>();
  const database: Record<string, string> = {};
  const extents: VmdkExtent[] = [];
  for (const raw of text.replace(/\0[\s\S]*$/, '').split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const extent = parseExtent(line);
    if (extent) {
      extents.push(extent);
      continue;
    }
    const field = /^([A-Za-z0-9_.]+)\s*=\s*"?([^"]*)"?$/.exec(line);
    if (field?.[1] === undefined || field[2] === undefined) continue;
    if (field[1].toLowerCase().startsWith('ddb.')) database[field[1].slice(4)] = field[2];
    else fields.set(field[1].toLowerCase(), field[2].trim());
  }
  const createType = fields.get('createtype');
  if (createType === undefined || extents.length === 0) return undefined;
  return {
    cid: fields.get('cid') ?? '',
    parentCid: fields.get('parentcid') ?? NO_PARENT,
    createType,
    extents,
    database,
  };
}

/** Bytes of a logical sector as the disk database has them; undefined where it says nothing, which means 512. */
export function vmdkSectorSize({ database }: VmdkDescriptor): number | undefined {
  const entries = new Map(Object.entries(database).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
  const size = Number(entries.get('logicalsectorsize') ?? Number.NaN);
  if (Number.isSafeInteger(size) && size > 0) return size;
  return ['1', 'true'].includes(entries.get('native_4k') ?? '') ? 4096 : undefined;
}

function parseExtent(line: string): VmdkExtent | undefined {
  const match = /^(RW|RDONLY|NOACCESS)\s+(\d{1,15})\s+([A-Z0-9]+)(?:\s+"([^"]*)"(?:\s+(\d{1,15}))?.*)?$/i.exec(line);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined;
  return {
    access: match[1].toUpperCase() as VmdkExtent['access'],
    sectors: Number(match[2]),
    type: match[3].toUpperCase(),
    ...(match[4] !== undefined && { file: match[4] }),
    ...(match[5] !== undefined && { offset: Number(match[5]) }),
  };
}
