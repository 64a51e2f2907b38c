/** What a guest says of its VSS, its volumes and its clock, read from the answer to ASK_FACTS. */

export interface GuestFacts {
  /** Milliseconds since 1970 by its own clock; undefined when it does not say. */
  readonly now: number | undefined;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Bytes of each storage area for shadow copies. */
  readonly storage: readonly { readonly volume: string; readonly used: number; readonly max: number }[];
  readonly volumes: readonly GuestVolume[];
  /** Of those that a snapshot needs; mode and state as WMI has them, such as Disabled and Stopped. */
  readonly services: readonly { readonly name: string; readonly mode: string; readonly state: string }[];
  /** The type is the GPT's GUID in lower case, empty with a master boot record. */
  readonly partitions: readonly GuestPartition[];
  /** Volumes that are deduplicated. */
  readonly dedup: readonly string[];
  /** tools.conf of VMware Tools; empty when there is none. */
  readonly conf: string;
}

export interface GuestVolume {
  /** `\\?\Volume{…}\` */
  readonly id: string;
  /** `C:\`, or the id again where it has no letter. */
  readonly name: string;
  readonly label: string;
  /** NTFS, ReFS, FAT32; empty when Windows does not know it. */
  readonly format: string;
  readonly size: number;
  readonly free: number;
}

export interface GuestPartition {
  readonly disk: number;
  readonly number: number;
  readonly type: string;
  readonly size: number;
}

/** From inside of a VM nothing is taken on trust: an entry of another shape is left out. @returns undefined for what is no answer */
export function parseGuestFacts(given: unknown): GuestFacts | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const facts = given as Readonly<Record<string, unknown>>;
  const now = Date.parse(typeof facts.now === 'string' ? facts.now : '');
  return {
    now: Number.isNaN(now) ? undefined : now,
    providers: rows(facts.providers, { id: '', name: '' }).map((one) => ({ ...one, id: guid(one.id) })),
    storage: rows(facts.storage, { volume: '', used: 0, max: 0 }),
    volumes: rows(facts.volumes, { id: '', name: '', label: null, format: null, size: 0, free: 0 }).map((one) => ({
      ...one,
      label: one.label ?? '',
      format: one.format ?? '',
    })),
    services: rows(facts.services, { name: '', mode: '', state: '' }),
    partitions: rows(facts.partitions, { disk: 0, number: 0, type: null, size: 0 }).map((one) => ({
      ...one,
      type: guid(one.type ?? ''),
    })),
    dedup: Array.isArray(facts.dedup) ? facts.dedup.filter((name) => typeof name === 'string') : [],
    conf: typeof facts.conf === 'string' ? facts.conf : '',
  };
}

/** null: a text, or nothing. */
type Shape = Readonly<Record<string, string | number | null>>;
type Row<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends null ? string | null : S[K] extends number ? number : string;
};

function rows<S extends Shape>(list: unknown, shape: S): Row<S>[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    const row = (one ?? {}) as Readonly<Record<string, unknown>>;
    const fits = Object.entries(shape).every(([key, like]) =>
      like === null
        ? ['string', 'undefined'].includes(typeof (row[key] ?? undefined))
        : typeof row[key] === typeof like,
    );
    if (!fits) return [];
    return [Object.fromEntries(Object.keys(shape).map((key) => [key, row[key] ?? null])) as Row<S>];
  });
}

function guid(text: string): string {
  return text.replaceAll(/[{}]/g, '').toLowerCase();
}
