/** Files whose record has no room for all attributes: the list of the other records, and the parts put together (Linux-NTFS project, "$ATTRIBUTE_LIST"). */

import type { NtfsAttribute } from './ntfs-record.ts';

const ENTRY_LENGTH = 4;
const ENTRY_RECORD = 16;
const SMALLEST_ENTRY = 26;

/** The numbers of the records besides the file's own, each once. */
export function listedRecords(list: Buffer, own: number): readonly number[] {
  const records = new Set<number>();
  for (let at = 0; at + SMALLEST_ENTRY <= list.length; ) {
    const length = list.readUInt16LE(at + ENTRY_LENGTH);
    if (length < SMALLEST_ENTRY) break;
    // The low six bytes are the record's number, the upper two its sequence.
    records.add(list.readUIntLE(at + ENTRY_RECORD, 6));
    at += length;
  }
  records.delete(own);
  return [...records];
}

/**
 * What is known of an unnamed attribute by some of its parts: those from its beginning up to the first that is missing.
 * @returns undefined when the part it begins with is not among them
 */
export function knownStart(parts: readonly NtfsAttribute[], type: number): NtfsAttribute | undefined {
  const own = parts.filter((part) => part.type === type && part.name === '');
  const first = own.find(({ clustersBefore }) => clustersBefore === undefined);
  if (first?.runs === undefined) return first;
  const runs = [...first.runs];
  let clusters = clustersOf(runs);
  const later = own.filter((part) => part !== first);
  for (const part of later.sort((a, b) => (a.clustersBefore ?? 0) - (b.clustersBefore ?? 0))) {
    if (part.clustersBefore !== clusters) break;
    runs.push(...(part.runs ?? []));
    clusters = clustersOf(runs);
  }
  return { ...first, runs };
}

/** Clusters of all runs together. */
export function clustersOf(runs: NtfsAttribute['runs']): number {
  return runs?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

/**
 * Puts the parts of non-resident attributes together, in whatever order they were found.
 * @returns undefined when a part is missing
 */
export function joinParts(parts: readonly NtfsAttribute[]): readonly NtfsAttribute[] | undefined {
  const joined: NtfsAttribute[] = parts.filter(({ clustersBefore }) => clustersBefore === undefined);
  const later = parts
    .filter(({ clustersBefore }) => clustersBefore !== undefined)
    .sort((a, b) => (a.clustersBefore ?? 0) - (b.clustersBefore ?? 0));
  for (const part of later) {
    const index = joined.findIndex(({ type, name, runs }) => type === part.type && name === part.name && runs);
    const first = joined[index];
    const runs = first?.runs ?? [];
    if (first === undefined || clustersOf(runs) !== part.clustersBefore) return undefined;
    joined[index] = { ...first, runs: [...runs, ...(part.runs ?? [])] };
  }
  return joined;
}
