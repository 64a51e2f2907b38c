/** Draws a layout as text, for job logs, summaries and the demo. */

import { formatSize } from '../units.ts';
import type { DiskLayout, LayoutPartition, PartitionKind } from './layout.ts';

const TITLES: Readonly<Record<PartitionKind, string>> = {
  esp: 'ESP',
  msr: 'MSR',
  windows: 'Windows',
  recovery: 'Recovery',
  'basic-data': 'Data',
  other: 'Other',
};
/** Space between partitions below this is alignment, not worth a box. */
const SMALLEST_GAP = 2 * 2 ** 20;

interface Box {
  readonly lines: readonly string[];
}

/**
 * One box per partition, in the order on the disk, with unallocated space of some size as a box of its own:
 *
 *     ┌─────────┬─────────┬──────────┐
 *     │ 1 ESP   │ 2 MSR   │ 3 Windows│
 *     …
 */
export function drawLayout(layout: DiskLayout): string {
  const boxes: Box[] = [];
  let end = 0;
  const addGap = (until: number): void => {
    if (until - end >= SMALLEST_GAP) boxes.push({ lines: ['unallocated', '', formatSize(until - end)] });
  };
  for (const partition of layout.partitions) {
    addGap(partition.offset);
    boxes.push({ lines: describe(partition) });
    end = Math.max(end, partition.offset + partition.size);
  }
  addGap(layout.diskSize);

  const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
  const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
  const border = (left: string, between: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(between) + right;
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
    return `│${cells.join('│')}│`;
  });
  const kind = layout.table === 'none' ? 'Unpartitioned disk of' : `${layout.table.toUpperCase()} disk of`;
  const title = `${kind} ${formatSize(layout.diskSize)}, ${layout.sectorSize}-byte sectors`;
  if (boxes.length === 0) return `${title}, no partitions`;
  return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}

function describe(partition: LayoutPartition): string[] {
  const flags = BigInt(partition.attributes);
  return [
    `${partition.index} ${TITLES[partition.type]}${partition.mbrType === undefined ? '' : ` (${partition.mbrType})`}`,
    partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
    formatSize(partition.size),
    ...((flags & 1n) === 0n ? [] : ['protected']),
  ];
}
