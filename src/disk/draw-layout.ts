/** Draws a layout as text, for job logs, summaries and the demo. */

import { formatSize } from '../units.ts';
import type { DiskLayout, LayoutPartition } from './layout.ts';
import { isProtected, layoutPieces, layoutTitle, partitionTitle } from './layout-pieces.ts';

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
  const boxes = layoutPieces(layout).map(
    ({ partition, size }): Box => ({
      lines: partition ? describe(partition) : ['unallocated', '', formatSize(size)],
    }),
  );

  const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
  const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
  const border = (left: string, between: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(between) + right;
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
    return `│${cells.join('│')}│`;
  });
  const title = layoutTitle(layout);
  if (boxes.length === 0) return `${title}, no partitions`;
  return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}

function describe(partition: LayoutPartition): string[] {
  return [
    `${partition.index} ${partitionTitle(partition)}`,
    partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
    formatSize(partition.size),
    ...(isProtected(partition) ? ['protected'] : []),
  ];
}
