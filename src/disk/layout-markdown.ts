/** A layout for a job summary: to scale, and as a table. */

import { drawScale } from '../report/draw-scale.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { formatSize } from '../units.ts';
import type { DiskLayout } from './layout.ts';
import {
  isProtected,
  type LayoutPiece,
  layoutPieces,
  layoutTitle,
  partitionTitle,
  scalePiece,
} from './layout-pieces.ts';

/** @returns two blocks of Markdown */
export function layoutMarkdown(layout: DiskLayout): string {
  const pieces = layoutPieces(layout);
  const title = layoutTitle(layout);
  if (pieces.length === 0) return `${title}, no partitions`;
  const bar = drawScale(pieces.map(scalePiece));
  return [`\`\`\`text\n${title}\n${bar}\n\`\`\``, table(pieces, layout.diskSize)].join('\n\n');
}

function table(pieces: readonly LayoutPiece[], diskSize: number): string {
  const rows = pieces.map(({ partition, size }) => [
    partition ? String(partition.index) : '',
    partition ? partitionTitle(partition) : 'unallocated',
    partition?.fileSystem?.toUpperCase() ?? '',
    formatSize(size),
    `${((100 * size) / diskSize).toFixed(1)} %`,
    partition && isProtected(partition) ? 'protected' : '',
  ]);
  return markdownTable(['#', 'partition', 'file system', 'size', 'of the disk', ''], rows);
}
