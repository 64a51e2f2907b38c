/**
 * The programs that say where a file stores something, and what they print. Each stands for one question to the file system: `lseek`
 * SEEK_DATA (qemu-img), FIEMAP (filefrag), FSCTL_QUERY_ALLOCATED_RANGES (fsutil).
 */

import type { Extent } from '../files/extent-list.ts';

export interface FileMapper {
  readonly program: string;
  args(path: string): readonly string[];
  /** In bytes, ascending; undefined when this is not what the program prints. @param size of the file */
  read(stdout: string, size: number): readonly Extent[] | undefined;
}

/** In the order in which they are asked: those that are there with Windows, everywhere, and on nearly every Linux. */
export const FILE_MAPPERS: readonly FileMapper[] = [
  { program: 'fsutil.exe', args: (path) => ['sparse', 'queryrange', path], read: allocatedRanges },
  { program: 'qemu-img', args: (path) => ['map', '-f', 'raw', '--output=json', path], read: qemuMap },
  // -s: what has been written and not yet been given its place is given it first.
  { program: 'filefrag', args: (path) => ['-s', '-v', path], read: fragments },
];

/** `Allocated range[1]: Offset: 0x0  Length: 0x20000`. The words are in the language of Windows, the two numbers are not. */
function allocatedRanges(stdout: string): readonly Extent[] | undefined {
  const extents: Extent[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const numbers = [...line.matchAll(/\b0x([0-9a-f]+)\b/gi)].map(([, digits]) => Number.parseInt(digits ?? '', 16));
    const [start, length, ...more] = numbers;
    if (start === undefined || length === undefined || more.length > 0) return undefined;
    extents.push({ start, end: start + length });
  }
  return extents;
}

/** One element of what `qemu-img map --output=json` prints. */
interface MapEntry {
  readonly start: number;
  readonly length: number;
  readonly data: boolean;
  readonly zero: boolean;
}

/** It tells of the whole file, holes too: an answer with a gap is none. */
function qemuMap(stdout: string, size: number): readonly Extent[] | undefined {
  const entries = parseJson(stdout);
  let next = 0;
  for (const { start, length } of entries ?? []) {
    if (start !== next || !(length > 0)) return undefined;
    next = start + length;
  }
  // qemu counts in sectors of 512 bytes.
  if (next < size) return undefined;
  return entries
    ?.filter(({ data, zero }) => data && !zero)
    .map(({ start, length }) => ({ start, end: start + length }));
}

function parseJson(stdout: string): readonly MapEntry[] | undefined {
  try {
    const parsed: unknown = JSON.parse(stdout);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A line of the file's size and of its unit, one line an extent (`0:  100..  102:  63576164..  63576166:  3: …`, the last one
 * flagged so), and a count of another thing: extents that lie beside each other on the medium are one there. The numbers of an extent are units, the second one
 * inclusive.
 */
function fragments(stdout: string, size: number): readonly Extent[] | undefined {
  const head = /^File size of .* is (\d+) \(\d+ blocks? of (\d+) bytes\)$/m.exec(stdout);
  const unit = Number(head?.[2]);
  const lines = [...stdout.matchAll(/^\s*(\d+):\s*(\d+)\.\.\s*(\d+):.*$/gm)];
  const whole = lines.every(([, number], index) => Number(number) === index) && isEnded(stdout, lines.at(-1)?.[0]);
  if (Number(head?.[1]) !== size || !whole) return undefined;
  return lines.map(([, , first, last]) => ({ start: Number(first) * unit, end: (Number(last) + 1) * unit }));
}

function isEnded(stdout: string, lastLine: string | undefined): boolean {
  return lastLine === undefined ? / 0 extents found\s*$/.test(stdout) : /[\s,]last\b/.test(lastLine);
}
