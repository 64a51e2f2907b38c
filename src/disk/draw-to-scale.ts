/** Draws a layout to scale in one line of fixed width, for terminals, job summaries and pages. */

import type { DiskLayout, LayoutPartition, PartitionKind } from './layout.ts';

const LETTERS: Readonly<Record<PartitionKind, string>> = {
  esp: 'E',
  msr: 'M',
  windows: 'W',
  recovery: 'R',
  'basic-data': 'D',
  other: 'O',
};

/** What belongs to nobody and is thinner than a column is alignment, not worth one. */
const FREE = '·';

/** A piece of the disk, in the order in which it lies there. */
export interface ScaledPart {
  /** Undefined for space that belongs to no partition. */
  readonly partition: LayoutPartition | undefined;
  /** Bytes. */
  readonly offset: number;
  readonly size: number;
  /** Columns; every partition has at least one. */
  readonly columns: number;
}

/**
 * Divides a line among the partitions by their sizes: what remains after whole columns goes to the largest remainders.
 * @param columns at least one for each partition
 */
export function scaleParts(layout: DiskLayout, columns: number): readonly ScaledPart[] {
  const pieces = piecesOf(layout).filter(
    ({ partition, size }) => partition !== undefined || (size * columns) / layout.diskSize >= 1,
  );
  const total = pieces.reduce((sum, { size }) => sum + size, 0);
  const shares = pieces.map(({ size }) => Math.max(1, (size * columns) / total));
  const whole = shares.map(Math.floor);
  let left = columns - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares.map((share, index) => ({ index, rest: share % 1 })).toSorted((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left--;
  }
  // Thin partitions that were given a column of their own take it from the widest.
  while (left < 0) {
    const widest = whole.indexOf(Math.max(...whole));
    if ((whole[widest] ?? 0) <= 1) break;
    whole[widest] = (whole[widest] ?? 0) - 1;
    left++;
  }
  return pieces.map((piece, index) => ({ ...piece, columns: whole[index] ?? 1 }));
}

/** `│E│M│WWWW…│`: the letter of its kind in each column of a partition; dots for space that belongs to nobody. */
export function drawToScale(layout: DiskLayout, columns = 60): string {
  const parts = scaleParts(layout, columns);
  const letter = ({ partition }: ScaledPart): string => (partition === undefined ? FREE : LETTERS[partition.type]);
  return `│${parts.map((part) => letter(part).repeat(part.columns)).join('│')}│`;
}

/** Partitions and the space between and behind them; overlapping ones as they begin. */
function piecesOf({ partitions, diskSize }: DiskLayout): readonly Omit<ScaledPart, 'columns'>[] {
  const pieces: Omit<ScaledPart, 'columns'>[] = [];
  let end = 0;
  const addFree = (until: number): void => {
    if (until > end) pieces.push({ partition: undefined, offset: end, size: until - end });
  };
  for (const partition of partitions) {
    addFree(partition.offset);
    pieces.push({ partition, offset: partition.offset, size: partition.size });
    end = Math.max(end, partition.offset + partition.size);
  }
  addFree(diskSize);
  return pieces;
}
